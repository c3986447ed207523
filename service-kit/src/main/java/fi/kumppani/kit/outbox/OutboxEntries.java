package fi.kumppani.kit.outbox;

import fi.kumppani.contracts.MessageTypes;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes outbox entries of messages: gives each its id, time, sequence and what it was caused by.
 */
public final class OutboxEntries {

    /**
     * Far under what a broker takes by default (1 MiB), so that no stored message can be refused
     * for its size.
     */
    private static final int MOST_CHARACTERS = 200_000;

    private final JsonMapper json;
    private final Clock clock;
    private final Ids ids;

    public OutboxEntries(JsonMapper json, Clock clock, Ids ids) {
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The entries for the messages one aggregate owes now.
     *
     * @param sequence the count of messages the subject has had so far, 0 for none
     * @throws IllegalArgumentException when a message's data is not of its type, or is longer than
     *     200 000 characters
     */
    public List<OutboxEntry> of(
            MunicipalityCode municipality,
            long sequence,
            List<OutboundMessage> messages,
            Origin origin) {
        var entries = new ArrayList<OutboxEntry>(messages.size());
        long next = sequence;
        for (OutboundMessage message : messages) {
            next++;
            entries.add(entry(municipality, next, message, origin));
        }
        return entries;
    }

    private OutboxEntry entry(
            MunicipalityCode municipality, long sequence, OutboundMessage message, Origin origin) {
        if (!MessageTypes.named(message.type()).data().isInstance(message.data())) {
            throw new IllegalArgumentException(
                    "Data of " + message.type() + " is not the record the catalogue says");
        }
        String data = json.writeValueAsString(message.data());
        if (data.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("Data of " + message.type() + " is too long");
        }
        String id = ids.next();
        Causation.Cause cause = origin.cause();
        return new OutboxEntry(
                id,
                message.type(),
                message.subject(),
                municipality.value(),
                sequence,
                clock.instant(),
                cause == null ? id : cause.correlationId(),
                cause == null ? null : cause.messageId(),
                origin.traceparent(),
                data);
    }

    /**
     * Where a message comes from: the message being handled, if any, and the trace the work belongs
     * to.
     *
     * @param cause the message that is being handled
     * @param traceparent the W3C trace context
     */
    public record Origin(Causation.@Nullable Cause cause, @Nullable String traceparent) {}
}
