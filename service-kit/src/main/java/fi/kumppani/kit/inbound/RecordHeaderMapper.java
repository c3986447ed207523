package fi.kumppani.kit.inbound;

import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

import java.util.Map;

/**
 * Hands a record's headers to the dispatcher as they are.
 *
 * <p>Mapped one by one, Spring Cloud Function would take them for a CloudEvent of its own and
 * rename them.
 */
final class RecordHeaderMapper implements KafkaHeaderMapper {

    static final String HEADERS = "kumppani_recordHeaders";

    @Override
    public void toHeaders(Headers source, Map<String, Object> target) {
        target.put(HEADERS, source);
    }

    /** Nothing is sent through Spring Cloud Stream: the outbox's relay alone publishes. */
    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {}
}
