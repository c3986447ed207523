package fi.kumppani.portal.embed;

import fi.kumppani.portal.WebAddress;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where pages may be shown within others.
 *
 * @param sites the sites of each municipality that may do so, by its code; no others may
 */
@ConfigurationProperties("kumppani.embeds")
record EmbedSettings(@DefaultValue Map<String, List<URI>> sites) {

    /**
     * @throws IllegalArgumentException when a site is not an http or https address without a path
     */
    EmbedSettings {
        sites = Map.copyOf(sites);
        if (!sites.values().stream().flatMap(List::stream).allMatch(WebAddress::isOrigin)) {
            throw new IllegalArgumentException(
                    "kumppani.embeds.sites.* are like https://www.example.org");
        }
    }

    /** The sites of a municipality. */
    List<URI> of(String municipality) {
        return sites.getOrDefault(municipality, List.of());
    }
}
