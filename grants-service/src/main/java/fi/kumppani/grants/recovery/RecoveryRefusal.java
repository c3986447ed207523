package fi.kumppani.grants.recovery;

/** Why a recovery does not move as asked; its name in kebab case is the reason code. */
public enum RecoveryRefusal {
    /** More would be claimed or come back than was paid and did not come back. */
    OVER_PAID,
    /** The grantee can still say something. */
    HEARING_OPEN,
    /** The time to be heard has passed, or nobody is heard. */
    HEARING_OVER,
    /** It was decided before, or given up. */
    ALREADY_DECIDED,
    /** It is not decided. */
    NOT_DECIDED,
    /** Whoever proposed it does not decide it as well. */
    SAME_PERSON,
    /** More than is owed. */
    OVER_OWED,
    /** Before what came last, or before the decision. */
    OUT_OF_ORDER,
    /** The reference rate of one of the half-years is not stated in this deployment. */
    RATE_MISSING
}
