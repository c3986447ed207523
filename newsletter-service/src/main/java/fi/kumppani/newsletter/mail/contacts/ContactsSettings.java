package fi.kumppani.newsletter.mail.contacts;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;
import java.time.Duration;

/**
 * Where contact details are asked for, and as whom.
 *
 * @param registryUrl registry-service
 * @param eventsUrl events-service
 * @param grantsUrl grants-service
 * @param tokenUri where tokens are had
 * @param clientId our name there
 * @param clientSecret a secret, from the environment only
 * @param connectTimeout for a connection
 * @param timeLimit for an answer, with everything that belongs to it
 * @param attempts how often is asked in a row
 * @param attemptPause before the second of these; doubles
 * @param openFor how long nobody is asked after most of the last tries failed
 */
@Validated
@ConfigurationProperties("kumppani.contacts")
record ContactsSettings(
        @DefaultValue("http://localhost:8081") URI registryUrl,
        @DefaultValue("http://localhost:8082") URI eventsUrl,
        @DefaultValue("http://localhost:8083") URI grantsUrl,
        @DefaultValue("http://localhost:8090/oauth2/token") URI tokenUri,
        @DefaultValue("newsletter-service") @NotBlank String clientId,
        @Nullable String clientSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("3") int attempts,
        @DefaultValue("200ms") Duration attemptPause,
        @DefaultValue("5s") Duration openFor) {

    @Override
    public String toString() {
        return "ContactsSettings[clientId=" + clientId + "]";
    }
}
