package fi.kumppani.portal.event;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What forms promise about personal data.
 *
 * @param registrationsKept how long after an event the names of those who registered are kept; must
 *     be what events-service is told
 */
@ConfigurationProperties("kumppani.privacy")
record PrivacySettings(@DefaultValue("90d") Duration registrationsKept) {}
