package fi.kumppani.kit.inbound;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.ids.IdsAutoConfiguration;
import fi.kumppani.kit.outbox.KafkaSettings;
import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.StoreAutoConfiguration;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binder.kafka.KafkaMessageChannelBinder;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaBinderConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.properties.KafkaExtendedBindingProperties;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;

/** Brings messages from their topics to the dispatchers of a service. */
@AutoConfiguration(
        after = {
            KafkaAutoConfiguration.class,
            IdsAutoConfiguration.class,
            StoreAutoConfiguration.class
        },
        before = BindingServiceConfiguration.class)
@EnableConfigurationProperties({KafkaSettings.class, KafkaExtendedBindingProperties.class})
class InboundAutoConfiguration {

    @Bean
    InboundMetrics inboundMetrics(MeterRegistry meters) {
        return new InboundMetrics(meters);
    }

    @Bean
    StaleMessages staleMessages(MongoDatabaseFactory database) {
        return new StaleMessages(database);
    }

    @Bean
    MessageDispatchers messageDispatchers(
            Clock clock, InboundMetrics metrics, StaleMessages stale) {
        return new MessageDispatchers(clock, metrics, stale);
    }

    @Bean
    Leases leases(MongoDatabaseFactory database, Clock clock) {
        return new Leases(database, clock);
    }

    @Bean
    DeadLetters deadLetters(
            KafkaSettings settings,
            AdminClients admins,
            InboundBindings bindings,
            MessageDispatchers dispatchers,
            DeadLetterProducer producer,
            InboundMetrics metrics,
            Leases leases,
            Ids ids) {
        return new DeadLetters(
                settings, admins, bindings, dispatchers, producer, metrics, leases, ids);
    }

    @Bean
    BrokerWatch brokerWatch(
            AdminClients admins,
            InboundBindings bindings,
            DeadLetters deadLetters,
            Clock clock,
            MeterRegistry meters) {
        return new BrokerWatch(admins, bindings, deadLetters, clock, meters);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    OperationsController operationsController(
            DeadLetters deadLetters, ReadModelRebuilds rebuilds, StaleMessages stale) {
        return new OperationsController(deadLetters, rebuilds, stale);
    }

    @Bean
    ReadModelGenerations readModelGenerations(MongoDatabaseFactory database, Clock clock) {
        return new ReadModelGenerations(database, clock);
    }

    @Bean
    ReadModels readModels(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            ReadModelGenerations generations) {
        return new ReadModels(database, mapper, generations);
    }

    @Bean
    ReadModelRebuilds readModelRebuilds(
            KafkaSettings settings,
            InboundBindings bindings,
            MessageDispatchers dispatchers,
            ReadModelGenerations generations,
            Ids ids) {
        return new ReadModelRebuilds(settings, bindings, dispatchers, generations, ids);
    }

    @Bean
    InboundBindings inboundBindings(BindingServiceProperties properties) {
        return new InboundBindings(properties);
    }

    @Bean
    AdminClients adminClients(KafkaSettings settings) {
        return new AdminClients(settings);
    }

    @Bean
    TopicProvisioner topicProvisioner(
            AdminClients admins, KafkaSettings settings, InboundBindings bindings) {
        return new TopicProvisioner(admins, settings, bindings);
    }

    @Bean
    RecordHeaderMapper recordHeaderMapper() {
        return new RecordHeaderMapper();
    }

    @Bean
    DeadLetterProducer deadLetterProducer(KafkaSettings settings) {
        return new DeadLetterProducer(settings);
    }

    @Bean
    @ConfigurationProperties("spring.cloud.stream.kafka.binder")
    KafkaBinderConfigurationProperties kafkaBinderProperties(
            KafkaProperties kafka, ObjectProvider<KafkaConnectionDetails> connection) {
        return new KafkaBinderConfigurationProperties(kafka, connection);
    }

    /** In the service's own context: the binder's usual child context would cost start-up time. */
    @Bean
    KafkaMessageChannelBinder kafka(
            KafkaBinderConfigurationProperties binderProperties,
            KafkaExtendedBindingProperties bindingProperties,
            KafkaProperties kafka,
            DeadLetterProducer deadLetters,
            InboundMetrics metrics) {
        var binder =
                new KafkaMessageChannelBinder(
                        binderProperties,
                        new UncheckedTopics(binderProperties, kafka),
                        new RetriesAndDeadLetters(deadLetters.template(), metrics),
                        null);
        binder.setExtendedBindingProperties(bindingProperties);
        return binder;
    }
}
