package fi.kumppani.registry;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Calls the service as people and programs do. */
@TestComponent
public class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Environment environment;

    Caller(Environment environment) {
        this.environment = environment;
    }

    /**
     * What the service answered.
     *
     * @param body null-node when there is none
     */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        /** The text of a field, by its JSON pointer. */
        public String text(String pointer) {
            return body.at(pointer).asString("");
        }

        /** The entity tag. */
        public String eTag() {
            return String.valueOf(headers.getFirst(HttpHeaders.ETAG));
        }
    }

    /** A coordinator of the municipality. */
    public static Tokens coordinator(String municipality) {
        return Tokens.of("coordinator").inMunicipality(municipality).withRoles(Role.COORDINATOR);
    }

    /** Reads, as anybody. */
    public Answer get(String path) {
        return call(HttpMethod.GET, path, null, null);
    }

    /** Reads, as somebody known. */
    public Answer get(String path, Tokens token) {
        return call(HttpMethod.GET, path, token, null);
    }

    /** Reads what is no JSON, as anybody: the headers and the text. */
    public ResponseEntity<String> text(String path) {
        EntityExchangeResult<byte[]> result = exchange(HttpMethod.GET, path, null, null);
        return ResponseEntity.status(result.getStatus())
                .headers(result.getResponseHeaders())
                .body(new String(bytes(result), StandardCharsets.UTF_8));
    }

    /** Makes something. */
    public Answer post(String path, Tokens token, String json, String... headers) {
        return call(HttpMethod.POST, path, token, json, headers);
    }

    /** Changes something. */
    public Answer put(String path, Tokens token, @Nullable String json, String eTag) {
        return call(HttpMethod.PUT, path, token, json, HttpHeaders.IF_MATCH, eTag);
    }

    /** Calls with whatever is given; headers are names and values by turns. */
    public Answer call(
            HttpMethod method,
            String path,
            @Nullable Tokens token,
            @Nullable String json,
            String... headers) {
        EntityExchangeResult<byte[]> result = exchange(method, path, token, json, headers);
        byte[] body = bytes(result);
        return new Answer(
                result.getStatus().value(),
                result.getResponseHeaders(),
                body.length == 0 ? JSON.nullNode() : JSON.readTree(body));
    }

    private EntityExchangeResult<byte[]> exchange(
            HttpMethod method,
            String path,
            @Nullable Tokens token,
            @Nullable String json,
            String... headers) {
        RestTestClient client =
                RestTestClient.bindToServer()
                        .baseUrl(
                                "http://127.0.0.1:"
                                        + environment.getRequiredProperty("local.server.port"))
                        .build();
        RestTestClient.RequestBodySpec request = client.method(method).uri(path);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, token.bearer());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(json);
        }
        return request.exchange().expectBody().returnResult();
    }

    private static byte[] bytes(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
    }
}
