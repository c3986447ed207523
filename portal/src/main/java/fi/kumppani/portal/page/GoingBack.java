package fi.kumppani.portal.page;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/**
 * What whoever goes back sees after sending a form. A browser that may keep the page shows it as it
 * was, with the key that was sent ({@link FormKeys}), so that sending it again is not another act;
 * one that may not fetches a form that nobody has sent.
 */
public final class GoingBack {

    private GoingBack() {}

    /**
     * Lets the reader's browser, and nobody between, keep this page for going back (RFC 9111,
     * section 6); whoever follows a link gets it anew.
     */
    public static void shows(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
    }
}
