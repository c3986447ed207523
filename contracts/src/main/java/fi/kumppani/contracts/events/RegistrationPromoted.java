package fi.kumppani.contracts.events;

/** A freed seat went to the first in line. */
public record RegistrationPromoted(Registration registration) {
    public static final String TYPE = "events.registration.promoted.v1";
}
