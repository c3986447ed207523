package fi.kumppani.portal.problem;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;

/** Answers programs with a problem detail where no handler is at work. */
@Component
public final class ProblemWriter {

    private static final Duration LATER = Duration.ofSeconds(5);

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes the problem as the whole answer. */
    public void write(ProblemKind kind, HttpServletResponse response) throws IOException {
        response.setStatus(kind.status().value());
        header(kind, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(kind.describe()));
    }

    static void header(ProblemKind kind, HttpServletResponse response) {
        switch (kind) {
            case UNAVAILABLE ->
                    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(LATER.toSeconds()));
            case UNAUTHENTICATED -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            default -> {}
        }
    }
}
