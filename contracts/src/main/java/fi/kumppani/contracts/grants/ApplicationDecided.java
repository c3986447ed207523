package fi.kumppani.contracts.grants;

/** A decision maker granted or refused the application. */
public record ApplicationDecided(Application application) {
    public static final String TYPE = "grants.application.decided.v1";
}
