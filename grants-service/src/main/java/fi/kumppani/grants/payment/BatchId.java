package fi.kumppani.grants.payment;

/**
 * Points at a batch of payments.
 *
 * @param value a UUIDv7
 */
public record BatchId(String value) {

    /** As banks take it: 32 letters and digits. */
    public String compact() {
        return value.replace("-", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
