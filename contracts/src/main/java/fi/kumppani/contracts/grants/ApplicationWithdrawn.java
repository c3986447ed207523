package fi.kumppani.contracts.grants;

/** The applicant took the application back. */
public record ApplicationWithdrawn(Application application) {
    public static final String TYPE = "grants.application.withdrawn.v1";
}
