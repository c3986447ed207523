package fi.kumppani.kit.outbox;

import fi.kumppani.kit.ids.Ids;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

    @Bean
    OutboxEntries outboxEntries(Clock clock, Ids ids) {
        return new OutboxEntries(MessageJson.mapper(), clock, ids);
    }

    @Bean
    Supplier<OutboxEntries.Origin> messageOrigin(ObjectProvider<Tracer> tracers) {
        Tracer tracer = tracers.getIfAvailable(() -> Tracer.NOOP);
        return () ->
                new OutboxEntries.Origin(
                        Causation.current().orElse(null), traceparent(tracer.currentSpan()));
    }

    @Bean
    OutboxRelay outboxRelay(
            @Value("${kumppani.kafka.brokers:localhost:19092}") String brokers,
            @Value("${spring.application.name:kumppani}") String service,
            Clock clock,
            OutboxSettings settings) {
        return new OutboxRelay(
                () -> producer(brokers, service), "urn:kumppani:" + service, clock, settings);
    }

    /**
     * A producer that never gives a message up by itself: giving up would let later ones overtake
     * it. One request at a time: on a topic that has just been made, a second one may be taken
     * before the first, which then is refused for ever (KAFKA-15591).
     */
    private static Producer<byte[], byte[]> producer(String brokers, String service) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        service + "-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "none"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static @Nullable String traceparent(@Nullable Span span) {
        if (span == null || span.context().traceId().isEmpty()) {
            return null;
        }
        var context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
