package fi.kumppani.kit.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import fi.kumppani.contracts.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The broker and the store of a test run, started with the first test that needs them.
 *
 * @param mongodb the address of the store, without a database
 * @param kafka the address of the broker
 */
public record Engines(String mongodb, String kafka) {

    private static final String MONGODB_IMAGE = "mongo:8";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    private static final String RUN =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static @Nullable Engines shared;

    /** The engines of this run. */
    public static synchronized Engines shared() {
        Engines running = shared;
        if (running == null) {
            running = start(System.getenv().getOrDefault("KUMPPANI_TEST_ENGINES", "embedded"));
            createTopics(running.kafka());
            shared = running;
        }
        return running;
    }

    /** A name that no other context of this run, or of another run, has. */
    public static String uniqueName() {
        return "t" + RUN + "-" + NAMES.incrementAndGet();
    }

    private static void createTopics(String kafka) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            var topics =
                    Topics.all().stream()
                            .map(t -> new NewTopic(t.name(), t.partitions(), (short) 1))
                            .toList();
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Engines start(String kind) {
        return switch (kind) {
            case "embedded" -> new Engines(embeddedStore(), embeddedBroker());
            case "containers" -> containers();
            case "external" ->
                    new Engines(address("KUMPPANI_MONGODB_URI"), address("KUMPPANI_KAFKA"));
            default ->
                    throw new IllegalArgumentException(
                            "KUMPPANI_TEST_ENGINES is embedded, containers or external");
        };
    }

    private static String address(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " must say where the engine is");
        }
        return value;
    }

    private static String embeddedStore() {
        var server = new MongoServer(new MemoryBackend());
        var address = server.bind();
        return "mongodb://localhost:" + address.getPort();
    }

    private static String embeddedBroker() {
        var broker = new EmbeddedKafkaKraftBroker(1, 3);
        broker.brokerProperties(
                Map.of(
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "transaction.state.log.num.partitions", "1",
                        "offsets.topic.num.partitions", "1"));
        broker.brokerListProperty("kumppani.test.brokers");
        broker.afterPropertiesSet();
        return broker.getBrokersAsString();
    }

    private static Engines containers() {
        var store = new MongoDBContainer(MONGODB_IMAGE);
        var broker =
                new KafkaContainer(KAFKA_IMAGE)
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        store.start();
        broker.start();
        return new Engines(store.getConnectionString(), broker.getBootstrapServers());
    }
}
