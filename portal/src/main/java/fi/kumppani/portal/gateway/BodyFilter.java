package fi.kumppani.portal.gateway;

import fi.kumppani.portal.problem.ProblemKind;
import fi.kumppani.portal.problem.ProblemWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Lets no request body beyond the limit in. What announces its length is refused unread, what does
 * not is refused at the limit. Bodies to be passed on are kept whole; those of our own forms are
 * small and announced by every browser.
 */
final class BodyFilter extends OncePerRequestFilter {

    private static final long LARGEST_FORM = DataSize.ofKilobytes(64).toBytes();

    /**
     * Long texts of an application, a letter, a memo or a call, each letter of which may be sent as
     * three or six.
     */
    private static final long LARGEST_OF_PERSONS = DataSize.ofMegabytes(1).toBytes();

    /** More than a file may have, so that people are told so by the page. */
    private static final long LARGEST_FILE = DataSize.ofMegabytes(12).toBytes();

    /** Where people write who are logged in. */
    private static final Pattern OF_PERSONS =
            Pattern.compile(
                    "/m/[0-9]{3}/(my|work|organise|registry|sender|letters/(drafts|lists)"
                            + "|events/[^/]+/feedback)(/.*)?");

    private static final Pattern FILES =
            Pattern.compile(
                    "/m/[0-9]{3}/my/applications/[0-9a-f-]{36}/(files|report/(files|receipts))");

    private final GatewaySettings settings;
    private final ProblemWriter problems;

    BodyFilter(GatewaySettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPassedOn(request)) {
            checkForm(request, response, chain);
            return;
        }
        int limit = settings.limitAt(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(ProblemKind.TOO_LARGE, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            problems.write(ProblemKind.TOO_LARGE, response);
            return;
        }
        KeptBody kept;
        try {
            kept = new KeptBody(request, body);
        } catch (IllegalArgumentException e) {
            problems.write(ProblemKind.MALFORMED, response);
            return;
        }
        chain.doFilter(kept, response);
    }

    private static void checkForm(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (request.getContentLengthLong() < 0
                && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long largest(String path) {
        if (FILES.matcher(path).matches()) {
            return LARGEST_FILE;
        }
        return OF_PERSONS.matcher(path).matches() ? LARGEST_OF_PERSONS : LARGEST_FORM;
    }

    private static boolean isPassedOn(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/auth/")
                || (request.getMethod().equals("POST") && GatewayPaths.isOneClick(path));
    }
}
