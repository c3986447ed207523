package fi.kumppani.contracts.grants;

/**
 * Another decision took the place of the one on the application.
 *
 * @param decision which of the application's decisions it is; 2 for the first that replaced one
 * @param cause {@code claim}, {@code taken-up}, {@code factual-error} or {@code clerical-error}
 */
public record ApplicationRevised(Application application, int decision, String cause) {
    public static final String TYPE = "grants.application.revised.v1";
}
