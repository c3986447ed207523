package fi.kumppani.kit.testing;

import fi.kumppani.contracts.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.core.env.Environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Gives each context consumer groups of its own, which begin where the topics end at its start. */
final class GroupIsolation implements BeanPostProcessor {

    static final String SUFFIX = "kumppani.test.group-suffix";

    private final Environment environment;

    GroupIsolation(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        String suffix = environment.getProperty(SUFFIX);
        if (suffix != null && bean instanceof BindingServiceProperties properties) {
            isolate(properties, suffix);
        }
        return bean;
    }

    private void isolate(BindingServiceProperties properties, String suffix) {
        List<BindingProperties> inputs =
                properties.getBindings().entrySet().stream()
                        .filter(binding -> binding.getKey().contains("-in-"))
                        .map(Map.Entry::getValue)
                        .toList();
        inputs.forEach(input -> input.setGroup(input.getGroup() + suffix));
        if (inputs.isEmpty()) {
            return;
        }
        String brokers = environment.getRequiredProperty("kumppani.kafka.brokers");
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            Map<TopicPartition, OffsetAndMetadata> ends = ends(admin);
            for (BindingProperties input : inputs) {
                List<String> topics = List.of(input.getDestination().split("\\s*,\\s*"));
                admin.alterConsumerGroupOffsets(
                                input.getGroup(),
                                ends.entrySet().stream()
                                        .filter(end -> topics.contains(end.getKey().topic()))
                                        .collect(
                                                Collectors.toMap(
                                                        Map.Entry::getKey, Map.Entry::getValue)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin)
            throws InterruptedException, ExecutionException {
        var partitions = new ArrayList<TopicPartition>();
        Topics.all()
                .forEach(
                        topic -> {
                            for (int i = 0; i < topic.partitions(); i++) {
                                partitions.add(new TopicPartition(topic.name(), i));
                            }
                        });
        return admin
                .listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                end -> new OffsetAndMetadata(end.getValue().offset())));
    }
}
