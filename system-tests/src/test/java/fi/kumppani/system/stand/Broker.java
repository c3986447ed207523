package fi.kumppani.system.stand;

import fi.kumppani.contracts.Topic;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the broker knows of those who listen, and what it takes. */
public final class Broker {

    private final TestStand stand;

    public Broker(TestStand stand) {
        this.stand = stand;
    }

    /** How many records of a topic a group has yet to be done with. */
    public long lag(Topic topic, String group) {
        return ask(
                admin -> {
                    var done =
                            get(
                                    admin.listConsumerGroupOffsets(group)
                                            .partitionsToOffsetAndMetadata());
                    var ends = get(admin.listOffsets(latest(topic)).all());
                    long lag = 0;
                    for (var end : ends.entrySet()) {
                        var offset = done.get(end.getKey());
                        lag += end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    }
                    return lag;
                });
    }

    /** From now on the topic refuses records of more bytes. */
    public void takeAtMost(Topic topic, int bytes) {
        var _ =
                ask(
                        admin ->
                                get(
                                        admin.incrementalAlterConfigs(
                                                        Map.of(
                                                                new ConfigResource(
                                                                        ConfigResource.Type.TOPIC,
                                                                        topic.name()),
                                                                List.of(setLargest(bytes))))
                                                .all()));
    }

    private static AlterConfigOp setLargest(int bytes) {
        return new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)),
                AlterConfigOp.OpType.SET);
    }

    private static Map<TopicPartition, OffsetSpec> latest(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    }

    private <T> T ask(Function<Admin, T> question) {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                stand.kafka(),
                                "request.timeout.ms",
                                "10000",
                                "default.api.timeout.ms",
                                "20000"))) {
            return question.apply(admin);
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
