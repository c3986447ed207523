package fi.kumppani.contracts.events;

/** Somebody tried to register with its address once more, and is shown the way by mail. */
public record RegistrationAskedAgain(Registration registration) {
    public static final String TYPE = "events.registration.asked-again.v1";
}
