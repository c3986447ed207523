package fi.kumppani.portal.gateway;

import fi.kumppani.portal.WebAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;

/**
 * What the gateway lets through.
 *
 * @param maxBodySize the largest request body that is passed on
 * @param identityUrl an identity provider to serve under {@code /auth}, without a path; none when
 *     empty
 */
@ConfigurationProperties("kumppani.gateway")
record GatewaySettings(@DefaultValue("1MB") DataSize maxBodySize, @Nullable URI identityUrl) {

    GatewaySettings {
        if (identityUrl != null && identityUrl.toString().isEmpty()) {
            identityUrl = null;
        }
        if (identityUrl != null && !WebAddress.isOrigin(identityUrl)) {
            throw new IllegalArgumentException(
                    "kumppani.gateway.identity-url is like http://keycloak:8080");
        }
    }
}
