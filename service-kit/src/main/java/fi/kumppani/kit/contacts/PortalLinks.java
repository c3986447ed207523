package fi.kumppani.kit.contacts;

import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.util.List;

/** Makes the links that mails carry: into the portal, for the current municipality. */
public final class PortalLinks {

    private final URI portal;

    /**
     * @param portal the portal as browsers see it
     */
    public PortalLinks(URI portal) {
        this.portal = portal;
    }

    /**
     * {@code {portal}/m/{municipality}/{things}/{id}?token={token}}.
     *
     * @param things the path segment of what is linked to, such as {@code applications}
     * @param id of the one that is linked to
     * @param token minted by the {@link fi.kumppani.kit.security.LinkSigner}
     */
    public String signed(String things, String id, String token) {
        return signed(List.of(things, id), token);
    }

    /**
     * {@code {portal}/m/{municipality}/{path…}?token={token}}.
     *
     * @param path the segments that lead to what is linked to
     * @param token minted by the {@link fi.kumppani.kit.security.LinkSigner}
     */
    public String signed(List<String> path, String token) {
        return UriComponentsBuilder.fromUri(portal)
                .pathSegment("m", Tenancy.current().value())
                .pathSegment(path.toArray(String[]::new))
                .queryParam("token", token)
                .encode()
                .toUriString();
    }

    /**
     * {@code {portal}/api/{service}/v1/municipalities/{municipality}/{path…}?token={token}}, for
     * what is no page of the portal, such as a document.
     *
     * @param service such as {@code grants}
     * @param path the segments that lead to what is linked to
     * @param token minted by the {@link fi.kumppani.kit.security.LinkSigner}
     */
    public String document(String service, List<String> path, String token) {
        return UriComponentsBuilder.fromUri(portal)
                .pathSegment("api", service, "v1", "municipalities", Tenancy.current().value())
                .pathSegment(path.toArray(String[]::new))
                .queryParam("token", token)
                .encode()
                .toUriString();
    }

    /**
     * {@code {portal}/m/{municipality}/{path…}}, a page that is open to all.
     *
     * @param path the segments that lead to what is linked to
     */
    public String open(String... path) {
        return UriComponentsBuilder.fromUri(portal)
                .pathSegment("m", Tenancy.current().value())
                .pathSegment(path)
                .encode()
                .toUriString();
    }
}
