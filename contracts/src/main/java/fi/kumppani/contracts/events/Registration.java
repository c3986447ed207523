package fi.kumppani.contracts.events;

/**
 * The public state of one registration; who registered stays with events-service.
 *
 * @param id {@code <event id>:<number>}
 * @param eventId the event
 * @param number order of arrival, from 1
 * @param status {@code confirmed}, {@code waitlisted} or {@code cancelled}
 * @param imported whether it came with an import of history, of which nobody is mailed
 */
public record Registration(
        String id, String eventId, long number, String status, boolean imported) {}
