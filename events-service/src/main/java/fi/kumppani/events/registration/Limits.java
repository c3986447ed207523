package fi.kumppani.events.registration;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What an event allows an association and a workshop group, besides the seats. */
final class Limits {

    private Limits() {}

    /**
     * The limit somebody would exceed.
     *
     * @param before their registration as it is, when they change it; null when it is new
     */
    static Optional<Refusal> exceeded(
            SeatDesk desk, Application application, Registration.@Nullable Live before) {
        RegistrationRules rules = desk.event().rules();
        if (application.associationId() != null
                && rules.seatsPerAssociation() != null
                && seatsOf(desk, application.associationId(), before) + application.party().seats()
                        > rules.seatsPerAssociation()) {
            return Optional.of(Refusal.ASSOCIATION_HAS_ITS_SEATS);
        }
        String group = application.group();
        Integer most =
                group == null
                        ? null
                        : rules.workshops().group(group).map(Workshops.Group::seats).orElse(null);
        return group != null
                        && most != null
                        && desk.event().commitments().inGroup(group)
                                        - inGroup(before, group)
                                        + application.party().seats()
                                > most
                ? Optional.of(Refusal.GROUP_FULL)
                : Optional.empty();
    }

    private static int seatsOf(
            SeatDesk desk, String association, Registration.@Nullable Live before) {
        return desk.registrations(desk.numbersOf(association)).stream()
                .filter(Registration.Live.class::isInstance)
                .filter(each -> before == null || !each.id().equals(before.id()))
                .mapToInt(each -> each.particulars().party().seats())
                .sum();
    }

    private static int inGroup(Registration.@Nullable Live before, String group) {
        return before != null && group.equals(before.particulars().group())
                ? before.particulars().party().seats()
                : 0;
    }
}
