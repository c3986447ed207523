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

    /** The files that go with it. */
    Attachments attachments();

    /** The same saying something else. */
    Memo saying(MemoText next);

    /** The same with other files. */
    Memo with(Attachments next);

    /** A memo that only coordinators read. */
    record Draft(EventId event, long version, MemoText text, Attachments attachments)
            implements Memo {

        @Override
        public Draft saying(MemoText next) {
            return new Draft(event, version + 1, next, attachments);
        }

        @Override
        public Draft with(Attachments next) {
            return new Draft(event, version + 1, text, next);
        }

        /** For everybody to read. */
        public Published publish(Instant now) {
            return new Published(event, version + 1, text, attachments, now);
        }
    }

    /**
     * A memo that everybody reads.
     *
     * @param publishedAt when it was published
     */
    record Published(
            EventId event,
            long version,
            MemoText text,
            Attachments attachments,
            Instant publishedAt)
            implements Memo {

        @Override
        public Published saying(MemoText next) {
            return new Published(event, version + 1, next, attachments, publishedAt);
        }

        @Override
        public Published with(Attachments next) {
            return new Published(event, version + 1, text, next, publishedAt);
        }
    }
}
