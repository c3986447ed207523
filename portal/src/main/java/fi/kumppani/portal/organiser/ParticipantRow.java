package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A registration in words.
 *
 * @param status as a code that has a text
 * @param seatsNow how many seats it has already; none where it has all or none
 * @param part the quota and the workshop group, where there are any
 * @param until when an offer lapses
 * @param ending how it ended, as a code that has a text; none while it lives
 * @param acts what can be decided about it
 */
record ParticipantRow(
        long number,
        String status,
        @Nullable Long place,
        int seats,
        @Nullable Integer seatsNow,
        @Nullable Told association,
        List<Told> part,
        String registered,
        @Nullable String until,
        @Nullable String ending,
        List<String> acts) {

    private static final Set<String> STATES =
            Set.of("requested", "confirmed", "waitlisted", "offered", "held", "cancelled");
    private static final Set<String> ENDINGS =
            Set.of(
                    "given-up",
                    "cancelled-by-coordinator",
                    "not-approved",
                    "hold-lapsed",
                    "offer-lapsed",
                    "offer-declined",
                    "address-not-confirmed");

    /**
     * Puts one into words.
     *
     * @param associations what they are called, by id
     * @param decidable whether anything can still be decided
     */
    static ParticipantRow of(
            ParticipantFacts facts,
            RulesFacts rules,
            Map<String, Told> associations,
            boolean decidable,
            Language language) {
        return new ParticipantRow(
                facts.number(),
                STATES.contains(facts.status()) ? facts.status() : "held",
                facts.place(),
                facts.seats(),
                facts.seatsNow(),
                facts.associationId() == null ? null : associations.get(facts.associationId()),
                part(facts, rules, language),
                Formats.moment(facts.registeredAt(), language),
                facts.acceptBy() == null ? null : Formats.moment(facts.acceptBy(), language),
                facts.ending() != null && ENDINGS.contains(facts.ending()) ? facts.ending() : null,
                decidable ? ParticipantActs.of(facts.status()) : List.of());
    }

    private static List<Told> part(ParticipantFacts facts, RulesFacts rules, Language language) {
        return Stream.concat(
                        rules.quotas().stream()
                                .filter(quota -> quota.id().equals(facts.quota()))
                                .map(quota -> quota.title().told(language)),
                        rules.workshops() == null
                                ? Stream.empty()
                                : rules.workshops().groups().stream()
                                        .filter(group -> group.id().equals(facts.group()))
                                        .map(group -> group.title().told(language)))
                .toList();
    }
}
