package fi.kumppani.kit.outbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the broker is and how its topics are made.
 *
 * @param brokers addresses to begin with, {@code host:port} separated by commas
 * @param replicationFactor how many brokers keep each topic that is created; 3 in a cluster
 */
@Validated
@ConfigurationProperties("kumppani.kafka")
public record KafkaSettings(
        @NotBlank @DefaultValue("localhost:19092") String brokers,
        @Min(1) @DefaultValue("1") short replicationFactor) {}
