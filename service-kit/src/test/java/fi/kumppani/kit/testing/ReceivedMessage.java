package fi.kumppani.kit.testing;

import fi.kumppani.kit.outbox.CloudEventHeaders;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A message a test found on a topic.
 *
 * @param partition where it lies
 * @param key the record's key
 * @param headers all headers as texts
 * @param body the JSON; null for none
 */
public record ReceivedMessage(
        int partition, String key, Map<String, String> headers, @Nullable String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ReceivedMessage of(ConsumerRecord<String, byte[]> found) {
        var headers = new TreeMap<String, String>();
        found.headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return new ReceivedMessage(
                found.partition(), String.valueOf(found.key()), headers, text(found.value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Its own id. */
    public String id() {
        return header(CloudEventHeaders.ID);
    }

    /** Its wire name. */
    public String type() {
        return header(CloudEventHeaders.TYPE);
    }

    /** The aggregate it is about. */
    public String subject() {
        return header(CloudEventHeaders.SUBJECT);
    }

    /** The number it has among its aggregate's messages. */
    public long sequence() {
        return Long.parseLong(header(CloudEventHeaders.SEQUENCE));
    }

    /** A header, which must be there. */
    public String header(String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    /** The data as its record. */
    public <T> T data(Class<T> type) {
        return JSON.readValue(Objects.requireNonNull(body), type);
    }
}
