package fi.kumppani.kit.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

import java.time.Duration;
import java.util.List;

/** Makes the problems (RFC 9457) that a request may end in; to be thrown. */
public final class Problems {

    private Problems() {}

    /** 400: the request as a whole cannot be read. */
    public static Problem malformed(String detail) {
        return malformed(detail, List.of());
    }

    /** 400: a parameter or header cannot be read. */
    public static Problem malformed(String name, String code, String message) {
        return malformed(message, List.of(new FieldError(name, code, message)));
    }

    static Problem malformed(String detail, List<FieldError> errors) {
        return new Problem(ProblemKind.MALFORMED, ProblemKind.MALFORMED.describe(detail, errors));
    }

    /** 401: nobody has identified themselves, and this needs somebody. */
    public static Problem unauthenticated() {
        return new Problem(ProblemKind.UNAUTHENTICATED, ProblemKind.UNAUTHENTICATED.describe(null))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** 401: a token was sent, but it is expired, foreign or broken; which of these is not told. */
    public static Problem invalidToken() {
        return unauthenticated()
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }

    /** 403: at home in this municipality, but without the role. */
    public static Problem missingRole() {
        return new Problem(ProblemKind.MISSING_ROLE, ProblemKind.MISSING_ROLE.describe(null));
    }

    /**
     * 403: closed to this person, whatever their role.
     *
     * @param reason a stable code in kebab case that a program may act on
     * @param ground the code of what it is because of; never of whom
     */
    public static Problem barred(String reason, String ground) {
        var problem = ProblemKind.BARRED.describe(null);
        problem.setProperty("reason", reason);
        problem.setProperty("ground", ground);
        return new Problem(ProblemKind.BARRED, problem);
    }

    /**
     * 404: nothing is there, or nothing that the caller may know of. Always the same answer, so
     * that the two cannot be told apart.
     */
    public static Problem notFound() {
        return new Problem(ProblemKind.NOT_FOUND, ProblemKind.NOT_FOUND.describe(null));
    }

    /**
     * 409: the thing as it stands does not allow the move.
     *
     * @param reason the refusal; its name in kebab case becomes the stable reason code
     */
    public static Problem refused(Enum<?> reason) {
        return refused(Codes.ofConstant(reason.name()), null);
    }

    /**
     * 409: the thing as it stands does not allow the move.
     *
     * @param reason a stable code in kebab case that a program may act on
     * @param detail what a person may read
     */
    public static Problem refused(String reason, @Nullable String detail) {
        var problem = ProblemKind.REFUSED.describe(detail);
        problem.setProperty("reason", reason);
        return new Problem(ProblemKind.REFUSED, problem);
    }

    /**
     * 409: the thing as it stands does not allow the move, because of one field of the request.
     *
     * @param reason as of {@link #refused(Enum)}
     * @param field see {@link FieldError}
     * @param message what a person may read
     */
    public static Problem refused(Enum<?> reason, String field, String message) {
        String code = Codes.ofConstant(reason.name());
        var problem =
                ProblemKind.REFUSED.describe(
                        message, List.of(new FieldError(field, code, message)));
        problem.setProperty("reason", code);
        return new Problem(ProblemKind.REFUSED, problem);
    }

    /** 412: the version in {@code If-Match} is not the current one. */
    public static Problem stale() {
        return new Problem(
                ProblemKind.STALE,
                ProblemKind.STALE.describe("Read it again and repeat the change"));
    }

    /** 428: a change must say in {@code If-Match} which version it was made to. */
    public static Problem preconditionRequired() {
        return new Problem(
                ProblemKind.PRECONDITION_REQUIRED,
                ProblemKind.PRECONDITION_REQUIRED.describe(
                        "Send the ETag of what you read in If-Match"));
    }

    /** 422: the content can be read but is not acceptable; every field at fault is named. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                ProblemKind.INVALID,
                ProblemKind.INVALID.describe("See errors for the fields at fault", errors));
    }

    /** 422: one field is not acceptable. */
    public static Problem invalid(String field, String code, String message) {
        return invalid(List.of(new FieldError(field, code, message)));
    }

    /** 413: the body is larger than the service reads. */
    public static Problem tooLarge(long limitInBytes) {
        return new Problem(
                ProblemKind.TOO_LARGE,
                ProblemKind.TOO_LARGE.describe("At most " + limitInBytes + " bytes are read"));
    }

    /** 429: too many requests of this kind from one place. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(ProblemKind.TOO_MANY, ProblemKind.TOO_MANY.describe(null))
                .withHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    /** 503: something this needs is away; the same request may succeed later. */
    public static Problem unavailable(Duration retryAfter) {
        return new Problem(ProblemKind.UNAVAILABLE, ProblemKind.UNAVAILABLE.describe(null))
                .withHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    }

    /** The problem that stands for a bare status, for what only the container knows. */
    public static Problem ofStatus(HttpStatusCode status) {
        ProblemKind kind = ProblemKind.of(status);
        return new Problem(kind, kind.describe(null));
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
