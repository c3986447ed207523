package fi.kumppani.grants.call;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * A call for municipal grants (avustushaku): planned by an officer, announced for good, and closed
 * when its last round has ended.
 */
public sealed interface GrantCall {

    /** Its id. */
    CallId id();

    /** What it offers; fixed once it is published. */
    CallTerms terms();

    /** When there is next something to do about it without anybody asking; null for never. */
    @Nullable Instant dueAt();

    /**
     * A call only officers see.
     *
     * @param publishAt when it is published by itself; null for not before an officer does
     */
    record Draft(CallId id, CallTerms terms, @Nullable Instant publishAt) implements GrantCall {

        @Override
        public @Nullable Instant dueAt() {
            return publishAt;
        }

        /** The same draft with other terms and another time to publish it. */
        public Draft with(CallTerms next, @Nullable Instant nextPublishAt) {
            return new Draft(id, next, nextPublishAt);
        }

        /** Whether its time to be published has come. */
        public boolean isDue(Instant now) {
            return publishAt != null && !now.isBefore(publishAt);
        }

        /** Announces it, unless nobody could apply any more. */
        public Publication publish(Instant now) {
            return terms.window().isOver(now)
                    ? new Publication.Refused(Refusal.WINDOW_OVER)
                    : new Publication.Announced(new Published(id, terms, now, null));
        }
    }

    /** A call everybody sees. */
    sealed interface Announced extends GrantCall {

        /** When it was announced. */
        Instant publishedAt();

        /** What its source calls it, if it came with an import of history. */
        @Nullable String importKey();

        /** Whether it came with an import of history, of which nobody is mailed. */
        default boolean isImported() {
            return importKey() != null;
        }
    }

    /**
     * A call that takes applications in its rounds.
     *
     * @param publishedAt when it was announced
     * @param importKey what its source calls it, if it came with an import of history
     * @param remindedOf the closing of the last round that owners of drafts were told of
     */
    record Published(
            CallId id,
            CallTerms terms,
            Instant publishedAt,
            @Nullable String importKey,
            @Nullable Instant remindedOf)
            implements Announced {

        private static final Duration REMINDER = Duration.ofDays(1);

        /** A call of whose closing nobody was told yet. */
        public Published(
                CallId id, CallTerms terms, Instant publishedAt, @Nullable String importKey) {
            this(id, terms, publishedAt, importKey, null);
        }

        /** Imported calls were over before anybody here knew of them. */
        @Override
        public @Nullable Instant dueAt() {
            if (isImported()) {
                return null;
            }
            Instant closing = nextClosing();
            return closing == null ? terms.window().closesAt() : reminderOf(closing);
        }

        /** The closing that owners of drafts are told of next; null after the last one. */
        public @Nullable Instant nextClosing() {
            return isImported()
                    ? null
                    : terms.closings().stream()
                            .filter(each -> remindedOf == null || each.isAfter(remindedOf))
                            .findFirst()
                            .orElse(null);
        }

        /** When owners of drafts are told of a closing. */
        public static Instant reminderOf(Instant closing) {
            return closing.minus(REMINDER);
        }

        /** The same after they were told. */
        public Published reminded(Instant closing) {
            return new Published(id, terms, publishedAt, importKey, closing);
        }

        /** Whether its last round has ended and it is not closed yet. */
        public boolean isDue(Instant now) {
            return !isImported() && terms.window().isOver(now);
        }

        /** Closes it; what arrived is handled from then on. */
        public Closed close(Instant now) {
            return new Closed(id, terms, publishedAt, now);
        }
    }

    /**
     * A call that takes no applications any more.
     *
     * @param publishedAt when it was announced
     * @param closedAt when that was noted
     */
    record Closed(CallId id, CallTerms terms, Instant publishedAt, Instant closedAt)
            implements Announced {

        @Override
        public @Nullable Instant dueAt() {
            return null;
        }

        /** Imported calls are never closed; they were over before. */
        @Override
        public @Nullable String importKey() {
            return null;
        }
    }

    /** What came of publishing. */
    sealed interface Publication {

        /** It is announced. */
        record Announced(GrantCall.Announced call) implements Publication {}

        /** It stays a draft. */
        record Refused(Refusal reason) implements Publication {}
    }

    /** Why a call does not move as asked. */
    enum Refusal {
        /** The window for applications has passed. */
        WINDOW_OVER,
        /** A ledger was opened for it with another budget, by a publication that broke off. */
        OTHER_BUDGET_APPROPRIATED,
        /** What everybody has read is not changed any more. */
        ALREADY_PUBLISHED
    }
}
