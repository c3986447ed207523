package fi.kumppani.newsletter.link.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells programs that open links ahead of people, as far as they say so: those that pass for a
 * browser do not.
 */
final class Programs {

    /** What browsers and mail programs send when nobody has pressed anything yet. */
    private static final List<String> PURPOSES =
            List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    private static final Pattern AHEAD = Pattern.compile("(?i)prefetch|preview|prerender");

    private static final Pattern NAMES =
            Pattern.compile(
                    "(?i)bot\\b|crawl|spider|scan|preview|prefetch|proofpoint|barracuda|mimecast"
                        + "|symantec|trendmicro|forcepoint|safelinks|urldefense|googleimageproxy"
                        + "|curl/|wget/|python|java/|okhttp|go-http-client|libwww|headless");

    private Programs() {}

    /** Whether it is one. */
    static boolean isOne(HttpServletRequest request) {
        String name = request.getHeader(HttpHeaders.USER_AGENT);
        return HttpMethod.HEAD.matches(request.getMethod())
                || name == null
                || NAMES.matcher(name).find()
                || PURPOSES.stream()
                        .map(request::getHeader)
                        .anyMatch(purpose -> purpose != null && AHEAD.matcher(purpose).find());
    }
}
