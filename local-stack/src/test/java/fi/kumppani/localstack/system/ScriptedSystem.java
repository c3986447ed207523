package fi.kumppani.localstack.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fi.kumppani.localstack.LocalStackSettings;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One server in the place of all parts of a system, which answers what it was told to. */
public final class ScriptedSystem implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;

    private record Reply(int status, String body) {}

    /**
     * A request that came.
     *
     * @param line method and path, such as {@code GET /v1/municipalities/743/lists}
     */
    public record Request(String line, String body) {

        /** The body, which must be JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    /** Begins to listen on a free port of the loopback address. */
    public ScriptedSystem() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        reply("POST /oauth2/token", 200, "{\"access_token\": \"token\"}");
    }

    /** Answers this request so from now on; any other is not found. */
    public void reply(String request, int status, String body) {
        var _ = replies.put(request, new Reply(status, body));
    }

    /** What came with this method and path, in the order of its coming. */
    public List<Request> requests(String line) {
        return requests.stream().filter(request -> request.line().equals(line)).toList();
    }

    /** The system whose parts this server is. */
    public RunningSystem running() {
        int port = server.getAddress().getPort();
        return new RunningSystem(
                LocalStackSettings.from(
                        "--ports.portal=" + port,
                        "--ports.registry=" + port,
                        "--ports.events=" + port,
                        "--ports.grants=" + port,
                        "--ports.identity=" + port),
                http);
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(line, body));
            Reply reply =
                    Objects.requireNonNullElse(replies.get(line), new Reply(404, "{\"was\": 404}"));
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
