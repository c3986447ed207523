package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.EventDetails;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * An event as another system tells it.
 *
 * @param details what it announces, with where it comes from
 * @param status how it stands there
 * @param reason why it is not held when it says, in the words of the source; absent when it says
 *     none
 */
public record LinkedRow(EventDetails details, Status status, @Nullable LocalizedText reason) {

    /** How an event can stand, as schema.org's eventStatus has it. */
    public enum Status {
        /** It will be held, perhaps at a new time. */
        SCHEDULED,
        /** It has no time at present. */
        POSTPONED,
        /** It will not be held. */
        CANCELLED
    }
}
