package fi.kumppani.portal.backend;

import fi.kumppani.portal.WebAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * Where the services are, and how long they may take.
 *
 * @param registry address of registry-service, without a path
 * @param events address of events-service
 * @param grants address of grants-service
 * @param newsletter address of newsletter-service
 * @param pageLimit how long a page waits for one of its parts
 * @param recent for how long what was found is told again on pages that many open
 * @param apiLimit how long a request to the API may take until its answer begins, and a file that a
 *     page hands on until it is there
 */
@ConfigurationProperties("kumppani.backends")
public record BackendSettings(
        @DefaultValue("http://localhost:8081") URI registry,
        @DefaultValue("http://localhost:8082") URI events,
        @DefaultValue("http://localhost:8083") URI grants,
        @DefaultValue("http://localhost:8084") URI newsletter,
        @DefaultValue("3s") Duration pageLimit,
        @DefaultValue("5s") Duration recent,
        @DefaultValue("10s") Duration apiLimit) {

    /**
     * @throws IllegalArgumentException when an address has a path, which would be lost
     */
    public BackendSettings {
        if (!WebAddress.isOrigin(registry)
                || !WebAddress.isOrigin(events)
                || !WebAddress.isOrigin(grants)
                || !WebAddress.isOrigin(newsletter)) {
            throw new IllegalArgumentException(
                    "kumppani.backends.* are like http://localhost:8081, for "
                            + Arrays.toString(Backend.values()));
        }
    }

    /** The address of this service. */
    public URI of(Backend backend) {
        return switch (backend) {
            case REGISTRY -> registry;
            case EVENTS -> events;
            case GRANTS -> grants;
            case NEWSLETTER -> newsletter;
        };
    }
}
