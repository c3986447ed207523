package fi.kumppani.grants.handling;

/** Why handling does not go on as asked; its name in kebab case is the reason code. */
public enum HandlingRefusal {
    /** It was not handed in. */
    NOT_SUBMITTED,
    /** Its applicant took it back. */
    WITHDRAWN,
    /** It goes on under another call. */
    TRANSFERRED,
    /** It is decided, or about to be. */
    ALREADY_DECIDED,
    /** Whoever it is to be assigned to must keep out of it. */
    ASSIGNEE_DISQUALIFIED,
    /** It is nobody's. */
    NOT_ASSIGNED,
    /** The call tells no criteria to score by. */
    NO_CRITERIA,
    /** The review round is closed. */
    REVIEW_ROUND_CLOSED,
    /** Only after the review round are scores compared. */
    REVIEW_ROUND_OPEN
}
