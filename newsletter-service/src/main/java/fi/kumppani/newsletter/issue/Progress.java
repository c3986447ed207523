package fi.kumppani.newsletter.issue;

import java.time.Instant;

/** How far one letter of an issue is. */
public sealed interface Progress {

    /** How often nobody knew whether the server had taken it over. */
    int losses();

    /**
     * It waits for its turn.
     *
     * @param deferrals how often the server put it off
     * @param losses how often nobody knew whether the server had taken it over
     * @param notBefore not to be sent before
     */
    record Waiting(int deferrals, int losses, Instant notBefore) implements Progress {

        /** A new letter. */
        public static final Waiting NEW = new Waiting(0, 0, Instant.EPOCH);

        InFlight claim() {
            return new InFlight(deferrals, losses);
        }
    }

    /** Somebody sends it: from here on it may have left. */
    record InFlight(int deferrals, int losses) implements Progress {

        /** The server has not taken it, and may do so later. */
        public Waiting deferred(Instant notBefore) {
            return new Waiting(deferrals + 1, losses, notBefore);
        }

        /** It was not its turn yet; no byte of it has gone out. */
        public Waiting held(Instant notBefore) {
            return new Waiting(deferrals, losses, notBefore);
        }

        /** Nobody knows whether the server has taken it over (RFC 1047). */
        public Waiting lost(Instant notBefore) {
            return new Waiting(deferrals, losses + 1, notBefore);
        }

        /** The server took it over. */
        public Sent accepted() {
            return new Sent(losses);
        }

        /** Its reader left while it was about to leave. */
        public Left unwanted() {
            return new Left(losses);
        }

        /** The server will never take it. */
        public Failed refused(String code) {
            return new Failed(losses, code);
        }
    }

    /** The server took it over. */
    record Sent(int losses) implements Progress {}

    /**
     * It will not be delivered.
     *
     * @param code why: what the server answered, or a word of ours
     */
    record Failed(int losses, String code) implements Progress {}

    /** Its reader left before it was their turn. */
    record Left(int losses) implements Progress {}

    /** Whether it has come to its end. */
    default boolean isSettled() {
        return switch (this) {
            case Waiting _, InFlight _ -> false;
            case Sent _, Failed _, Left _ -> true;
        };
    }
}
