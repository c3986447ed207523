package fi.kumppani.contracts.grants;

/**
 * Somebody began to write an application; nothing of it is anybody's to read yet.
 *
 * @param associationId who would apply
 */
public record ApplicationStarted(String applicationId, String callId, String associationId) {
    public static final String TYPE = "grants.application.started.v1";
}
