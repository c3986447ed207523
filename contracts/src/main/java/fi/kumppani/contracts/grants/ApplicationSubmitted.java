package fi.kumppani.contracts.grants;

/** An application arrived in time. */
public record ApplicationSubmitted(Application application) {
    public static final String TYPE = "grants.application.submitted.v1";
}
