package fi.kumppani.newsletter.issue;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A letter of a list. Each state offers only the moves that are legal in it. */
public sealed interface Issue {

    /** What it is and says. */
    Copy copy();

    /**
     * It is being written.
     *
     * @param hands who wrote it and who approved it
     */
    record Draft(Copy copy, Hands hands) implements Issue {

        /** One that nobody is known to have written. */
        public Draft(Copy copy) {
            this(copy, Hands.NOBODYS);
        }

        /** The same with other words; what was approved were the words before. */
        public Draft with(Copy changed, String writer) {
            return new Draft(changed, hands.and(writer));
        }

        /**
         * Somebody who wrote none of it says that it may go out.
         *
         * @throws IllegalArgumentException when they did
         */
        public Draft approve(String reader) {
            if (hands.isWriter(reader)) {
                throw new IllegalArgumentException("Nobody approves what they wrote");
            }
            return new Draft(copy, new Hands(hands.writers(), reader));
        }

        /** It is to be sent later. */
        public Scheduled schedule(String domain, Instant at) {
            return new Scheduled(copy, hands, domain, at);
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

    /**
     * It is to be sent at a time to come; who reads the list then gets it.
     *
     * @param at when sending is to begin
     */
    record Scheduled(Copy copy, Hands hands, String domain, Instant at) implements Issue {

        /** Its time has come. */
        public Freezing send() {
            return new Freezing(copy, domain);
        }

        /** It is not to be sent then. */
        public Draft unschedule() {
            return new Draft(copy, hands);
        }
    }

    /** Its recipients are being counted. */
    record Freezing(Copy copy, String domain) implements Issue {

        /** No letter has left, and none does. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(copy, 0, 0, null, now);
        }

        /** The recipients are known, once and for all. */
        public Frozen freeze(int recipients, int chunks) {
            return new Frozen(copy, domain, recipients, chunks);
        }
    }

    /** Its recipients are known; nothing has left. */
    record Frozen(Copy copy, String domain, int recipients, int chunks) implements Issue {

        /** No letter has left, and none does. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(copy, recipients, chunks, null, now);
        }

        /** Sending begins. */
        public Sending begin(Instant now) {
            return new Sending(copy, domain, recipients, chunks, now, new TreeSet<>(), false);
        }
    }

    /**
     * It is on its way.
     *
     * @param finished the numbers of the chunks all of whose letters have come to their end
     * @param paused whether no letter is to be begun for now
     */
    record Sending(
            Copy copy,
            String domain,
            int recipients,
            int chunks,
            Instant sentAt,
            SortedSet<Integer> finished,
            boolean paused)
            implements Issue {

        /** The same, halted or going on. */
        public Sending pause(boolean pause) {
            return new Sending(copy, domain, recipients, chunks, sentAt, finished, pause);
        }

        /** The letters that have not left do not leave any more. */
        public Cancelled cancel(Instant now) {
            return new Cancelled(copy, recipients, chunks, sentAt, now);
        }

        /** A chunk has come to its end. */
        public Sending finish(int chunk) {
            SortedSet<Integer> all = new TreeSet<>(finished);
            all.add(chunk);
            return new Sending(copy, domain, recipients, chunks, sentAt, all, paused);
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

    /**
     * Sending was stopped for good; some may have got it, which its ledgers tell.
     *
     * @param sentAt when sending began; null when it had not
     * @param at when it was stopped
     */
    record Cancelled(Copy copy, int recipients, int chunks, @Nullable Instant sentAt, Instant at)
            implements Issue {}

    /**
     * Who had a hand in it, as stable ids.
     *
     * @param writers all who had a hand in its words
     * @param approver who said that these words may go out; null for nobody
     */
    record Hands(Set<String> writers, @Nullable String approver) {

        /** Nobody is known to have written or approved it. */
        public static final Hands NOBODYS = new Hands(Set.of(), null);

        /** Copies the set. */
        public Hands {
            writers = Set.copyOf(writers);
        }

        /** What one person wrote. */
        public static Hands of(String writer) {
            return new Hands(Set.of(writer), null);
        }

        /** Somebody wrote some of it; what was approved were the words before. */
        Hands and(String writer) {
            Set<String> all = new HashSet<>(writers);
            all.add(writer);
            return new Hands(all, null);
        }

        /** Whether they wrote some of it. */
        public boolean isWriter(String person) {
            return writers.contains(person);
        }
    }
}
