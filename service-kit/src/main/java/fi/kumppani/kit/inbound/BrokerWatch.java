package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.kit.inbound.DeadLetters.Pile;
import fi.kumppani.kit.inbound.InboundBindings.InboundBinding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds whether the broker answers, how far each group is behind its topics, and
 * how many dead letters wait; so that health and metrics cost a request nothing.
 */
public final class BrokerWatch implements SmartLifecycle {

    /**
     * What was seen last.
     *
     * @param reachable whether the broker answered
     * @param since since when that is so
     */
    public record Sight(boolean reachable, Instant since) {}

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long PAUSE_MILLIS = 5000;

    private final AdminClients admins;
    private final InboundBindings bindings;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final MultiGauge lag;
    private final MultiGauge waiting;
    private volatile Sight sight;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    BrokerWatch(
            AdminClients admins,
            InboundBindings bindings,
            DeadLetters deadLetters,
            Clock clock,
            MeterRegistry meters) {
        this.admins = admins;
        this.bindings = bindings;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.sight = new Sight(false, clock.instant());
        this.lag =
                MultiGauge.builder("kumppani.inbound.lag")
                        .description("Messages a group has not handled yet")
                        .register(meters);
        this.waiting =
                MultiGauge.builder("kumppani.inbound.dead.letters.waiting")
                        .description("Dead letters not replayed yet")
                        .register(meters);
        var _ =
                Gauge.builder("kumppani.kafka.reachable", () -> sight.reachable() ? 1 : 0)
                        .description("Whether the broker answers")
                        .register(meters);
    }

    /** What was seen last. */
    public Sight sight() {
        return sight;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("broker-watch").start(() -> watch(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void watch(CountDownLatch stop) {
        Admin admin = null;
        try {
            do {
                admin = look(admin);
            } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    /** Gives the client to look with the next time; null when there is none to be had. */
    private @Nullable Admin look(@Nullable Admin known) throws InterruptedException {
        Admin admin = known;
        try {
            if (admin == null) {
                admin = admins.create();
            }
            var _ = admin.describeCluster().nodes().get();
            see(true);
            measure(admin);
        } catch (ExecutionException | KafkaException e) {
            log.debug("The broker does not answer", e);
            see(false);
        }
        return admin;
    }

    private void see(boolean reachable) {
        if (sight.reachable() != reachable) {
            sight = new Sight(reachable, clock.instant());
            if (reachable) {
                log.info("The broker answers");
            } else {
                log.warn("The broker does not answer");
            }
        }
    }

    private void measure(Admin admin) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions =
                Offsets.partitions(
                        admin,
                        bindings.all().stream()
                                .flatMap(binding -> binding.topics().stream())
                                .map(Topic::name)
                                .toList());
        var ends = Offsets.of(admin, partitions, OffsetSpec.latest());
        var lags = new ArrayList<MultiGauge.Row<?>>();
        for (InboundBinding binding : bindings.all()) {
            var committed = Offsets.committed(admin, binding.group());
            for (Topic topic : binding.topics()) {
                long behind =
                        ends.entrySet().stream()
                                .filter(end -> end.getKey().topic().equals(topic.name()))
                                .mapToLong(
                                        end ->
                                                end.getValue()
                                                        - committed.getOrDefault(end.getKey(), 0L))
                                .sum();
                lags.add(
                        MultiGauge.Row.of(
                                Tags.of("topic", topic.name(), "group", binding.group()), behind));
            }
        }
        lag.register(lags, true);
        var piles = new ArrayList<MultiGauge.Row<?>>();
        for (Pile pile : deadLetters.count(admin)) {
            piles.add(
                    MultiGauge.Row.of(
                            Tags.of("topic", pile.topic(), "group", pile.group()), pile.waiting()));
        }
        waiting.register(piles, true);
    }
}
