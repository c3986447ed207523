package fi.kumppani.system.stand;

import fi.kumppani.contracts.Topic;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                    var ends = get(admin.listOffsets(latest(partitions(admin, topic))).all());
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

    /** Gives a topic twice as many partitions as it has, and says how many those are. */
    public int doublePartitions(Topic topic) {
        return ask(
                admin -> {
                    int twice = 2 * partitions(admin, topic).size();
                    var _ =
                            get(
                                    admin.createPartitions(
                                                    Map.of(
                                                            topic.name(),
                                                            NewPartitions.increaseTo(twice)))
                                            .all());
                    return twice;
                });
    }

    /**
     * Lets everything that a service listens to begin anew with its first record; the service must
     * not run.
     */
    public void forgetWhatWasRead(Service service) {
        List<String> groups =
                ask(
                        admin -> {
                            List<String> own =
                                    get(admin.listGroups().all()).stream()
                                            .map(GroupListing::groupId)
                                            .filter(each -> each.startsWith(service.word()))
                                            .toList();
                            own.forEach(each -> forgetWhatWasRead(admin, each));
                            return own;
                        });
        if (groups.isEmpty()) {
            throw new IllegalStateException(service.word() + " never listened");
        }
    }

    private static void forgetWhatWasRead(Admin admin, String group) {
        var first =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                        .keySet()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), _ -> new OffsetAndMetadata(0)));
        var _ = get(admin.alterConsumerGroupOffsets(group, first).all());
    }

    private static Set<TopicPartition> partitions(Admin admin, Topic topic) {
        var found = get(admin.describeTopics(List.of(topic.name())).allTopicNames());
        return found.values().stream()
                .flatMap(each -> each.partitions().stream())
                .map(each -> new TopicPartition(topic.name(), each.partition()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<TopicPartition, OffsetSpec> latest(Set<TopicPartition> partitions) {
        return partitions.stream()
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
