package fi.kumppani.grants.form;

/**
 * Points at a form.
 *
 * @param value a UUIDv7
 */
public record FormId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
