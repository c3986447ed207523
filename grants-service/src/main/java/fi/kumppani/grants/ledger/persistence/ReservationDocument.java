package fi.kumppani.grants.ledger.persistence;

/**
 * How a decision's claim was answered before positions were kept, under the decision's id. What was
 * held or granted is in the entries as well; what was refused is told here alone.
 */
record ReservationDocument(String claimant, long cents, String answer) {

    private static final String EXCEEDED = "exceeded";

    boolean isRefused() {
        return answer.equals(EXCEEDED);
    }
}
