package fi.kumppani.events.door;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What came of a note.
 *
 * @param note its id
 * @param verdict what came of it
 * @param number the registration; null when it is about none
 * @param people how many of the party have come by now
 * @param arrivedAt when the first of them came, by whichever note says the earliest
 */
public record Heeded(
        String note,
        Verdict verdict,
        @Nullable Long number,
        int people,
        @Nullable Instant arrivedAt) {

    /** What can come of a note. */
    public enum Verdict {
        /** They have come. */
        ARRIVED,
        /** They had come already: somebody else let them in, or the ticket is shown again. */
        ARRIVED_BEFORE,
        /** They are counted. */
        COUNTED,
        /** The note was known, and still holds. */
        REPEATED,
        /** It counts no more. */
        TAKEN_BACK,
        /** Another note has the same id; this one does not count. */
        ID_REUSED,
        /** More people than are registered under the number; count the others as walk-ins. */
        MORE_THAN_REGISTERED,
        /** The ticket or number is not of this event, or has no seat. */
        NO_SEAT
    }

    static Heeded of(Note note, Verdict verdict) {
        return new Heeded(note.id(), verdict, null, 0, null);
    }
}
