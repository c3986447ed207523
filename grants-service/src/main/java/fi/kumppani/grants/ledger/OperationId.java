package fi.kumppani.grants.ledger;

/**
 * Points at what an entry is because of: a decision, a payment, a restatement. Whatever is asked
 * again under the same id is answered as it was.
 *
 * @param value unique within a ledger and a claimant, for each kind of entry
 */
public record OperationId(String value) {

    /** What a decision books is booked under its id. */
    public static OperationId of(DecisionId decision) {
        return new OperationId(decision.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
