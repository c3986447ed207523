package fi.kumppani.kit.outbox;

/**
 * A message that an aggregate owes the others.
 *
 * @param type a wire name of the catalogue in {@code contracts}; it tells the topic as well
 * @param subject the aggregate the message is about, and the key that keeps its messages in order
 * @param data the record of {@code contracts} that belongs to the type
 */
public record OutboundMessage(String type, String subject, Record data) {}
