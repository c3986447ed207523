package fi.kumppani.contracts.events;

/** Freed seats are theirs if they accept them in time. */
public record RegistrationOffered(Registration registration) {
    public static final String TYPE = "events.registration.offered.v1";
}
