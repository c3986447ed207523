package fi.kumppani.kit.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be served as asked, with the answer it gets; made by {@link Problems}. */
public final class Problem extends ErrorResponseException {

    Problem(ProblemKind kind, ProblemDetail detail) {
        this(kind, detail, null);
    }

    Problem(ProblemKind kind, ProblemDetail detail, @Nullable Throwable cause) {
        super(kind.status(), detail, cause);
    }

    Problem withHeader(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }
}
