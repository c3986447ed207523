package fi.kumppani.events.door;

import fi.kumppani.events.event.Event;

import java.util.Optional;

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
    EVENT_NOT_BEGUN;

    /** Why nobody comes to an event, if so. */
    static Optional<DoorRefusal> of(Event event) {
        return switch (event) {
            case Event.Draft _ -> Optional.of(NOT_PUBLISHED);
            case Event.Cancelled _ -> Optional.of(EVENT_CANCELLED);
            case Event.Published _ -> Optional.empty();
        };
    }
}
