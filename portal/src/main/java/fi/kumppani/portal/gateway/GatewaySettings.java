package fi.kumppani.portal.gateway;

import fi.kumppani.portal.WebAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.net.URI;
import java.util.List;

/**
 * What the gateway lets through.
 *
 * @param maxBodySize the largest request body that is passed on
 * @param largerBodies the few paths that take more
 * @param identityUrl an identity provider to serve under {@code /auth}, without a path; none when
 *     empty
 */
@ConfigurationProperties("kumppani.gateway")
record GatewaySettings(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue List<LargerBodies> largerBodies,
        @Nullable URI identityUrl) {

    GatewaySettings {
        largerBodies = List.copyOf(largerBodies);
        if (identityUrl != null && identityUrl.toString().isEmpty()) {
            identityUrl = null;
        }
        if (identityUrl != null && !WebAddress.isOrigin(identityUrl)) {
            throw new IllegalArgumentException(
                    "kumppani.gateway.identity-url is like http://keycloak:8080");
        }
    }

    /**
     * A path that takes larger bodies than others; the service behind it says how large.
     *
     * @param path a pattern as on controllers, such as {@code /api/grants/v1/files/{file}}
     * @param maxBodySize the largest request body that is passed on there
     */
    record LargerBodies(PathPattern path, DataSize maxBodySize) {

        /** Reads the pattern once, for all requests. */
        @ConstructorBinding
        LargerBodies(String path, DataSize maxBodySize) {
            this(PathPatternParser.defaultInstance.parse(path), maxBodySize);
        }
    }

    /**
     * The largest body that is passed on, in bytes.
     *
     * @param path as it was requested
     */
    int limitAt(String path) {
        PathContainer requested = PathContainer.parsePath(path);
        return Math.toIntExact(
                largerBodies.stream()
                        .filter(larger -> larger.path().matches(requested))
                        .findFirst()
                        .map(LargerBodies::maxBodySize)
                        .orElse(maxBodySize)
                        .toBytes());
    }
}
