package fi.kumppani.portal.gateway;

import fi.kumppani.portal.PortalSettings;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which headers of a request reach a service. Nothing that claims where the request came
 * from is taken from outside: the service believes us, so we say it ourselves. The last of the
 * gateway's filters, as another one removes {@code X-Forwarded-*}.
 */
@Component
final class OutgoingHeaders implements RequestHttpHeadersFilter, Ordered {

    /** Set on requests for the identity provider, which needs its own cookies and our address. */
    static final String FOR_IDENTITY_PROVIDER = OutgoingHeaders.class.getName() + ".identity";

    /** Of this hop only (RFC 9110, section 7.6.1), claims about earlier hops, or written anew. */
    private static final Set<String> REMOVED =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authorization",
                    "proxy-authenticate",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "http2-settings",
                    "expect",
                    "forwarded",
                    "via",
                    "x-real-ip",
                    "x-client-ip",
                    "x-cluster-client-ip",
                    "true-client-ip",
                    "cf-connecting-ip",
                    "x-original-url",
                    "x-rewrite-url",
                    "x-http-method-override",
                    "x-xsrf-token",
                    "traceparent",
                    "tracestate",
                    "baggage",
                    "cookie");

    private static final Set<String> OUR_COOKIES = Set.of("PORTALSESSION", "XSRF-TOKEN");

    private final PortalSettings portal;

    OutgoingHeaders(PortalSettings portal) {
        this.portal = portal;
    }

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        Set<String> ofThisHop = new HashSet<>(REMOVED);
        input.getConnection().forEach(name -> ofThisHop.add(name.toLowerCase(Locale.ROOT)));
        HttpHeaders output = new HttpHeaders();
        input.forEach(
                (name, values) -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    if (!ofThisHop.contains(lower) && !lower.startsWith("x-forwarded-")) {
                        output.put(name, List.copyOf(values));
                    }
                });
        output.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        if (request.attribute(FOR_IDENTITY_PROVIDER).isPresent()) {
            forIdentityProvider(input, output);
        }
        return output;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private void forIdentityProvider(HttpHeaders input, HttpHeaders output) {
        output.set("X-Forwarded-Host", portal.url().getRawAuthority());
        output.set("X-Forwarded-Proto", portal.url().getScheme());
        String cookies =
                input.getOrEmpty(HttpHeaders.COOKIE).stream()
                        .flatMap(header -> Arrays.stream(header.split(";", -1)))
                        .map(String::strip)
                        .filter(cookie -> !OUR_COOKIES.contains(cookie.split("=", 2)[0].strip()))
                        .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            output.set(HttpHeaders.COOKIE, cookies);
        }
    }
}
