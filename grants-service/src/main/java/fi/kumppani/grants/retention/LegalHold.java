package fi.kumppani.grants.retention;

/** Why nothing of a matter is erased, whatever its age; its name in kebab case is the code. */
public enum LegalHold {
    /** It is not decided. */
    UNDECIDED,
    /** A claim for a revised decision or an appeal is open, or could still be made. */
    REDRESS_OPEN,
    /** Something is claimed back and has not come. */
    RECOVERY_OPEN,
    /** A loan is not paid back. */
    LOAN_OPEN,
    /** A report waits for its check. */
    REPORT_OPEN,
    /** A payment is in a batch that is not approved. */
    PAYMENT_OPEN
}
