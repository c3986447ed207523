package fi.kumppani.kit.inbound;

/**
 * What a service does about messages of one type; must bear the same message twice, late and out of
 * order.
 *
 * @param <T> the record the message carries
 */
@FunctionalInterface
public interface MessageHandler<T> {

    /**
     * Handles the message, with its municipality bound. Whatever it throws is retried and ends in
     * the dead-letter topic, except {@link PoisonMessageException}, which goes there at once, and a
     * store that is away, which is waited for.
     */
    void handle(InboundMessage<T> message);
}
