package fi.kumppani.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.kit.inbound.InboundTestService.Script;
import fi.kumppani.kit.testing.Engines;
import fi.kumppani.kit.testing.TestIssuer;
import fi.kumppani.kit.testing.TestMessage;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A service whose broker is not there when it starts. */
class BrokerAwayIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void startsWithoutTheBrokerAndHearsSoonAfterItIsBack() throws IOException {
        int port = freePort();
        long begun = System.nanoTime();
        try (ConfigurableApplicationContext service = start("127.0.0.1:" + port)) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("the start does not wait for the broker")
                    .isLessThan(Duration.ofSeconds(40));
            RestTestClient client = client(service);
            client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
            client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
            client.get()
                    .uri("/actuator/health/kafka")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.components.messages.details.brokerReachable")
                    .isEqualTo(false);

            TestMessage sent = TestMessage.of(InboundTestService.decided());
            publish(sent);
            Script script = service.getBean(Script.class);
            try (var _ = Forwarder.from(port, Engines.shared().kafka())) {
                await().atMost(SOON)
                        .until(
                                () ->
                                        !script.attempts(
                                                        InboundTestService.GRANT_MESSAGES,
                                                        sent.subject())
                                                .isEmpty());
                await().atMost(Duration.ofSeconds(15))
                        .untilAsserted(
                                () ->
                                        client.get()
                                                .uri("/actuator/health/kafka")
                                                .exchange()
                                                .expectStatus()
                                                .isOk());
            }
        }
    }

    @Test
    void startsEvenWhenTheBrokersNameIsUnknown() {
        try (ConfigurableApplicationContext service = start("no-such-broker.invalid:9092")) {
            client(service)
                    .get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    private static ConfigurableApplicationContext start(String brokers) {
        String name = Engines.uniqueName();
        return new SpringApplication(InboundTestService.class)
                .run(
                        "--spring.application.name=broker-away",
                        "--server.port=0",
                        "--kumppani.kafka.brokers=" + brokers,
                        "--kumppani.security.issuer=" + TestIssuer.ISSUER,
                        "--spring.mongodb.uri=" + Engines.shared().mongodb(),
                        "--spring.mongodb.database=" + name,
                        "--spring.cloud.function.definition=grantMessages",
                        "--spring.cloud.stream.bindings.grantMessages-in-0.destination="
                                + "grants.call,grants.application",
                        "--spring.cloud.stream.bindings.grantMessages-in-0.group=" + name);
    }

    private static RestTestClient client(ConfigurableApplicationContext service) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static void publish(TestMessage message) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, Engines.shared().kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var outgoing =
                    new ProducerRecord<>(
                            message.topic().name(),
                            message.key(),
                            String.valueOf(message.body()).getBytes(StandardCharsets.UTF_8));
            message.headers()
                    .forEach(
                            (name, value) ->
                                    outgoing.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(outgoing);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A door to the broker that can be opened late. */
    private record Forwarder(ServerSocket door) implements AutoCloseable {

        static Forwarder from(int port, String target) throws IOException {
            var door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            int colon = target.lastIndexOf(':');
            var address =
                    new InetSocketAddress(
                            target.substring(0, colon),
                            Integer.parseInt(target.substring(colon + 1)));
            var forwarder = new Forwarder(door);
            Thread.ofVirtual().start(() -> forwarder.accept(address));
            return forwarder;
        }

        private void accept(InetSocketAddress address) {
            try {
                while (true) {
                    Socket client = door.accept();
                    Socket broker = new Socket(address.getHostString(), address.getPort());
                    Thread.ofVirtual().start(() -> pump(client, broker));
                    Thread.ofVirtual().start(() -> pump(broker, client));
                }
            } catch (IOException _) {
                // The door was closed.
            }
        }

        private static void pump(Socket from, Socket to) {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var _ = in.transferTo(out);
            } catch (IOException _) {
                // One side has gone.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
