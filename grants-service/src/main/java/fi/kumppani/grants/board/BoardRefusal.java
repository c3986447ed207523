package fi.kumppani.grants.board;

/** Why a board list does not move as asked; its name in kebab case is the reason code. */
public enum BoardRefusal {
    /** It is before the board already, and stays as it is. */
    NOT_PREPARING,
    /** It is not before the board yet. */
    NOT_PRESENTED,
    /** What the board resolved is taken down already. */
    ALREADY_RECORDED,
    /** Nothing is on it. */
    NO_ROWS,
    /** It has as many rows as a list may have. */
    LIST_FULL,
    /** The call has as many lists as it may have. */
    TOO_MANY_LISTS,
    /** The application stands on another list that is not done. */
    ON_ANOTHER_LIST,
    /** The meeting was before today, and the list was not sent to it. */
    MEETING_PASSED,
    /** The meeting is still to come. */
    MEETING_NOT_HELD,
    /** It proposes to grant more than the call's budget has available. */
    OVER_AVAILABLE
}
