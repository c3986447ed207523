package fi.kumppani.newsletter.dispatch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** What became of handing a letter over. */
public sealed interface Delivery {

    /** The server took it over. */
    record Accepted() implements Delivery {}

    /**
     * The server will never take it.
     *
     * @param code what it answered, such as {@code 550}, or a word of ours
     * @param status why, as an enhanced status code (RFC 3463); empty when the server did not say,
     *     null when it is about us and not about the recipient
     */
    record Refused(String code, @Nullable String status) implements Delivery {

        /** Refused for a reason of ours. */
        public Refused(String code) {
            this(code, null);
        }
    }

    /**
     * The server has not taken it, and may do so later.
     *
     * @param code what it answered, such as {@code 450}, or a word of ours
     */
    record Deferred(String code) implements Delivery {}

    /**
     * The letter was complete and the answer did not come: whether the server took it over nobody
     * knows (RFC 1047).
     */
    record Lost() implements Delivery {}

    /**
     * It is not its turn yet, so no byte of it has gone out and no server was asked.
     *
     * @param retryAfter when it may be
     */
    record Held(Duration retryAfter) implements Delivery {}

    /** Its reader left before a byte of it had gone out, so none has. */
    record Unwanted() implements Delivery {}
}
