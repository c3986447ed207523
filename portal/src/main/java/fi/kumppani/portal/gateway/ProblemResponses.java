package fi.kumppani.portal.gateway;

import fi.kumppani.portal.problem.ProblemKind;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/** Problem details as answers of routes. */
final class ProblemResponses {

    private static final String SECONDS_UNTIL_BREAKERS_TRY_AGAIN = "5";

    private ProblemResponses() {}

    static ServerResponse unauthenticated() {
        return of(ProblemKind.UNAUTHENTICATED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(ProblemKind.UNAUTHENTICATED.describe());
    }

    static ServerResponse unavailable() {
        return of(ProblemKind.UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BREAKERS_TRY_AGAIN)
                .body(ProblemKind.UNAVAILABLE.describe());
    }

    private static ServerResponse.BodyBuilder of(ProblemKind kind) {
        return ServerResponse.status(kind.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
