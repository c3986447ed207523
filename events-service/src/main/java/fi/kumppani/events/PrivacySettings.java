package fi.kumppani.events;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What people are promised about their data; the portal tells them the same.
 *
 * @param registrationsKept how long after an event it is known who registered; at least a day
 * @param followersKept how long after the last event of a series it is known who follows it; at
 *     least a day
 */
@ConfigurationProperties("kumppani.privacy")
record PrivacySettings(
        @DefaultValue("90d") Duration registrationsKept,
        @DefaultValue("400d") Duration followersKept) {

    PrivacySettings {
        if (registrationsKept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("kumppani.privacy.registrations-kept: at least 1d");
        }
        if (followersKept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("kumppani.privacy.followers-kept: at least 1d");
        }
    }
}
