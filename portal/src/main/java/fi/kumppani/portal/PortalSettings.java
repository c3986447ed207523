package fi.kumppani.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Where people find the portal.
 *
 * @param url its address as browsers see it, without a path; cookies are {@code Secure} when it
 *     begins with https
 */
@ConfigurationProperties("kumppani.portal")
public record PortalSettings(@DefaultValue("http://localhost:8080") URI url) {

    /**
     * @throws IllegalArgumentException when it is not an absolute http address without a path
     */
    public PortalSettings {
        if (!WebAddress.isOrigin(url)) {
            throw new IllegalArgumentException(
                    "kumppani.portal.url is like https://kumppani.example.org");
        }
    }

    /** Whether browsers come over TLS. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    /** The address of one of our own paths, which begins with a slash. */
    public String at(String path) {
        return WebAddress.origin(url) + path;
    }
}
