package fi.kumppani.grants.usagereport;

/** Why a report does not move as asked; its name in kebab case is the reason code. */
public enum ReportRefusal {
    /** It was handed in, and nothing is asked to be completed. */
    ALREADY_HANDED_IN,
    /** It tells nothing. */
    REPORT_EMPTY,
    /** The last day for receipts of what is paid afterwards has passed. */
    RECEIPTS_LATE,
    /** A receipt names a file that is not there. */
    FILE_MISSING,
    /** It is not handed in, or waits for what is missing. */
    NOT_HANDED_IN,
    /** Nobody has checked it. */
    NOT_CHECKED,
    /** It was checked before. */
    ALREADY_CHECKED,
    /** It is done. */
    ALREADY_CONCLUDED,
    /** Whoever handed it in or checked it does not do the next step as well. */
    SAME_PERSON,
    /** Which reports of the call are checked against their receipts was not drawn yet. */
    NOT_DRAWN,
    /** It is checked against its receipts, and they show less than is to be approved. */
    RECEIPTS_MISSING,
    /** More would be approved than was used. */
    OVER_USED,
    /** What is approved does not go with the finding. */
    FINDING_CONTRADICTS,
    /** More would be recovered than was paid. */
    OVER_PAID
}
