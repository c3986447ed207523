package fi.kumppani.portal;

import jakarta.servlet.http.HttpServletRequest;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Which sites may show a page within their own, and whether a page shows others of ours within
 * itself; none may and none does unless the page says so.
 */
public final class Framing {

    private static final String ATTRIBUTE = Framing.class.getName();
    private static final String SHOWS_OURS = ATTRIBUTE + ".showsOurs";
    private static final String OURS = "'self'";

    private Framing() {}

    /** Lets these sites show the page that is made. */
    public static void allow(HttpServletRequest request, Collection<URI> sites) {
        request.setAttribute(
                ATTRIBUTE,
                sites.stream().map(WebAddress::origin).distinct().collect(Collectors.joining(" ")));
    }

    /** Lets other pages of ours show the page that is made. */
    public static void allowOurs(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, OURS);
    }

    /** The sites, as a content security policy names them; empty when there are none. */
    public static String sites(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String allowed ? allowed : "";
    }

    /** Lets the page that is made show other pages of ours. */
    public static void showOurs(HttpServletRequest request) {
        request.setAttribute(SHOWS_OURS, OURS);
    }

    /** What it may show, as a content security policy names it. */
    public static String shown(HttpServletRequest request) {
        return request.getAttribute(SHOWS_OURS) instanceof String shown ? shown : "'none'";
    }
}
