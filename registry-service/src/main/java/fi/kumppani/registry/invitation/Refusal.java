package fi.kumppani.registry.invitation;

/** Why an invitation is not made or accepted. */
public enum Refusal {
    /** The association does not exist any more. */
    ASSOCIATION_DISSOLVED,
    /** The same mailbox has an open invitation of the association. */
    INVITED_ALREADY,
    /** The association has as many open ones as it may have. */
    TOO_MANY_OPEN,
    /** Its time is over. */
    EXPIRED,
    /** It was taken back, or whoever made it gives no rights any more. */
    WITHDRAWN,
    /** Somebody else has accepted it. */
    USED_BY_ANOTHER
}
