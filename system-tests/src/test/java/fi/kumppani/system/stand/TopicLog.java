package fi.kumppani.system.stand;

import fi.kumppani.contracts.Topic;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The topics as they are kept, from their beginning to now; and a way to forge messages. */
public final class TopicLog {

    private final TestStand stand;

    public TopicLog(TestStand stand) {
        this.stand = stand;
    }

    /** Every record of a topic so far, each partition in its order. */
    public List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                stand.kafka(),
                                "default.api.timeout.ms",
                                "20000"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }

    /** The text of a header, or nothing. */
    public static String header(ConsumerRecord<byte[], byte[]> sent, String name) {
        var header = sent.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The key as text, or nothing. */
    public static String key(ConsumerRecord<byte[], byte[]> sent) {
        return text(sent.key());
    }

    /** The data as text, or nothing. */
    public static String value(ConsumerRecord<byte[], byte[]> sent) {
        return text(sent.value());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Puts the same record on its topic once more. */
    public void repeat(ConsumerRecord<byte[], byte[]> sent) {
        publish(
                new ProducerRecord<>(
                        sent.topic(), sent.partition(), sent.key(), sent.value(), sent.headers()));
    }

    /** Puts a record on a topic. */
    public void publish(ProducerRecord<byte[], byte[]> forged) {
        publish(List.of(forged));
    }

    /** Puts records on their topics, in this order. */
    public void publish(List<ProducerRecord<byte[], byte[]>> forged) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", stand.kafka(), "max.block.ms", "20000"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var sent : forged.stream().map(producer::send).toList()) {
                var _ = sent.get(20, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
