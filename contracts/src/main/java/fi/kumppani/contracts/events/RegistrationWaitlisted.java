package fi.kumppani.contracts.events;

/** All seats were taken; they wait for their turn. */
public record RegistrationWaitlisted(Registration registration) {
    public static final String TYPE = "events.registration.waitlisted.v1";
}
