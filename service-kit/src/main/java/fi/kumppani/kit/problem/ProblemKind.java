package fi.kumppani.kit.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of problems; name and status of a kind never change once published. */
enum ProblemKind {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid token is needed"),
    MISSING_ROLE(HttpStatus.FORBIDDEN, "The role that this needs is missing"),
    BARRED(HttpStatus.FORBIDDEN, "This is closed to you"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing here"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not offered here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The representation is not offered here"),
    REFUSED(HttpStatus.CONFLICT, "The move is refused"),
    STALE(HttpStatus.PRECONDITION_FAILED, "Somebody else changed it first"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of an unknown type"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The content is not valid"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is needed"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "The fault is ours"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available just now");

    private final HttpStatus status;
    private final String title;

    ProblemKind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind with this status; other refusals count as malformed, other failures as faults. */
    static ProblemKind of(HttpStatusCode status) {
        return Stream.of(values())
                .filter(kind -> kind.status.value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? MALFORMED : FAULT);
    }

    HttpStatus status() {
        return status;
    }

    URI type() {
        return URI.create(
                "urn:kumppani:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    ProblemDetail describe(@Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(type());
        problem.setTitle(title);
        problem.setDetail(detail);
        return problem;
    }

    ProblemDetail describe(@Nullable String detail, List<FieldError> errors) {
        ProblemDetail problem = describe(detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", List.copyOf(errors));
        }
        return problem;
    }
}
