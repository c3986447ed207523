package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Filters;
import fi.kumppani.portal.reader.Told;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registrations to an event as a list that never says who registered. */
final class ParticipantList {

    /** The states by which the list is filtered; the first means all. */
    static final List<String> FILTERS =
            List.of("all", "requested", "confirmed", "waitlisted", "offered", "cancelled");

    /** What an export tells; keys of words without their beginning. */
    static final List<String> HEADINGS =
            List.of(
                    "number",
                    "status",
                    "queue",
                    "seats",
                    "part",
                    "registered",
                    "answer-by",
                    "ending");

    private ParticipantList() {}

    /** In order of arrival. */
    static Columns<ParticipantFacts> columns() {
        return Columns.by("number", Comparator.comparingLong(ParticipantFacts::number))
                .or(
                        "status",
                        Comparator.comparingInt(
                                        (ParticipantFacts each) -> FILTERS.indexOf(each.status()))
                                .thenComparing(Columns.told(ParticipantFacts::place))
                                .thenComparingLong(ParticipantFacts::number))
                .or("seats", Comparator.comparingInt(ParticipantFacts::seats))
                .or("registered", Comparator.comparing(ParticipantFacts::registeredAt));
    }

    /** One of {@link #FILTERS}. */
    static String filter(String state) {
        return Filters.known(FILTERS, state);
    }

    static List<ParticipantFacts> passing(List<ParticipantFacts> all, String filter) {
        return Filters.passing(FILTERS, filter, all, each -> filter.equals(each.status()));
    }

    /**
     * What a file has of a registration: times as in ISO 8601.
     *
     * @param row the same in words
     */
    static List<String> cells(
            ParticipantFacts facts, ParticipantRow row, UnaryOperator<String> words) {
        return Stream.of(
                        facts.number(),
                        words.apply("organise.participants.status." + row.status()),
                        facts.place(),
                        facts.seats(),
                        row.part().stream().map(Told::text).collect(Collectors.joining(", ")),
                        facts.registeredAt(),
                        facts.acceptBy(),
                        row.ending() == null
                                ? null
                                : words.apply("organise.participants.ending." + row.ending()))
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
