package fi.kumppani.registry.report;

import fi.kumppani.kit.money.Euros;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What was told about one subject of the current municipality, as far as the report counts it. */
public sealed interface News {

    /** What it is about, and how new it is. */
    Told told();

    /**
     * How news are told.
     *
     * @param subject what it is about
     * @param sequence the number among the news about it; older news than the known count for
     *     nothing
     * @param at when it happened
     */
    record Told(String subject, long sequence, Instant at) {}

    /**
     * Of an association.
     *
     * @param active whether it counts as an active one
     */
    record OfAssociation(Told told, boolean active) implements News {}

    /**
     * Of a grant application.
     *
     * @param granted what it was granted, if anything
     */
    record OfApplication(Told told, Optional<Granted> granted) implements News {}

    /**
     * Of an event.
     *
     * @param year the year it is held in; none when it is cancelled
     */
    record OfEvent(Told told, OptionalInt year) implements News {}

    /**
     * Of a registration.
     *
     * @param eventId to which event
     * @param number its order of arrival, from 1
     * @param confirmed whether the seat is theirs
     */
    record OfRegistration(Told told, String eventId, long number, boolean confirmed)
            implements News {}

    /**
     * Of an issue of a newsletter.
     *
     * @param year the year it was sent in
     */
    record OfIssue(Told told, int year) implements News {}

    /**
     * Of the municipality itself.
     *
     * @param inhabitants the newest figure, if there is one
     */
    record OfMunicipality(Told told, Optional<Inhabitants> inhabitants) implements News {}

    /**
     * A positive decision.
     *
     * @param on its day
     * @param amount above zero
     */
    record Granted(LocalDate on, Euros amount) {}
}
