package fi.kumppani.contracts.events;

/** The registration was given up. */
public record RegistrationCancelled(Registration registration) {
    public static final String TYPE = "events.registration.cancelled.v1";
}
