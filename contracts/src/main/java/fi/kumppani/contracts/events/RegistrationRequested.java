package fi.kumppani.contracts.events;

/** It waits for a coordinator to approve it. */
public record RegistrationRequested(Registration registration) {
    public static final String TYPE = "events.registration.requested.v1";
}
