package fi.kumppani.portal.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long logins last.
 *
 * @param timeout after how long without a request a login ends
 * @param sweepEvery how often ended sessions are removed from the store
 */
@ConfigurationProperties("kumppani.sessions")
record SessionSettings(
        @DefaultValue("2h") Duration timeout, @DefaultValue("1h") Duration sweepEvery) {}
