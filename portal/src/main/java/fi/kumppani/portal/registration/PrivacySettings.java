package fi.kumppani.portal.registration;

import fi.kumppani.portal.WebAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What forms promise about personal data.
 *
 * @param registrationsKept how long after an event the names of those who registered are kept; must
 *     be what events-service is told
 * @param followersKept how long after the last event of a series it is known who follows it;
 *     likewise
 * @param needsKept how long what was said about diets and accessibility is kept; likewise
 * @param notices where the municipalities' own privacy notices are, by municipality code; the page
 *     that tells of our part of it leads there
 */
@ConfigurationProperties("kumppani.privacy")
record PrivacySettings(
        @DefaultValue("90d") Duration registrationsKept,
        @DefaultValue("400d") Duration followersKept,
        @DefaultValue("7d") Duration needsKept,
        @DefaultValue Map<String, URI> notices) {

    /**
     * @throws IllegalArgumentException when a notice has no web address
     */
    PrivacySettings {
        notices = Map.copyOf(notices);
        if (!notices.values().stream().allMatch(WebAddress::isLink)) {
            throw new IllegalArgumentException(
                    "kumppani.privacy.notices.* are like https://www.example.org/tietosuoja");
        }
    }
}
