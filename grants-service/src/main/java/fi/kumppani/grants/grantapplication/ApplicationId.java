package fi.kumppani.grants.grantapplication;

/**
 * Points at a grant application.
 *
 * @param value a UUIDv7
 */
public record ApplicationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
