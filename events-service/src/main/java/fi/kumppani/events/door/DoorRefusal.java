package fi.kumppani.events.door;

/** Why something that is asked at the door is not done. */
public enum DoorRefusal {
    /** The event is not announced. */
    NOT_PUBLISHED,
    /** The event will not be held. */
    EVENT_CANCELLED,
    /** It is too early, or too late, to say by oneself that one has come. */
    DOOR_CLOSED,
    /** The code is not the one that is shown at the door now. */
    WRONG_CODE,
    /** The registration has no seat. */
    NO_SEAT,
    /** No seat is free, or others wait for it. */
    NO_SEAT_FREE,
    /** The request was made before, and counted something else. */
    KEY_REUSED,
    /** The event has not begun, so there is no result. */
    EVENT_NOT_BEGUN
}
