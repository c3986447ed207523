package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that is to be done about events at a certain time. Each kind is asked after every
 * change of an event when it is next due, and called from then on until it says otherwise, also
 * after a crash and by several instances at once.
 */
public interface DueWork {

    /** When there is next something to do about the event; null for not as it stands. */
    @Nullable Instant dueAt(Event event);

    /** Whether that time has come. */
    default boolean isDue(Event event, Instant now) {
        Instant due = dueAt(event);
        return due != null && !now.isBefore(due);
    }

    /**
     * Does what is due by now in the event's municipality. Said again, it changes nothing.
     *
     * @param now not before what {@link #dueAt} said
     */
    void carryOut(EventId id, Instant now);
}
