package fi.kumppani.newsletter.issue;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;

/** A letter of a list. Each state offers only the moves that are legal in it. */
public sealed interface Issue {

    /** What it is and says. */
    Copy copy();

    /** It is being written. */
    record Draft(Copy copy) implements Issue {

        /** The same with other words. */
        public Draft with(Copy changed) {
            return new Draft(changed);
        }

        /**
         * It is to be sent. From here on it does not change any more.
         *
         * @param domain the right part of the Message-ID of each letter
         */
        public Freezing send(String domain) {
            return new Freezing(copy, domain);
        }
    }

    /** Its recipients are being counted. */
    record Freezing(Copy copy, String domain) implements Issue {

        /** The recipients are known, once and for all. */
        public Frozen freeze(int recipients, int chunks) {
            return new Frozen(copy, domain, recipients, chunks);
        }
    }

    /** Its recipients are known; nothing has left. */
    record Frozen(Copy copy, String domain, int recipients, int chunks) implements Issue {

        /** Sending begins. */
        public Sending begin(Instant now) {
            return new Sending(copy, domain, recipients, chunks, now, new TreeSet<>());
        }
    }

    /**
     * It is on its way.
     *
     * @param finished the numbers of the chunks all of whose letters have come to their end
     */
    record Sending(
            Copy copy,
            String domain,
            int recipients,
            int chunks,
            Instant sentAt,
            SortedSet<Integer> finished)
            implements Issue {

        /** A chunk has come to its end. */
        public Sending finish(int chunk) {
            SortedSet<Integer> all = new TreeSet<>(finished);
            all.add(chunk);
            return new Sending(copy, domain, recipients, chunks, sentAt, all);
        }

        /** Whether all chunks have. */
        public boolean isComplete() {
            return finished.size() == chunks;
        }

        /**
         * It is sent.
         *
         * @throws IllegalStateException when it is not complete
         */
        public Sent complete() {
            if (!isComplete()) {
                throw new IllegalStateException("Some letters are still on their way");
            }
            return new Sent(copy, recipients, chunks, sentAt, false);
        }
    }

    /**
     * It was sent.
     *
     * @param recipients how many it was sent to, counted at sending
     * @param chunks how many ledgers tell of its letters; 0 for an imported one
     * @param sentAt when sending began
     * @param imported whether it was sent before this system was there
     */
    record Sent(Copy copy, int recipients, int chunks, Instant sentAt, boolean imported)
            implements Issue {}
}
