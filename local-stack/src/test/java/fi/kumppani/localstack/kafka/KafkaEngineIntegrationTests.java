package fi.kumppani.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.localstack.FreePorts;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class KafkaEngineIntegrationTests {

    @TempDir private Path data;

    private final int port = FreePorts.next();
    private final int controllerPort = FreePorts.next();

    @Test
    void keepsWhatItWasToldOverARestartAndMakesNoTopicByItself() throws Exception {
        try (var engine = new KafkaEngine(data, port, controllerPort)) {
            engine.start();
            createTopic("events.event");
            send("events.event", "Järjestöilta");

            assertThatThrownBy(() -> describe("events.registration"))
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }

        try (var engine = new KafkaEngine(data, port, controllerPort)) {
            engine.start();

            assertThat(readFirst("events.event")).isEqualTo("Järjestöilta");
        }
    }

    private void createTopic(String name) throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private void describe(String topic) throws Exception {
        try (var admin = Admin.create(client())) {
            var _ = admin.describeTopics(List.of(topic)).allTopicNames().get();
        }
    }

    private void send(String topic, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private String readFirst(String topic) {
        try (var consumer =
                new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", "localhost:" + port);
    }
}
