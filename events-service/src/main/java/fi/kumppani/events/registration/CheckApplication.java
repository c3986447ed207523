package fi.kumppani.events.registration;

import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Holds what somebody says against the rules of the event. */
@Service
class CheckApplication {

    private final Associations associations;

    CheckApplication(Associations associations) {
        this.associations = associations;
    }

    /** The association somebody comes for, if it is known and active. */
    Optional<KnownAssociation> known(SaidByRegistrant said) {
        return Optional.ofNullable(said.associationId())
                .flatMap(associations::find)
                .filter(KnownAssociation::active);
    }

    /** Whether they come for a member of the network that meets; asked only where it matters. */
    boolean comeForMember(SaidByRegistrant said, Event event) {
        String network = event.details().particulars().belonging().network();
        return network != null
                && said.associationId() != null
                && associations.isMember(said.associationId(), network);
    }

    /** What came of it. */
    sealed interface Checked {

        /** It fits. */
        record Sound(Application application) implements Checked {}

        /** It does not. */
        record Faulty(List<Application.Fault> faults) implements Checked {}
    }

    /**
     * Holds what is said against the rules.
     *
     * @param association the one they come for, if it is known
     * @param ofMember whether it is a member of the network that meets
     */
    static Checked check(
            SaidByRegistrant said,
            RegistrationRules rules,
            Optional<KnownAssociation> association,
            BooleanSupplier ofMember) {
        List<Application.Fault> faults = new ArrayList<>();
        party(said, rules, faults);
        association(said, rules, association, ofMember, faults);
        String group = group(said, rules, association, faults);
        Form form = rules.form();
        form.check(said.answers())
                .forEach(
                        (question, fault) ->
                                faults.add(
                                        new Application.Fault(
                                                "answers." + question, WireCodes.of(fault))));
        if (!faults.isEmpty()) {
            return new Checked.Faulty(List.copyOf(faults));
        }
        return new Checked.Sound(
                new Application(
                        said.person(),
                        new Party(said.seats(), said.quota()),
                        said.associationId(),
                        group,
                        new Answers(form.version(), form.general(said.answers())),
                        form.sensitive(said.answers()),
                        said.deputy()));
    }

    /** The same for somebody who is registered already: association, quota and address stay. */
    static Checked checkAnew(
            SaidByRegistrant said, RegistrationRules rules, Registration.Particulars before) {
        if (!(before.registrant() instanceof Registrant.Person person)) {
            throw new IllegalStateException("Nobody is known who could write anew");
        }
        List<Application.Fault> faults = new ArrayList<>();
        if (!said.person().email().equals(person.email())) {
            faults.add(fault("email", "cannot-change"));
        }
        SaidByRegistrant kept =
                new SaidByRegistrant(
                        said.person(),
                        said.seats(),
                        before.party().quota(),
                        before.association(),
                        rules.workshops().byClass() ? null : said.group(),
                        said.answers(),
                        said.deputy());
        Optional<KnownAssociation> association =
                Optional.ofNullable(before.association())
                        .map(id -> new KnownAssociation(id, null, true));
        return switch (check(kept, rules, association, () -> true)) {
            case Checked.Faulty(List<Application.Fault> more) -> {
                faults.addAll(more);
                yield new Checked.Faulty(List.copyOf(faults));
            }
            case Checked.Sound _ when !faults.isEmpty() -> new Checked.Faulty(List.copyOf(faults));
            case Checked.Sound(Application application) ->
                    new Checked.Sound(
                            rules.workshops().byClass()
                                    ? application.inGroup(before.group())
                                    : application);
        };
    }

    private static void party(
            SaidByRegistrant said, RegistrationRules rules, List<Application.Fault> faults) {
        if (said.seats() > rules.largestParty()) {
            faults.add(fault("seats", "too-many"));
        } else if (said.seats() > 0
                && !rules.seats().couldSeat(new Party(said.seats(), said.quota()))) {
            faults.add(fault("seats", "more-than-there-are"));
        }
        boolean known =
                said.quota() == null
                        ? rules.quotas().isEmpty()
                        : rules.quotas().stream()
                                .anyMatch(quota -> quota.id().equals(said.quota()));
        if (!known) {
            faults.add(fault("quota", said.quota() == null ? "missing" : "unknown"));
        }
    }

    private static void association(
            SaidByRegistrant said,
            RegistrationRules rules,
            Optional<KnownAssociation> association,
            BooleanSupplier ofMember,
            List<Application.Fault> faults) {
        if (said.associationId() == null) {
            if (rules.admitted() != Admitted.ANYONE) {
                faults.add(fault("associationId", "missing"));
            }
        } else if (association.isEmpty()) {
            faults.add(fault("associationId", "unknown"));
        } else if (rules.admitted() == Admitted.INVITED
                && !rules.invited().contains(said.associationId())) {
            faults.add(fault("associationId", "not-invited"));
        } else if (rules.admitted() == Admitted.MEMBERS && !ofMember.getAsBoolean()) {
            faults.add(fault("associationId", "not-a-member"));
        }
    }

    private static @Nullable String group(
            SaidByRegistrant said,
            RegistrationRules rules,
            Optional<KnownAssociation> association,
            List<Application.Fault> faults) {
        Workshops workshops = rules.workshops();
        if (workshops.groups().isEmpty()) {
            if (said.group() != null) {
                faults.add(fault("group", "unknown"));
            }
            return null;
        }
        if (workshops.byClass()) {
            return workshops
                    .forClass(association.map(KnownAssociation::purposeClass).orElse(null))
                    .map(Workshops.Group::id)
                    .orElse(null);
        }
        if (said.group() == null) {
            faults.add(fault("group", "missing"));
        } else if (workshops.group(said.group()).isEmpty()) {
            faults.add(fault("group", "unknown"));
        }
        return said.group();
    }

    private static Application.Fault fault(String field, String code) {
        return new Application.Fault(field, code);
    }
}
