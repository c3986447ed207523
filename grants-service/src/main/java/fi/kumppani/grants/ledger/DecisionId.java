package fi.kumppani.grants.ledger;

/**
 * Points at one attempt to decide; never used for another.
 *
 * @param value a UUIDv7
 */
public record DecisionId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
