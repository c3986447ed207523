package fi.kumppani.contracts.grants;

/** The applicant completed the application in time; it is handled again. */
public record ApplicationSupplemented(Application application) {
    public static final String TYPE = "grants.application.supplemented.v1";
}
