package fi.kumppani.kit.inbound;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.kit.outbox.KafkaSettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Creates the topics there should be, and this service's dead-letter topics; in the background, so
 * that a service starts while the broker is away.
 */
final class TopicProvisioner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final long PAUSE_MILLIS = 1000;

    /** Room for any message a source can hold, with the headers a dead letter adds. */
    private static final String LARGEST_DEAD_LETTER = "16777216";

    private final AdminClients admins;
    private final KafkaSettings settings;
    private final InboundBindings bindings;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    TopicProvisioner(AdminClients admins, KafkaSettings settings, InboundBindings bindings) {
        this.admins = admins;
        this.settings = settings;
        this.bindings = bindings;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        Thread.ofVirtual().name("topic-provisioner").start(() -> provision(stop));
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Before the consumers and the relay, which have later phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void provision(CountDownLatch stop) {
        try {
            boolean told = false;
            while (!createMissing()) {
                if (!told) {
                    log.warn(
                            "The broker does not answer; its topics are looked after when it does");
                    told = true;
                }
                if (stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            log.info("All topics are there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean createMissing() throws InterruptedException {
        try (Admin admin = admins.create()) {
            var results = admin.createTopics(wanted()).values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        log.debug("Topic {} is not there yet", result.getKey(), e.getCause());
                        return false;
                    }
                }
            }
            return true;
        } catch (KafkaException e) {
            log.debug("No topics yet", e);
            return false;
        }
    }

    private List<NewTopic> wanted() {
        var topics = new ArrayList<NewTopic>();
        Topics.all().forEach(topic -> topics.add(forever(topic, Map.of())));
        for (var binding : bindings.all()) {
            for (Topic topic : binding.topics()) {
                topics.add(
                        forever(
                                topic.deadLetters(binding.group()),
                                Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_DEAD_LETTER)));
            }
        }
        return topics;
    }

    private NewTopic forever(Topic topic, Map<String, String> more) {
        var configuration = new HashMap<>(more);
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        return new NewTopic(topic.name(), topic.partitions(), settings.replicationFactor())
                .configs(configuration);
    }
}
