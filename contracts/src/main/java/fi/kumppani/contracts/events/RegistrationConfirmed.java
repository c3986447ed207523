package fi.kumppani.contracts.events;

/** A seat is theirs from the start. */
public record RegistrationConfirmed(Registration registration) {
    public static final String TYPE = "events.registration.confirmed.v1";
}
