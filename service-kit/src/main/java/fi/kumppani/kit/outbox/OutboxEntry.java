package fi.kumppani.kit.outbox;

import fi.kumppani.contracts.MessageTypes;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * A message as it waits in a document until the relay has published it.
 *
 * @param id the message's id, a UUIDv7
 * @param type its wire name
 * @param subject the aggregate it is about, and its key
 * @param municipality three digits
 * @param sequence dense count of the subject's messages, from 1
 * @param time when it was owed
 * @param correlationId id of the message that began it all
 * @param causationId id of the message that led to this one, if a message did
 * @param traceparent W3C trace context of the work that owed it, if it was traced
 * @param data its JSON
 */
public record OutboxEntry(
        String id,
        String type,
        String subject,
        String municipality,
        long sequence,
        Instant time,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String data) {

    /** The entry as a part of a document. */
    public Document toDocument() {
        return new Document("id", id)
                .append("type", type)
                .append("subject", subject)
                .append("municipality", municipality)
                .append("sequence", sequence)
                .append("time", Date.from(time))
                .append("correlationId", correlationId)
                .append("causationId", causationId)
                .append("traceparent", traceparent)
                .append("data", data);
    }

    /** Reads what {@link #toDocument()} wrote. */
    public static OutboxEntry from(Document document) {
        return new OutboxEntry(
                document.getString("id"),
                document.getString("type"),
                document.getString("subject"),
                document.getString("municipality"),
                document.getLong("sequence"),
                document.getDate("time").toInstant(),
                document.getString("correlationId"),
                document.getString("causationId"),
                document.getString("traceparent"),
                document.getString("data"));
    }

    ProducerRecord<byte[], byte[]> toRecord(String source) {
        var sent =
                new ProducerRecord<>(
                        MessageTypes.named(type).topic().name(), bytes(subject), bytes(data));
        header(sent, CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.VERSION);
        header(sent, CloudEventHeaders.ID, id);
        header(sent, CloudEventHeaders.TYPE, type);
        header(sent, CloudEventHeaders.SOURCE, source);
        header(sent, CloudEventHeaders.TIME, time.toString());
        header(sent, CloudEventHeaders.SUBJECT, subject);
        header(sent, CloudEventHeaders.MUNICIPALITY, municipality);
        header(sent, CloudEventHeaders.SEQUENCE, CloudEventHeaders.sequence(sequence));
        header(sent, CloudEventHeaders.CORRELATION_ID, correlationId);
        header(sent, CloudEventHeaders.CAUSATION_ID, causationId);
        header(sent, CloudEventHeaders.TRACE_PARENT, traceparent);
        header(sent, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return sent;
    }

    private static void header(
            ProducerRecord<byte[], byte[]> sent, String name, @Nullable String value) {
        if (value != null) {
            sent.headers().add(name, bytes(value));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
