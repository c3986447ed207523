package fi.kumppani.contracts.grants;

/**
 * A form has another version; those before it stay as they were.
 *
 * @param formId which form
 * @param version the number of its latest version, from 1
 */
public record FormChanged(String formId, int version) {
    public static final String TYPE = "grants.form.changed.v1";
}
