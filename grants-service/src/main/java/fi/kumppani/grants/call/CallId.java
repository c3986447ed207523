package fi.kumppani.grants.call;

/**
 * Points at a call.
 *
 * @param value a UUIDv7
 */
public record CallId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
