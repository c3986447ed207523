package fi.kumppani.newsletter.mail;

import java.time.Instant;
import java.util.Objects;

/** One mail to one recipient. Each state offers only the moves that are legal in it. */
public sealed interface Mail {

    /** What it is about. */
    Matter matter();

    /** What sending it has come to. */
    Past past();

    /** A mail that may be claimed. */
    sealed interface Claimable extends Mail {

        /** Not to be sent before. */
        Instant notBefore();

        /**
         * Claims it.
         *
         * @param messageId for the first time it is sent; later ones keep that of the first
         */
        default Sending claim(Claim claim, String messageId) {
            return new Sending(matter(), past().under(messageId), claim);
        }

        /** There is nobody to write to any more. */
        default Dropped drop(Instant now) {
            return new Dropped(matter(), past(), now);
        }

        /** It has waited too long. */
        default Failed giveUp(String code, Instant now) {
            return new Failed(matter(), past(), code, now);
        }
    }

    /** It waits for its turn. */
    record Queued(Matter matter, Past past, Instant notBefore) implements Claimable {

        /** A new mail. */
        public static Queued of(Matter matter) {
            return new Queued(matter, Past.NONE, matter.queuedAt());
        }
    }

    /** Somebody sends it: from here on it may have left. */
    record Sending(Matter matter, Past past, Claim claim) implements Mail {

        /** The Message-ID it goes out under. */
        public String messageId() {
            return Objects.requireNonNull(past.messageId(), "set by the claim");
        }

        /** The server took it over. */
        public Sent accepted(Instant now) {
            return new Sent(matter, past, now);
        }

        /** The server will never take it. */
        public Failed refused(String code, Instant now) {
            return new Failed(matter, past, code, now);
        }

        /** Whoever it was for has gone before its first byte. */
        public Dropped dropped(Instant now) {
            return new Dropped(matter, past, now);
        }

        /** The server has not taken it, and may do so later. */
        public Queued deferred(Instant notBefore) {
            return new Queued(matter, past.deferred(), notBefore);
        }

        /** Nothing of it has left. */
        public Queued unsent(Instant notBefore) {
            return new Queued(matter, past, notBefore);
        }

        /** Nobody knows whether the server has taken it over (RFC 1047). */
        public Uncertain lost(Instant now, Instant notBefore) {
            return new Uncertain(matter, past.lost(), now, notBefore);
        }
    }

    /** It may have arrived; it is reported, and sent once more under the same Message-ID. */
    record Uncertain(Matter matter, Past past, Instant since, Instant notBefore)
            implements Claimable {}

    /** The server took it over. */
    record Sent(Matter matter, Past past, Instant at) implements Mail {}

    /**
     * It will not be delivered.
     *
     * @param code why: what the server answered, or a word of ours
     */
    record Failed(Matter matter, Past past, String code, Instant at) implements Mail {}

    /** Whoever was to be written to is gone, so nobody is. */
    record Dropped(Matter matter, Past past, Instant at) implements Mail {}
}
