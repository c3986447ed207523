package fi.kumppani.portal;

import jakarta.servlet.http.HttpServletRequest;

import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/** Which places besides our own a page may show pictures from; no page may unless it says so. */
public final class OutsidePictures {

    private static final String ATTRIBUTE = OutsidePictures.class.getName();

    private OutsidePictures() {}

    /** Lets the page that is made show these. */
    public static void allow(HttpServletRequest request, Collection<URI> pictures) {
        request.setAttribute(
                ATTRIBUTE,
                pictures.stream()
                        .map(WebAddress::origin)
                        .filter(origin -> origin.matches("https://[A-Za-z0-9.:-]+"))
                        .distinct()
                        .map(origin -> " " + origin)
                        .collect(Collectors.joining()));
    }

    /** The places, each after a blank, as a content security policy names them. */
    public static String origins(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String allowed ? allowed : "";
    }
}
