package fi.kumppani.kit.testing;

import fi.kumppani.contracts.MessageTypes;
import fi.kumppani.contracts.MessageTypes.MessageType;
import fi.kumppani.contracts.Topic;
import fi.kumppani.kit.outbox.CloudEventHeaders;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A message a test sends, complete and right unless the test spoils it; the same value sent twice
 * is the same message delivered twice.
 *
 * @param topic where it is sent
 * @param key the record's key
 * @param headers the envelope
 * @param body the JSON; null for none
 */
public record TestMessage(
        Topic topic, String key, Map<String, String> headers, @Nullable String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The first message about a new aggregate in Jyväskylä (179), told now. */
    public static TestMessage of(Record data) {
        MessageType type =
                MessageTypes.all().stream()
                        .filter(known -> known.data() == data.getClass())
                        .findFirst()
                        .orElseThrow();
        String id = UUID.randomUUID().toString();
        String subject = UUID.randomUUID().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put(CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.VERSION);
        headers.put(CloudEventHeaders.ID, id);
        headers.put(CloudEventHeaders.TYPE, type.name());
        headers.put(CloudEventHeaders.SOURCE, "urn:kumppani:test");
        headers.put(CloudEventHeaders.TIME, Instant.now().toString());
        headers.put(CloudEventHeaders.SUBJECT, subject);
        headers.put(CloudEventHeaders.MUNICIPALITY, "179");
        headers.put(CloudEventHeaders.SEQUENCE, CloudEventHeaders.sequence(1));
        headers.put(CloudEventHeaders.CORRELATION_ID, id);
        headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
        return new TestMessage(type.topic(), subject, headers, JSON.writeValueAsString(data));
    }

    /** Its own id. */
    public String id() {
        return String.valueOf(headers.get(CloudEventHeaders.ID));
    }

    /** The aggregate it is about. */
    public String subject() {
        return String.valueOf(headers.get(CloudEventHeaders.SUBJECT));
    }

    /** The same about another aggregate. */
    public TestMessage about(String subject) {
        return new TestMessage(
                topic, subject, with(CloudEventHeaders.SUBJECT, subject).headers, body);
    }

    /** The same in another municipality. */
    public TestMessage in(String municipality) {
        return with(CloudEventHeaders.MUNICIPALITY, municipality);
    }

    /** The same as the aggregate's message of this number. */
    public TestMessage sequence(long sequence) {
        return with(CloudEventHeaders.SEQUENCE, CloudEventHeaders.sequence(sequence));
    }

    /** The same, told at another time. */
    public TestMessage at(Instant time) {
        return with(CloudEventHeaders.TIME, time.toString());
    }

    /** The same with another header. */
    public TestMessage with(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header, value);
        return new TestMessage(topic, key, changed, body);
    }

    /** The same without a header. */
    public TestMessage without(String header) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(header);
        return new TestMessage(topic, key, changed, body);
    }

    /** The same with another body. */
    public TestMessage body(String text) {
        return new TestMessage(topic, key, headers, text);
    }

    /** The same without a body. */
    public TestMessage noBody() {
        return new TestMessage(topic, key, headers, null);
    }
}
