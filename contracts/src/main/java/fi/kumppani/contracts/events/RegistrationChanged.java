package fi.kumppani.contracts.events;

/** Something public about it changed, for example how many come. */
public record RegistrationChanged(Registration registration) {
    public static final String TYPE = "events.registration.changed.v1";
}
