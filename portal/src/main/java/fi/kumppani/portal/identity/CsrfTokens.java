package fi.kumppani.portal.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Asks for a token where a browser's cookie would otherwise speak for a person who did not mean it.
 *
 * <p>So it is asked of requests that change something and come with the session cookie: a script
 * sends the cookie {@code XSRF-TOKEN} back as header {@code X-XSRF-TOKEN}, a form sends it masked
 * in a hidden field. A request with a token of its own is not believed for its cookie, and without
 * the session cookie there is nobody to impersonate. The public forms under {@code /m} never act as
 * the person who is logged in, so they ask for none, and people without a login get no cookie; the
 * forms of the door, others by which coordinators look after an event, their letters or the
 * registry, and those of a person's own pages or of an official's work are for them alone.
 */
final class CsrfTokens implements CsrfTokenRequestHandler {

    static final String SESSION_COOKIE = "PORTALSESSION";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String PUBLIC_FORMS = "/m/";

    /** Reads the path as the pages do: a letter that is escaped leads nobody past it. */
    static final RequestMatcher AT_THE_DOOR =
            PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/events/{id}/door/**");

    private static final RequestMatcher OF_PERSONS =
            new OrRequestMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/my/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/work/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/organise/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/registry/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/invitations/**"),
                    AT_THE_DOOR,
                    PathPatternRequestMatcher.withDefaults()
                            .matcher("/m/{code}/events/{id}/feedback/**"),
                    PathPatternRequestMatcher.withDefaults()
                            .matcher("/m/{code}/events/{id}/decision/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/sender/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/letters/drafts/**"),
                    PathPatternRequestMatcher.withDefaults().matcher("/m/{code}/letters/lists/**"));

    private final CsrfTokenRequestAttributeHandler plain = new CsrfTokenRequestAttributeHandler();
    private final CsrfTokenRequestAttributeHandler masked =
            new XorCsrfTokenRequestAttributeHandler();

    CsrfTokens() {
        masked.setCsrfRequestAttributeName(null);
    }

    static RequestMatcher required() {
        return request ->
                !SAFE.contains(request.getMethod())
                        && hasSessionCookie(request)
                        && !AccessTokens.isBearer(request.getHeader(HttpHeaders.AUTHORIZATION))
                        && (!request.getRequestURI().startsWith(PUBLIC_FORMS)
                                || OF_PERSONS.matches(request));
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (hasSessionCookie(request)) {
            masked.handle(request, response, token);
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        String header = request.getHeader(token.getHeaderName());
        return (header == null || header.isBlank() ? masked : plain)
                .resolveCsrfTokenValue(request, token);
    }

    private static boolean hasSessionCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SESSION_COOKIE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
