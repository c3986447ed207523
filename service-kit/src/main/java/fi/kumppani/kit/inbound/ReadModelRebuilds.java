package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.inbound.MessageDispatcher.Delivery;
import fi.kumppani.kit.outbox.KafkaSettings;
import fi.kumppani.kit.store.StoreOutage;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Rebuilds a read model from the beginning of its topics, beside the current one, and puts it in
 * its place when it has everything.
 *
 * <p>The topics are read without a group, so nothing that listens is disturbed. After the swap it
 * goes on until no instance can still be writing to the old collection: what such an instance wrote
 * there is in the topics before the end read last.
 */
public final class ReadModelRebuilds implements SmartLifecycle {

    /** What became of the wish to rebuild. */
    public sealed interface Start {
        /** It has begun. */
        record Begun() implements Start {}

        /** Another rebuild of it is under way, here or on another instance. */
        record AlreadyUnderWay() implements Start {}

        /** There is no such read model. */
        record Unknown() implements Start {}
    }

    /** How a rebuild of this instance stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far a rebuild of this instance is.
     *
     * @param state how it stands
     * @param read how many messages were read
     * @param failed how many could not be handled, and are missing as they are missing now
     */
    public record Progress(State state, long read, long failed) {}

    private static final Logger log = LoggerFactory.getLogger(ReadModelRebuilds.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 200;

    /** Twice the age a pointer can have: nobody uses the old generation any more. */
    private static final Duration FOLLOW_UP =
            ReadModelGenerations.POINTER_AGE.multipliedBy(2).plusSeconds(1);

    private final KafkaSettings kafka;
    private final InboundBindings bindings;
    private final MessageDispatchers dispatchers;
    private final ReadModelGenerations generations;
    private final Ids ids;
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    ReadModelRebuilds(
            KafkaSettings kafka,
            InboundBindings bindings,
            MessageDispatchers dispatchers,
            ReadModelGenerations generations,
            Ids ids) {
        this.kafka = kafka;
        this.bindings = bindings;
        this.dispatchers = dispatchers;
        this.generations = generations;
        this.ids = ids;
    }

    /** Begins to rebuild the read model, in the background. */
    public Start start(String readModel) {
        Set<String> feeding = dispatchers.feeding(readModel);
        if (feeding.isEmpty()) {
            return new Start.Unknown();
        }
        String owner = ids.next();
        Optional<Integer> generation = generations.reserve(readModel, owner);
        if (generation.isEmpty()) {
            return new Start.AlreadyUnderWay();
        }
        var rebuild = new Rebuild(readModel, owner, generation.get(), feeding);
        progress.put(readModel, new Progress(State.RUNNING, 0, 0));
        Thread.ofVirtual().name("rebuild-" + readModel).start(rebuild);
        return new Start.Begun();
    }

    /** How the last rebuild by this instance stands; empty when there was none. */
    public Optional<Progress> progress(String readModel) {
        return Optional.ofNullable(progress.get(readModel));
    }

    /** The read models that can be rebuilt. */
    public Set<String> names() {
        return Set.copyOf(dispatchers.readModels());
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Rebuild implements Runnable {

        private final String readModel;
        private final String owner;
        private final int generation;
        private final Map<String, List<MessageDispatcher>> byTopic = new LinkedHashMap<>();
        private long read;
        private long failed;

        Rebuild(String readModel, String owner, int generation, Set<String> feeding) {
            this.readModel = readModel;
            this.owner = owner;
            this.generation = generation;
            for (String function : feeding) {
                MessageDispatcher dispatcher = dispatchers.named(function).orElseThrow();
                for (Topic topic : bindings.of(function).topics()) {
                    byTopic.computeIfAbsent(topic.name(), _ -> new ArrayList<>()).add(dispatcher);
                }
            }
        }

        @Override
        public void run() {
            log.info("Rebuilding {} as generation {}", readModel, generation);
            State outcome = State.FAILED;
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                replay(consumer);
                outcome = State.DONE;
                log.info("Rebuilt {} from {} messages, {} failed", readModel, read, failed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.error("Rebuilding {} failed; it stays as it was", readModel, e);
            }
            release();
            report(outcome);
        }

        private void release() {
            try {
                generations.release(readModel, owner);
            } catch (RuntimeException e) {
                log.warn("The reservation of {} ends by itself", readModel, e);
            }
        }

        private void replay(KafkaConsumer<byte[], byte[]> consumer) throws InterruptedException {
            List<TopicPartition> partitions =
                    byTopic.keySet().stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            catchUp(consumer, partitions);
            if (!generations.swap(readModel, owner, generation)) {
                throw new IllegalStateException("The reservation was lost");
            }
            long enough = System.nanoTime() + FOLLOW_UP.toNanos();
            while (System.nanoTime() < enough) {
                catchUp(consumer, partitions);
            }
            catchUp(consumer, partitions);
            generations.dropAllBut(readModel, generation);
        }

        /** Reads to the end as it is when the call begins. */
        private void catchUp(
                KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions)
                throws InterruptedException {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            do {
                if (stopped.getCount() == 0) {
                    throw new InterruptedException("The service stops");
                }
                if (!generations.renew(readModel, owner)) {
                    throw new IllegalStateException("The reservation was lost");
                }
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    handle(message);
                    read++;
                }
                report(State.RUNNING);
            } while (isBehind(consumer, ends));
        }

        private boolean isBehind(
                KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
        }

        private void handle(ConsumerRecord<byte[], byte[]> message) throws InterruptedException {
            for (MessageDispatcher dispatcher : byTopic.getOrDefault(message.topic(), List.of())) {
                if (!handled(dispatcher, message)) {
                    failed++;
                }
            }
        }

        private boolean handled(
                MessageDispatcher dispatcher, ConsumerRecord<byte[], byte[]> message)
                throws InterruptedException {
            int attempts = 0;
            while (true) {
                try {
                    ReadModelGenerations.runRebuilding(
                            readModel,
                            generation,
                            () ->
                                    dispatcher.dispatch(
                                            message.headers(), message.value(), Delivery.REBUILD));
                    return true;
                } catch (PoisonMessageException e) {
                    return false;
                } catch (RuntimeException e) {
                    boolean away = StoreOutage.isBehind(e);
                    if (!away && ++attempts == ATTEMPTS) {
                        log.warn(
                                "Rebuilding {} cannot handle {}-{}@{}: {}",
                                readModel,
                                message.topic(),
                                message.partition(),
                                message.offset(),
                                e.getClass().getName());
                        return false;
                    }
                    if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                        throw new InterruptedException("The service stops");
                    }
                }
            }
        }

        private void report(State state) {
            progress.put(readModel, new Progress(state, read, failed));
        }

        private KafkaConsumer<byte[], byte[]> consumer() {
            return new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            kafka.brokers(),
                            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                            false,
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            1000),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }
    }
}
