package fi.kumppani.kit.testing;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.cloud.stream.config.BindingServiceProperties;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends messages to a service's bindings, as another service would, and reads what it publishes.
 */
public final class TestMessages implements DisposableBean {

    /** How long outcomes are waited for. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(50);

    private final String brokers;
    private final BindingServiceProperties bindings;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final Map<TopicPartition, Long> starts;
    private final Map<String, Reader> readers = new HashMap<>();

    TestMessages(String brokers, BindingServiceProperties bindings) {
        this.brokers = brokers;
        this.bindings = bindings;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                brokers,
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new StringSerializer(),
                        new ByteArraySerializer());
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers));
        this.starts =
                ends(Topics.all().stream().flatMap(topic -> partitions(topic.name())).toList());
    }

    /** Sends the message and waits until the broker has it. */
    public void publish(TestMessage message) {
        String body = message.body();
        publishBytes(message, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the message with these bytes for a body. */
    public void publishBytes(TestMessage message, byte @Nullable [] body) {
        var outgoing = new ProducerRecord<>(message.topic().name(), null, message.key(), body);
        message.headers()
                .forEach(
                        (name, value) ->
                                outgoing.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        var _ = answerOf(producer.send(outgoing));
    }

    /** Sends the messages in this order. */
    public void publish(TestMessage... messages) {
        Arrays.stream(messages).forEach(this::publish);
    }

    /** Sends bytes without any envelope. */
    public void publishBytes(Topic topic, String key, byte[] bytes) {
        var _ = answerOf(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
    }

    /** What came to the topic since this context started. */
    public List<ReceivedMessage> received(Topic topic) {
        synchronized (readers) {
            return readers.computeIfAbsent(topic.name(), Reader::new).read();
        }
    }

    /** Waits for a message on the topic that fits. */
    public ReceivedMessage awaitMessage(Topic topic, Predicate<ReceivedMessage> fits) {
        return Awaitility.await("a message on " + topic.name())
                .atMost(PATIENCE)
                .until(
                        () -> received(topic).stream().filter(fits).findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** The dead letters of a binding of this context. */
    public List<ReceivedMessage> deadLetters(Topic topic, String function) {
        return received(topic.deadLetters(group(function)));
    }

    /** The consumer group a function has in this context. */
    public String group(String function) {
        return bindings.getBindingProperties(function + "-in-0").getGroup();
    }

    /** Waits until the function has handled, or laid down, everything sent so far. */
    public void awaitAllHandled(String function) {
        String group = group(function);
        List<TopicPartition> partitions =
                Arrays.stream(
                                bindings.getBindingProperties(function + "-in-0")
                                        .getDestination()
                                        .split("\\s*,\\s*"))
                        .flatMap(this::partitions)
                        .toList();
        Map<TopicPartition, Long> ends = ends(partitions);
        Awaitility.await(group + " to handle everything")
                .atMost(PATIENCE)
                .until(() -> isAt(group, ends));
    }

    @Override
    public void destroy() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
        readers.values().forEach(Reader::close);
    }

    private Stream<TopicPartition> partitions(String topic) {
        return producer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()));
    }

    private boolean isAt(String group, Map<TopicPartition, Long> ends) {
        var committed =
                answerOf(
                        admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .toCompletionStage()
                                .toCompletableFuture());
        return ends.entrySet().stream()
                .allMatch(
                        end -> {
                            var offset = committed.get(end.getKey());
                            return end.getValue() == 0
                                    || (offset != null && offset.offset() >= end.getValue());
                        });
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return answerOf(
                        admin.listOffsets(
                                        partitions.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                p -> p, _ -> OffsetSpec.latest())))
                                .all()
                                .toCompletionStage()
                                .toCompletableFuture())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T answerOf(Future<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Reader {

        private final KafkaConsumer<String, byte[]> consumer;
        private final List<TopicPartition> partitions;
        private final List<ReceivedMessage> found = new ArrayList<>();

        Reader(String topic) {
            consumer =
                    new KafkaConsumer<>(
                            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                            new StringDeserializer(),
                            new ByteArrayDeserializer());
            partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, starts.getOrDefault(partition, 0L)));
        }

        List<ReceivedMessage> read() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(one -> found.add(ReceivedMessage.of(one)));
            }
            return List.copyOf(found);
        }

        void close() {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
