package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.inbound.InboundBindings.InboundBinding;
import fi.kumppani.kit.inbound.MessageDispatcher.Delivery;
import fi.kumppani.kit.outbox.KafkaSettings;
import fi.kumppani.kit.store.StoreOutage;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.support.KafkaHeaders;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/**
 * What could not be handled: counted, and handed once more to the handler of its group alone.
 *
 * <p>How far a replay has come is kept as the offsets of a group of its own, {@code
 * <group>.replays}, so that nothing is replayed twice. What fails again is laid down again, behind
 * the rest.
 */
final class DeadLetters {

    /**
     * The dead letters of one group from one topic.
     *
     * @param topic where they came from
     * @param group whose handler failed
     * @param waiting how many were not replayed yet
     * @param total how many there ever were
     */
    record Pile(String topic, String group, long waiting, long total) {}

    /** What became of the wish to replay. */
    sealed interface Replay {
        /**
         * It was done.
         *
         * @param handled how many were handled
         * @param failedAgain how many were laid down again
         * @param waiting how many are left, because the limit was reached or the store is away
         */
        record Done(long handled, long failedAgain, long waiting) implements Replay {}

        /** Somebody else replays them. */
        record AlreadyUnderWay() implements Replay {}

        /** This service has no such group on that topic. */
        record Unknown() implements Replay {}
    }

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final AdminClients admins;
    private final InboundBindings bindings;
    private final MessageDispatchers dispatchers;
    private final DeadLetterProducer producer;
    private final InboundMetrics metrics;
    private final Leases leases;
    private final Ids ids;

    DeadLetters(
            KafkaSettings kafka,
            AdminClients admins,
            InboundBindings bindings,
            MessageDispatchers dispatchers,
            DeadLetterProducer producer,
            InboundMetrics metrics,
            Leases leases,
            Ids ids) {
        this.kafka = kafka;
        this.admins = admins;
        this.bindings = bindings;
        this.dispatchers = dispatchers;
        this.producer = producer;
        this.metrics = metrics;
        this.leases = leases;
        this.ids = ids;
    }

    /** The group that remembers how far replays have come. */
    static String replayGroup(String group) {
        return group + ".replays";
    }

    /**
     * All dead letters of this service.
     *
     * @throws ExecutionException when the broker does not answer
     */
    List<Pile> count() throws InterruptedException, ExecutionException {
        try (Admin admin = admins.create()) {
            return count(admin);
        }
    }

    List<Pile> count(Admin admin) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions =
                Offsets.partitions(
                        admin,
                        bindings.all().stream()
                                .flatMap(
                                        binding ->
                                                binding.topics().stream()
                                                        .map(t -> letters(t.name(), binding)))
                                .toList());
        var first = Offsets.of(admin, partitions, OffsetSpec.earliest());
        var end = Offsets.of(admin, partitions, OffsetSpec.latest());
        var piles = new ArrayList<Pile>();
        for (InboundBinding binding : bindings.all()) {
            var replayed = Offsets.committed(admin, replayGroup(binding.group()));
            for (Topic topic : binding.topics()) {
                String letters = letters(topic.name(), binding);
                long waiting = 0;
                long total = 0;
                for (TopicPartition partition : partitions) {
                    if (partition.topic().equals(letters)) {
                        long from = first.getOrDefault(partition, 0L);
                        long to = end.getOrDefault(partition, 0L);
                        total += to - from;
                        waiting += to - Math.max(from, replayed.getOrDefault(partition, 0L));
                    }
                }
                piles.add(new Pile(topic.name(), binding.group(), waiting, total));
            }
        }
        return piles;
    }

    private static String letters(String topic, InboundBinding binding) {
        return new Topic(topic, 1).deadLetters(binding.group()).name();
    }

    /**
     * Hands the dead letters that were there when it began to their handler, oldest first.
     *
     * @param limit at most how many
     */
    Replay replay(String topic, String group, int limit)
            throws InterruptedException, ExecutionException {
        Optional<InboundBinding> binding = bindings.reading(topic, group);
        Optional<MessageDispatcher> dispatcher =
                binding.flatMap(found -> dispatchers.named(found.function()));
        if (dispatcher.isEmpty()) {
            return new Replay.Unknown();
        }
        String letters = new Topic(topic, 1).deadLetters(group).name();
        String lease = "replay:" + letters;
        String owner = ids.next();
        if (!leases.take(lease, owner, LEASE)) {
            return new Replay.AlreadyUnderWay();
        }
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group)) {
            return new Run(consumer, dispatcher.get(), topic, group, letters, lease, owner)
                    .upTo(limit);
        } finally {
            leases.giveBack(lease, owner);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.brokers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        replayGroup(group),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private enum Outcome {
        HANDLED,
        FAILED,
        STORE_AWAY
    }

    /** One replay. */
    private final class Run {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final MessageDispatcher dispatcher;
        private final String topic;
        private final String group;
        private final String letters;
        private final String lease;
        private final String owner;
        private long handled;
        private long failedAgain;

        Run(
                KafkaConsumer<byte[], byte[]> consumer,
                MessageDispatcher dispatcher,
                String topic,
                String group,
                String letters,
                String lease,
                String owner) {
            this.consumer = consumer;
            this.dispatcher = dispatcher;
            this.topic = topic;
            this.group = group;
            this.letters = letters;
            this.lease = lease;
            this.owner = owner;
        }

        Replay upTo(int limit) throws InterruptedException, ExecutionException {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(letters).stream()
                            .map(info -> new TopicPartition(letters, info.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            boolean going = true;
            while (going && handled + failedAgain < limit && behind(ends) > 0) {
                going = leases.take(lease, owner, LEASE) && round(ends, limit);
            }
            return new Replay.Done(handled, failedAgain, waiting(partitions));
        }

        private boolean round(Map<TopicPartition, Long> ends, int limit)
                throws InterruptedException, ExecutionException {
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
                boolean newer = letter.offset() >= ends.getOrDefault(partition, 0L);
                if (newer || handled + failedAgain >= limit) {
                    continue;
                }
                switch (deliver(letter)) {
                    case HANDLED -> handled++;
                    case FAILED -> {
                        layDownAgain(letter);
                        failedAgain++;
                    }
                    case STORE_AWAY -> {
                        return false;
                    }
                }
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
            }
            return true;
        }

        private Outcome deliver(ConsumerRecord<byte[], byte[]> letter) {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                try {
                    dispatcher.dispatch(letter.headers(), letter.value(), Delivery.LIVE);
                    return Outcome.HANDLED;
                } catch (PoisonMessageException e) {
                    return Outcome.FAILED;
                } catch (RuntimeException e) {
                    if (StoreOutage.isBehind(e)) {
                        return Outcome.STORE_AWAY;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
            return Outcome.FAILED;
        }

        private void layDownAgain(ConsumerRecord<byte[], byte[]> letter)
                throws InterruptedException, ExecutionException {
            var headers = new RecordHeaders(letter.headers().toArray());
            headers.remove(KafkaHeaders.DLT_ORIGINAL_OFFSET);
            headers.add(
                    KafkaHeaders.DLT_ORIGINAL_OFFSET,
                    Long.toString(letter.offset()).getBytes(StandardCharsets.UTF_8));
            var _ =
                    producer.template()
                            .send(
                                    new ProducerRecord<>(
                                            letters,
                                            letter.partition(),
                                            letter.key(),
                                            letter.value(),
                                            headers))
                            .get();
            metrics.deadLetter(topic, group);
        }

        private long behind(Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                    .sum();
        }

        private long waiting(List<TopicPartition> partitions) {
            var committed = consumer.committed(Set.copyOf(partitions));
            var firsts = consumer.beginningOffsets(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(
                            end -> {
                                var offset = committed.get(end.getKey());
                                long from =
                                        offset == null
                                                ? firsts.getOrDefault(end.getKey(), 0L)
                                                : offset.offset();
                                return end.getValue() - from;
                            })
                    .sum();
        }
    }
}
