package fi.kumppani.grants.payment;

/** Why an instalment is not paid yet; its name in kebab case is the code. */
public enum Hold {
    /** It came with an import of history, and was paid there. */
    IMPORTED,
    /** It is not accepted, or was declined. */
    NOT_ACCEPTED,
    /** The call pays when nobody can claim a revised decision any more, and somebody can. */
    NOT_FINAL,
    /** No account is known that can be paid to, or a change of it waits for a second person. */
    NO_BANK_ACCOUNT,
    /** It is paid afterwards, and its receipts were not looked through. */
    RECEIPTS_MISSING,
    /** There is nothing to pay. */
    NOTHING_TO_PAY,
    /** The instalment before it is not paid. */
    EARLIER_INSTALMENT,
    /** It is in a batch, or paid. */
    IN_BATCH,
    /** The bank refused the account, and no other is known yet. */
    ACCOUNT_REFUSED,
    /** A report is overdue, and the call pays nothing before it is there. */
    REPORT_OVERDUE
}
