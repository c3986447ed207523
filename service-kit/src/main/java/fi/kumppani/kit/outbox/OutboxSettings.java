package fi.kumppani.kit.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * Settings of the outbox.
 *
 * @param sweepEvery how often documents that still owe messages are looked for; a write wakes the
 *     relay at once, so this only serves what a crash left
 * @param round how many documents are published in one round
 * @param pauseAfterFailure how long the relay waits before it tries again
 */
@Validated
@ConfigurationProperties("kumppani.outbox")
public record OutboxSettings(
        @DefaultValue("10m") Duration sweepEvery,
        @Min(1) @Max(1000) @DefaultValue("256") int round,
        @DefaultValue("500ms") Duration pauseAfterFailure) {}
