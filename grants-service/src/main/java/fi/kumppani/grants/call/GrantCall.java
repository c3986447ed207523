package fi.kumppani.grants.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A call for applications (avustushaku): planned by an officer, then announced for good. */
public sealed interface GrantCall {

    /** Its id. */
    CallId id();

    /** What it offers; fixed once it is published. */
    CallTerms terms();

    /** A call only officers see. */
    record Draft(CallId id, CallTerms terms) implements GrantCall {

        /** Announces it, unless nobody could apply any more. */
        public Publication publish(Instant now) {
            return terms.window().isOver(now)
                    ? new Publication.Refused(Refusal.WINDOW_OVER)
                    : new Publication.Announced(new Published(id, terms, now, null));
        }
    }

    /**
     * A call everybody sees.
     *
     * @param publishedAt when it was announced
     * @param importKey what its source calls it, if it came with an import of history
     */
    record Published(CallId id, CallTerms terms, Instant publishedAt, @Nullable String importKey)
            implements GrantCall {

        /** Whether it came with an import of history, of which nobody is mailed. */
        public boolean isImported() {
            return importKey != null;
        }
    }

    /** What came of publishing. */
    sealed interface Publication {

        /** It is announced. */
        record Announced(Published call) implements Publication {}

        /** It stays a draft. */
        record Refused(Refusal reason) implements Publication {}
    }

    /** Why a call is not published. */
    enum Refusal {
        /** The window for applications has passed. */
        WINDOW_OVER
    }
}
