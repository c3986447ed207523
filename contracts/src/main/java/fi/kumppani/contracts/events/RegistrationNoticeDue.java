package fi.kumppani.contracts.events;

/**
 * Whoever registered is to be told something about the event.
 *
 * @param registration whose it is
 * @param notice what is told, by the name of the mail that tells it: {@code event-changed}, {@code
 *     event-postponed}, {@code event-cancelled}, {@code event-reminder}, {@code event-memo} or
 *     {@code event-feedback}
 * @param eventRevision the event's revision that it is told of
 */
public record RegistrationNoticeDue(Registration registration, String notice, long eventRevision) {
    public static final String TYPE = "events.registration.notice-due.v1";
}
