package fi.kumppani.kit.observability;

import fi.kumppani.kit.inbound.BrokerWatch;
import fi.kumppani.kit.outbox.UnsentMessages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Health and metrics of the outbox, and a store that is found away soon. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "fi.kumppani.kit.inbound.InboundAutoConfiguration",
            "fi.kumppani.kit.outbox.OutboxAutoConfiguration"
        })
class ObservabilityAutoConfiguration {

    private static final int PATIENCE_SECONDS = 3;
    private static final int LONGEST_ANSWER_SECONDS = 20;

    @Bean
    @ConditionalOnBean(MongoDatabaseFactory.class)
    StoreHealthIndicator mongodbHealthIndicator(MongoDatabaseFactory database) {
        return new StoreHealthIndicator(database);
    }

    @Bean
    KafkaHealthIndicator messagesHealthIndicator(BrokerWatch broker, UnsentMessages unsent) {
        return new KafkaHealthIndicator(broker, unsent);
    }

    @Bean
    MeterBinder unsentMessageMetrics(UnsentMessages unsent) {
        return meters -> {
            var _ =
                    Gauge.builder("kumppani.outbox.unsent", unsent, UnsentMessages::count)
                            .description("Messages that are not on their topics yet")
                            .register(meters);
            var _ =
                    Gauge.builder(
                                    "kumppani.outbox.unsent.age",
                                    unsent,
                                    owed ->
                                            owed.oldestAge().orElse(Duration.ZERO).toMillis()
                                                    / 1000.0)
                            .description("Age of the oldest message that is not on its topic yet")
                            .baseUnit("seconds")
                            .register(meters);
        };
    }

    /** A store that is away is told to the caller in seconds, not after half a minute. */
    @Bean
    MongoClientSettingsBuilderCustomizer shortPatience(@Value("${spring.mongodb.uri}") String uri) {
        return settings -> {
            if (!uri.toLowerCase(Locale.ROOT).contains("serverselectiontimeoutms")) {
                settings.applyToClusterSettings(
                        cluster ->
                                cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            settings.applyToSocketSettings(
                    socket ->
                            socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                    .readTimeout(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS));
        };
    }
}
