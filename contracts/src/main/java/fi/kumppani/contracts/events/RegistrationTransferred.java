package fi.kumppani.contracts.events;

/** The deputy took it over; whom to write to is another now. */
public record RegistrationTransferred(Registration registration) {
    public static final String TYPE = "events.registration.transferred.v1";
}
