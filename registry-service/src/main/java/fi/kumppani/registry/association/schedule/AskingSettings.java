package fi.kumppani.registry.association.schedule;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * When to look for associations that are to be asked.
 *
 * @param every how often after the start
 */
@Validated
@ConfigurationProperties("kumppani.registry.yearly-asking")
record AskingSettings(@DefaultValue("6h") @NotNull Duration every) {}
