package fi.kumppani.system.stand;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The system's API as one caller sees it, through the portal's gateway. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final TestStand stand;
    private final URI base;
    private final @Nullable String client;

    private Api(TestStand stand, URI base, @Nullable String client) {
        this.stand = stand;
        this.base = base;
        this.client = client;
    }

    /** Somebody without an account. */
    public static Api anonymous(TestStand stand) {
        return new Api(stand, stand.url(Service.PORTAL).resolve("/api/"), null);
    }

    /** The same caller, straight at one service; paths then begin without the service's name. */
    public Api at(Service service) {
        return new Api(stand, stand.url(service), client);
    }

    /** A demonstration user, for example {@code coordinator.seinajoki}. */
    public Api as(String username) {
        return new Api(stand, base, "api-" + username);
    }

    /** A program, for example {@code history-import}. */
    public Api asClient(String clientId) {
        return new Api(stand, base, clientId);
    }

    /** Asks for something. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Sends something to be created, under a key of its own. */
    public Answer post(String path, Object body) {
        return post(path, UUID.randomUUID().toString(), body);
    }

    /** Sends something to be created, under this Idempotency-Key. */
    public Answer post(String path, String key, Object body) {
        return send(
                request(path)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    /** Changes something that has this ETag. */
    public Answer put(String path, String etag, Object body) {
        return send(
                request(path)
                        .header("If-Match", etag)
                        .PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    /** Sends any request; the token and the content type are added. */
    public Answer send(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** The caller's access token. */
    public String token() {
        if (client == null) {
            throw new IllegalStateException("An anonymous caller has no token");
        }
        return TOKENS.computeIfAbsent(stand.identityUrl() + client, _ -> fetchToken(client));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json");
        if (client != null) {
            request.header("Authorization", "Bearer " + token());
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(request.build());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                response.headers().firstValue("Retry-After").orElse(""),
                response.body());
    }

    private String fetchToken(String clientId) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString(
                                (clientId + ":local-only-" + clientId)
                                        .getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response =
                Http.send(
                        HttpRequest.newBuilder(stand.identityUrl().resolve("/oauth2/token"))
                                .timeout(Duration.ofSeconds(10))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "grant_type="
                                                        + URLEncoder.encode(
                                                                "client_credentials",
                                                                StandardCharsets.UTF_8)))
                                .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "No token for " + clientId + ": " + response.statusCode());
        }
        return JSON.readTree(response.body()).get("access_token").asString();
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param etag the ETag, or nothing
     * @param location the Location, or nothing
     * @param retryAfter the Retry-After, or nothing
     * @param body the body as text
     */
    public record Answer(int status, String etag, String location, String retryAfter, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The id in the body. */
        public String id() {
            return json().path("id").asString();
        }

        /**
         * This answer, when it has the wanted status.
         *
         * @throws AssertionError when it has not
         */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(
                        "Expected status %d but got %d: %s".formatted(wanted, status, body));
            }
            return this;
        }
    }
}
