package fi.kumppani.grants.scheme;

/** Why an amount cannot be asked for. */
public enum Objection {
    /** More than one application can be granted. */
    OVER_CAP,
    /** More than one applicant can be granted from the call. */
    OVER_CAP_PER_APPLICANT,
    /** More than so many events can be granted. */
    OVER_CAP_PER_EVENT,
    /** The share that can be granted is not known without the whole cost. */
    TOTAL_COST_MISSING,
    /** More than the share of the whole cost that can be granted. */
    OVER_SHARE,
    /** The whole cost is larger than the call supports. */
    COSTS_TOO_HIGH
}
