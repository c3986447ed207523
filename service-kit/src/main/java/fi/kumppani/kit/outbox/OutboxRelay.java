package fi.kumppani.kit.outbox;

import com.mongodb.MongoException;

import fi.kumppani.kit.outbox.OutboxSource.Owed;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Publishes what documents owe: woken by the write, swept at start for what a crash left.
 *
 * <p>One thread sends what it finds in the documents, in their order, waits until the broker has
 * all of it, and then settles. A crash in between repeats messages and loses none. Several
 * instances may do so at once: each sends a document's messages from the first unsettled one on, so
 * the first occurrence of each stays in order for its key.
 */
public final class OutboxRelay implements SmartLifecycle, UnsentMessages {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /**
     * Beyond this many waiting documents the rest is left to a sweep, so that an outage costs no
     * memory.
     */
    private static final int MOST_REMEMBERED = 50_000;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final String origin;
    private final Clock clock;
    private final OutboxSettings settings;
    private final Map<String, OutboxSource> sources = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();
    private final Map<Key, Waiting> underWay = new LinkedHashMap<>();
    private boolean sweepAsked = true;

    private volatile @Nullable Thread worker;

    /**
     * @param producers makes a Kafka producer that is idempotent and never gives a message up
     * @param origin the CloudEvents source to name
     */
    public OutboxRelay(
            Supplier<Producer<byte[], byte[]>> producers,
            String origin,
            Clock clock,
            OutboxSettings settings) {
        this.producers = producers;
        this.origin = origin;
        this.clock = clock;
        this.settings = settings;
    }

    /** Makes a collection's documents heard. */
    public void serve(OutboxSource source) {
        if (sources.putIfAbsent(source.name(), source) != null) {
            throw new IllegalStateException("Two outbox sources are named " + source.name());
        }
    }

    /** Says that a document has just been written and owes messages. */
    public void wake(OutboxSource source, String id, int messages) {
        lock.lock();
        try {
            remember(new Key(source.name(), id), new Waiting(clock.instant(), messages));
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Duration> oldestAge() {
        lock.lock();
        try {
            Instant now = clock.instant();
            return all().stream()
                    .map(Waiting::since)
                    .min(Comparator.naturalOrder())
                    .map(since -> Duration.between(since, now));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long count() {
        lock.lock();
        try {
            return all().stream().mapToLong(Waiting::messages).sum();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::work);
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Stops after the web server and the consumers, so that their last writes still go out. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    private void work() {
        try (Producer<byte[], byte[]> producer = producers.get()) {
            while (isRunning()) {
                Map<Key, Waiting> round = nextRound();
                if (!round.isEmpty() && !publish(producer, round)) {
                    Thread.sleep(settings.pauseAfterFailure());
                }
            }
        } catch (InterruptedException | InterruptException _) {
            log.debug("The outbox relay was told to stop");
        }
    }

    private Map<Key, Waiting> nextRound() throws InterruptedException {
        boolean sweep;
        lock.lockInterruptibly();
        try {
            if (waiting.isEmpty() && !sweepAsked) {
                long nanos = settings.sweepEvery().toNanos();
                while (waiting.isEmpty() && nanos > 0) {
                    nanos = woken.awaitNanos(nanos);
                }
                sweepAsked = waiting.isEmpty();
            }
            sweep = waiting.isEmpty() && sweepAsked;
        } finally {
            lock.unlock();
        }
        if (sweep) {
            sweep();
        }
        lock.lockInterruptibly();
        try {
            underWay.clear();
            var entries = waiting.entrySet().iterator();
            while (entries.hasNext() && underWay.size() < settings.round()) {
                var entry = entries.next();
                underWay.put(entry.getKey(), entry.getValue());
                entries.remove();
            }
            return new LinkedHashMap<>(underWay);
        } finally {
            lock.unlock();
        }
    }

    private void sweep() throws InterruptedException {
        try {
            boolean complete = true;
            for (OutboxSource source : sources.values()) {
                complete &= sweep(source);
            }
            lock.lock();
            try {
                sweepAsked = !complete;
            } finally {
                lock.unlock();
            }
        } catch (MongoException | DataAccessException e) {
            log.warn("Looking for unsent messages failed: {}", e.getClass().getSimpleName());
            Thread.sleep(settings.pauseAfterFailure());
        }
    }

    private boolean sweep(OutboxSource source) {
        String after = "";
        List<String> found;
        do {
            found = source.owing(after, settings.round());
            lock.lock();
            try {
                for (String id : found) {
                    remember(new Key(source.name(), id), new Waiting(clock.instant(), 1));
                }
                if (waiting.size() >= MOST_REMEMBERED) {
                    return false;
                }
            } finally {
                lock.unlock();
            }
            after = found.isEmpty() ? after : found.getLast();
        } while (found.size() == settings.round());
        return true;
    }

    /** Publishes and settles one round; false when anything has to be tried again. */
    private boolean publish(Producer<byte[], byte[]> producer, Map<Key, Waiting> round)
            throws InterruptedException {
        boolean all = true;
        Map<String, List<String>> bySource =
                round.keySet().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Key::source,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Key::id, Collectors.toList())));
        for (var part : bySource.entrySet()) {
            OutboxSource source = sources.get(part.getKey());
            if (source != null) {
                all &= publish(producer, source, part.getValue());
            }
        }
        lock.lock();
        try {
            underWay.clear();
        } finally {
            lock.unlock();
        }
        return all;
    }

    private boolean publish(
            Producer<byte[], byte[]> producer, OutboxSource source, List<String> ids)
            throws InterruptedException {
        try {
            List<Owed> owed = source.owedBy(ids);
            List<Sent> sent = new ArrayList<>(owed.size());
            for (Owed each : owed) {
                sent.add(new Sent(each, send(producer, each)));
            }
            producer.flush();
            List<Owed> published = new ArrayList<>(owed.size());
            List<String> failed = new ArrayList<>();
            for (Sent each : sent) {
                if (each.messages().size() == each.owed().entries().size()
                        && allArrived(each.messages())) {
                    published.add(each.owed());
                } else {
                    failed.add(each.owed().id());
                }
            }
            source.settle(published);
            again(source, failed);
            return failed.isEmpty();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | MongoException | DataAccessException e) {
            log.warn(
                    "Publishing from {} failed, will be tried again: {}",
                    source.name(),
                    e.getClass().getSimpleName());
            again(source, ids);
            return false;
        }
    }

    /** Sends a document's messages in order and stops at the first that is refused on the spot. */
    private List<Future<?>> send(Producer<byte[], byte[]> producer, Owed owed)
            throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>(owed.entries().size());
        for (OutboxEntry entry : owed.entries()) {
            Future<?> future = producer.send(entry.toRecord(origin));
            if (future.isDone() && !allArrived(List.of(future))) {
                break;
            }
            sent.add(future);
        }
        return sent;
    }

    private static boolean allArrived(Collection<Future<?>> sent) throws InterruptedException {
        for (Future<?> future : sent) {
            try {
                future.get();
            } catch (ExecutionException e) {
                log.warn(
                        "The broker did not take a message: {}",
                        e.getCause() == null ? e : e.getCause().getClass().getSimpleName());
                return false;
            }
        }
        return true;
    }

    private void again(OutboxSource source, Collection<String> ids) {
        lock.lock();
        try {
            for (String id : ids) {
                Key key = new Key(source.name(), id);
                remember(key, underWay.getOrDefault(key, new Waiting(clock.instant(), 1)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void remember(Key key, Waiting added) {
        if (waiting.size() >= MOST_REMEMBERED && !waiting.containsKey(key)) {
            sweepAsked = true;
            return;
        }
        waiting.merge(key, added, Waiting::and);
    }

    private List<Waiting> all() {
        List<Waiting> both = new ArrayList<>(waiting.values());
        both.addAll(underWay.values());
        return both;
    }

    private record Key(String source, String id) {}

    /** What a document owes, and as much of it as the producer took. */
    private record Sent(Owed owed, List<Future<?>> messages) {}

    private record Waiting(Instant since, int messages) {

        Waiting and(Waiting other) {
            return new Waiting(
                    since.isBefore(other.since) ? since : other.since, messages + other.messages);
        }
    }
}
