package fi.kumppani.events;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What people are promised about their data; the portal tells them the same.
 *
 * @param registrationsKept how long after an event it is known who registered; at least a day
 */
@ConfigurationProperties("kumppani.privacy")
record PrivacySettings(@DefaultValue("90d") Duration registrationsKept) {

    PrivacySettings {
        if (registrationsKept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("kumppani.privacy.registrations-kept: at least 1d");
        }
    }
}
