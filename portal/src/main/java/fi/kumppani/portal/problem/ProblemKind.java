package fi.kumppani.portal.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** What the portal itself refuses; types and titles are those of the services. */
public enum ProblemKind {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    MISSING_ROLE(HttpStatus.FORBIDDEN, "The role that this needs is missing"),
    FORGED(HttpStatus.FORBIDDEN, "The request does not come from our own pages"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not offered here"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "The fault is ours"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available just now");

    private final HttpStatus status;
    private final String title;

    ProblemKind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind for a bare status; other refusals count as malformed, other failures as faults. */
    public static ProblemKind of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status.value() == status.value() && kind != FORGED)
                .findFirst()
                .orElse(status.is4xxClientError() ? MALFORMED : FAULT);
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** Its name in kebab case, as in message keys and types. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The body of the answer to a program (RFC 9457). */
    public ProblemDetail describe() {
        ProblemDetail detail = ProblemDetail.forStatus(status);
        detail.setType(URI.create("urn:kumppani:problem:" + code()));
        detail.setTitle(title);
        return detail;
    }
}
