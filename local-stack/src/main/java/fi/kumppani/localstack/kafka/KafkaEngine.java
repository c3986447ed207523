package fi.kumppani.localstack.kafka;

import fi.kumppani.localstack.Engine;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Apache Kafka as one node that is broker and controller at once, reachable from this machine only.
 */
public final class KafkaEngine implements Engine {

    private static final int NODE_ID = 1;

    private final Path data;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;

    public KafkaEngine(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() {
        formatWhenEmpty();
        var starting = new KafkaRaftServer(new KafkaConfig(configuration(), false), Time.SYSTEM);
        server = starting;
        starting.startup();
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private void formatWhenEmpty() {
        // Written last: where it is missing, formatting has not been finished.
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka cannot use " + data, e);
        }
    }

    private Map<String, String> configuration() {
        var broker = "localhost:" + port;
        var controller = "localhost:" + controllerPort;
        Map<String, String> configuration = new HashMap<>();
        configuration.put("process.roles", "broker,controller");
        configuration.put("node.id", String.valueOf(NODE_ID));
        configuration.put("controller.quorum.voters", NODE_ID + "@" + controller);
        configuration.put(
                "listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(broker, controller));
        configuration.put("advertised.listeners", "PLAINTEXT://" + broker);
        configuration.put("controller.listener.names", "CONTROLLER");
        configuration.put(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        configuration.put("inter.broker.listener.name", "PLAINTEXT");
        configuration.put("log.dirs", data.toString());

        configuration.put("auto.create.topics.enable", "false");
        configuration.put("log.retention.ms", "-1");

        // After kill -9 the controller waits for the old session to expire before it lets the
        // broker in again: 9 s by default.
        configuration.put("broker.session.timeout.ms", "2000");
        configuration.put("broker.heartbeat.interval.ms", "500");
        configuration.put("group.initial.rebalance.delay.ms", "0");

        // One node has nobody to replicate to.
        configuration.put("offsets.topic.num.partitions", "3");
        configuration.put("offsets.topic.replication.factor", "1");
        configuration.put("transaction.state.log.num.partitions", "3");
        configuration.put("transaction.state.log.replication.factor", "1");
        configuration.put("transaction.state.log.min.isr", "1");
        configuration.put("share.coordinator.state.topic.replication.factor", "1");
        configuration.put("share.coordinator.state.topic.min.isr", "1");

        // Sized for a developer's machine: the cleaner alone takes 128 MB of heap by default.
        configuration.put("log.cleaner.dedupe.buffer.size", "4194304");
        configuration.put("num.network.threads", "2");
        configuration.put("num.io.threads", "4");
        configuration.put("background.threads", "4");
        return configuration;
    }
}
