package fi.kumppani.kit.inbound;

import fi.kumppani.kit.outbox.KafkaSettings;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import java.util.Map;

/** Lays down dead letters; connects with the first of them, and fails soon when it cannot. */
final class DeadLetterProducer implements DisposableBean {

    private static final int LARGEST_REQUEST = 17 * 1024 * 1024;

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

    DeadLetterProducer(KafkaSettings settings) {
        this.producers =
                new DefaultKafkaProducerFactory<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                settings.brokers(),
                                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                                ByteArraySerializer.class,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                LARGEST_REQUEST,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                5000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                5000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                10_000));
    }

    KafkaTemplate<byte[], byte[]> template() {
        return new KafkaTemplate<>(producers);
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
