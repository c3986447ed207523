package fi.kumppani.contracts.events;

/** Somebody tried to register with its address once more, and is shown the way by mail. */
public record RegistrationRepeated(Registration registration) {
    public static final String TYPE = "events.registration.repeated.v1";
}
