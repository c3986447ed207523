package fi.kumppani.events.feedback;

/** Why feedback is not asked, or not taken. */
public enum FeedbackRefusal {
    /** The event is not announced, or was taken over from history. */
    NOT_PUBLISHED,
    /** People are being asked already. */
    FEEDBACK_BEGUN,
    /** It is too early to answer. */
    FEEDBACK_NOT_OPEN,
    /** It is too late to answer. */
    FEEDBACK_CLOSED,
    /** It is not known that they came. */
    DID_NOT_COME
}
