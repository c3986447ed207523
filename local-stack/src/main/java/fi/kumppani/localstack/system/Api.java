package fi.kumppani.localstack.system;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks JSON with a part of the system, in somebody's name or in nobody's. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LARGEST_PAGE = 200;

    /** In a fixed order, as a repeat is known by its bytes, and {@code Map.of} has none. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final HttpClient http;
    private final URI base;
    private final @Nullable String token;

    private Api(HttpClient http, URI base, @Nullable String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** In nobody's name. */
    public static Api at(RunningSystem system, URI base) {
        return new Api(system.http(), base, null);
    }

    /** A service through the portal's gateway, in nobody's name. */
    public static Api through(RunningSystem system, Service service) {
        return at(system, system.addressOf(Service.PORTAL).resolve("/api/" + service.setting()));
    }

    /** The same place in the name that the token stands for. */
    public Api as(String bearer) {
        return new Api(http, base, bearer);
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    /** All that a list holds, page after page. */
    public List<JsonNode> list(String path)
            throws IOException, InterruptedException, UnexpectedOutcomeException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "?limit=" + LARGEST_PAGE + cursor).expect(200).body();
            page.path("items").forEach(items::add);
            String next = page.path("next").asString("");
            cursor =
                    next.isEmpty()
                            ? ""
                            : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }

    /** Without a key to tell repeats by, for operations that need none. */
    public Answer post(String path, Object body, String... headers)
            throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    /**
     * Creates something once, however often it is called.
     *
     * @param key the same for repeats
     */
    public Answer create(String path, String key, Object body)
            throws IOException, InterruptedException {
        return send("POST", path, body, "Idempotency-Key", key);
    }

    /**
     * Changes the version that was seen.
     *
     * @param etag of that version, with its quotes
     */
    public Answer put(String path, String etag, @Nullable Object body)
            throws IOException, InterruptedException {
        return send("PUT", path, body, "If-Match", etag);
    }

    private Answer send(String method, String path, @Nullable Object body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                method + " " + path,
                response.statusCode(),
                read(response.body()),
                response.headers().firstValue("ETag").orElse(null));
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
