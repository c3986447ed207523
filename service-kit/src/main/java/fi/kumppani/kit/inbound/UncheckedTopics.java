package fi.kumppani.kit.inbound;

import org.apache.kafka.common.PartitionInfo;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.ExtendedConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.common.TopicInformation;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaConsumerProperties;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.kafka.core.ConsumerFactory;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Binds consumers without asking the broker about their topics first.
 *
 * <p>The binder would block the start of a service until the broker answers. The consumer itself
 * waits better: it joins its group as soon as there are a broker and topics.
 */
final class UncheckedTopics extends KafkaTopicProvisioner {

    UncheckedTopics(KafkaBinderConfigurationProperties binder, KafkaProperties kafka) {
        super(binder, kafka, List.of());
    }

    @Override
    public Collection<PartitionInfo> getListenedPartitions(
            String group,
            ExtendedConsumerProperties<KafkaConsumerProperties> properties,
            ConsumerFactory<?, ?> consumers,
            int partitionCount,
            boolean pattern,
            boolean groupManagement,
            String topic,
            Map<String, TopicInformation> topicsInUse) {
        return List.of();
    }
}
