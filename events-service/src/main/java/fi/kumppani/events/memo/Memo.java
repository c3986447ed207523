package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;

import java.time.Instant;

/** The memo of an event (muistio). */
public sealed interface Memo {

    /** The event. */
    EventId event();

    /** Counts its changes, from 1. */
    long version();

    /** What it says. */
    MemoText text();

    /** The same saying something else. */
    Memo saying(MemoText next);

    /** A memo that only coordinators read. */
    record Draft(EventId event, long version, MemoText text) implements Memo {

        @Override
        public Draft saying(MemoText next) {
            return new Draft(event, version + 1, next);
        }

        /** For everybody to read. */
        public Published publish(Instant now) {
            return new Published(event, version + 1, text, now);
        }
    }

    /**
     * A memo that everybody reads.
     *
     * @param publishedAt when it was published
     */
    record Published(EventId event, long version, MemoText text, Instant publishedAt)
            implements Memo {

        @Override
        public Published saying(MemoText next) {
            return new Published(event, version + 1, next, publishedAt);
        }
    }
}
