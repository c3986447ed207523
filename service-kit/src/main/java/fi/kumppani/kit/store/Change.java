package fi.kumppani.kit.store;

import fi.kumppani.kit.outbox.OutboundMessage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * Keep the next state of the domain, if there is one, and answer with it as it is kept then.
     *
     * @param known the state the next one was made from
     * @param body how a state is kept
     * @param owed the messages that the next state owes
     * @param <D> the domain's view of the document
     */
    static <B, D> Change<B, Stored<D>> next(
            Stored<D> known,
            Optional<D> next,
            Function<D, B> body,
            Function<D, List<OutboundMessage>> owed) {
        if (next.isEmpty()) {
            return none(known);
        }
        List<OutboundMessage> messages = owed.apply(next.get());
        return to(body.apply(next.get()), messages, known.after(messages.size(), next.get()));
    }

    /**
     * Keep another body, of which nobody is told; leave everything as it is when it is the same.
     *
     * @param known the body that is kept
     * @param next the body to keep
     */
    static <B> Change<B, B> quietly(B known, B next) {
        return next.equals(known) ? none(known) : to(next, List.of(), next);
    }

    /** Leave everything as it is. */
    static <B, R> Change<B, R> none(R result) {
        return new None<>(result);
    }
}
