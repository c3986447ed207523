package fi.kumppani.grants.grantapplication.schedule;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * When to look for what crashes left.
 *
 * @param every how often after the start; rarely, since whoever meets such a decision finishes it
 */
@Validated
@ConfigurationProperties("kumppani.grants.sweep")
record SweepSettings(@DefaultValue("1h") @NotNull Duration every) {}
