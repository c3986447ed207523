package fi.kumppani.portal;

import jakarta.servlet.http.HttpServletRequest;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/** Which sites may show a page within their own; none may unless the page says so. */
public final class Framing {

    private static final String ATTRIBUTE = Framing.class.getName();

    private Framing() {}

    /** Lets these sites show the page that is made. */
    public static void allow(HttpServletRequest request, Collection<URI> sites) {
        request.setAttribute(
                ATTRIBUTE,
                sites.stream().map(WebAddress::origin).distinct().collect(Collectors.joining(" ")));
    }

    /** The sites, as a content security policy names them; empty when there are none. */
    public static String sites(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String allowed ? allowed : "";
    }
}
