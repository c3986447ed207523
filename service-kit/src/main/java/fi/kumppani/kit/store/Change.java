package fi.kumppani.kit.store;

import fi.kumppani.kit.outbox.OutboundMessage;

import java.util.List;

/**
 * What a use case wants done with an aggregate it has looked at.
 *
 * @param <B> the service's document type
 * @param <R> what the use case answers
 */
public sealed interface Change<B, R> {

    /** What the use case answers. */
    R result();

    /**
     * Keep the new state and owe these messages, both in one write.
     *
     * @param body the new state
     * @param owed messages in the order they are to be published
     */
    record To<B, R>(B body, List<OutboundMessage> owed, R result) implements Change<B, R> {}

    /** Leave everything as it is, as after a refusal. */
    record None<B, R>(R result) implements Change<B, R> {}

    /** Keep the new state and owe these messages. */
    static <B, R> Change<B, R> to(B body, List<OutboundMessage> owed, R result) {
        return new To<>(body, owed, result);
    }

    /** Leave everything as it is. */
    static <B, R> Change<B, R> none(R result) {
        return new None<>(result);
    }
}
