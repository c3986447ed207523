package fi.kumppani.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * The public state of one registration; who registered stays with events-service.
 *
 * @param id {@code <event id>:<number>}
 * @param eventId the event
 * @param number order of arrival, from 1
 * @param status {@code requested}, {@code confirmed}, {@code waitlisted}, {@code offered} or {@code
 *     cancelled}
 * @param seats how many people come under the number; null in messages of before, which means one
 * @param associationId the association they come for, if any
 * @param ending how a cancelled one ended, for example {@code given-up} or {@code offer-lapsed}
 * @param imported whether it came with an import of history, of which nobody is mailed
 */
public record Registration(
        String id,
        String eventId,
        long number,
        String status,
        @Nullable Integer seats,
        @Nullable String associationId,
        @Nullable String ending,
        boolean imported) {

    /** One person who comes for no association. */
    public Registration(String id, String eventId, long number, String status, boolean imported) {
        this(id, eventId, number, status, 1, null, null, imported);
    }
}
