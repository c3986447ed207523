package fi.kumppani.portal.gateway;

import fi.kumppani.portal.backend.Backend;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.ServerRequest;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the gateway is open for. Only what is named here passes: of a service its versioned API and
 * its description ({@code /v3/api-docs}), so neither {@code /internal} nor {@code /operations} nor
 * {@code /actuator}; of an identity provider the pages of realms, so not its administration.
 */
final class GatewayPaths {

    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]?");

    private static final Pattern ONE_CLICK = Pattern.compile("/m/([0-9]{3})/subscriptions/leave");

    private static final Pattern ATTACHMENT =
            Pattern.compile(
                    "/m/([0-9]{3})/events/([A-Za-z0-9-]{1,64})/memo/attachments/([A-Za-z0-9-]{1,128})");

    private static final Pattern COUNTED_LINK =
            Pattern.compile("/m/([0-9]{3})/l/([A-Za-z0-9_-]{1,512}\\.[A-Za-z0-9_-]{1,2048})");

    private GatewayPaths() {}

    static boolean isApi(ServerRequest request, Backend backend) {
        List<String> segments = segments(request);
        return segments.size() > 3
                && segments.get(0).equals("api")
                && segments.get(1).equals(backend.code())
                && VERSION.matcher(segments.get(2)).matches();
    }

    /**
     * A mail program leaves a list with one click (RFC 8058): without cookies, and without a page.
     */
    static boolean isOneClick(ServerRequest request) {
        return request.method().equals(HttpMethod.POST) && isOneClick(request.path());
    }

    static boolean isOneClick(String path) {
        return ONE_CLICK.matcher(path).matches();
    }

    /** The path at newsletter-service. */
    static String oneClickAtService(String path) {
        return ONE_CLICK
                .matcher(path)
                .replaceFirst("/v1/municipalities/$1/subscription-departures");
    }

    /** A file of a memo, linked from the page of its event. */
    static boolean isAttachment(ServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                && ATTACHMENT.matcher(request.path()).matches();
    }

    /** The path at events-service. */
    static String attachmentAtService(String path) {
        return ATTACHMENT
                .matcher(path)
                .replaceFirst("/v1/municipalities/$1/events/$2/memo/attachments/$3");
    }

    /** A link in a letter that leads on over a count. */
    static boolean isCountedLink(ServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && COUNTED_LINK.matcher(request.path()).matches();
    }

    /** The path at newsletter-service. */
    static String countedLinkAtService(String path) {
        return COUNTED_LINK.matcher(path).replaceFirst("/v1/municipalities/$1/counted-links/$2");
    }

    static boolean isIdentity(ServerRequest request) {
        List<String> segments = segments(request);
        return segments.size() > 2
                && segments.get(0).equals("auth")
                && (segments.get(1).equals("resources")
                        || (segments.get(1).equals("realms")
                                && !segments.get(2).equalsIgnoreCase("master")));
    }

    /** The decoded segments; none at all when one of them is not plain. */
    private static List<String> segments(ServerRequest request) {
        List<String> segments =
                request.requestPath().pathWithinApplication().elements().stream()
                        .filter(PathContainer.PathSegment.class::isInstance)
                        .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
                        .toList();
        return segments.stream().allMatch(GatewayPaths::isPlain) ? segments : List.of();
    }

    private static boolean isPlain(String segment) {
        return !segment.equals(".")
                && !segment.equals("..")
                && segment.chars()
                        .noneMatch(
                                character ->
                                        character == '/'
                                                || character == '\\'
                                                || character == ';'
                                                || Character.isISOControl(character));
    }
}
