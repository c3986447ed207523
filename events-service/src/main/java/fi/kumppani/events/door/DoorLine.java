package fi.kumppani.events.door;

import fi.kumppani.events.event.Actor;

import org.jspecify.annotations.Nullable;

/**
 * A line of the door's own journal.
 *
 * @param kind what was noted
 * @param number the registration; null when it is about none
 * @param by who noted it
 * @param reason the device, the numbers, or a coordinator's words; nothing about a person
 */
public record DoorLine(Kind kind, @Nullable Long number, Actor by, @Nullable String reason) {

    /** What can be noted. */
    public enum Kind {
        /** Somebody looked at the door for the first time. */
        OPENED,
        /** Somebody came who is registered. */
        CAME,
        /** It was noted once more that they came. */
        CAME_AGAIN,
        /** Somebody came who is not registered. */
        WALKED_IN,
        /** A note was a mistake. */
        TAKEN_BACK,
        /** Somebody counted the people in the room. */
        COUNTED,
        /** The count was declared to be the result. */
        DECLARED
    }
}
