package fi.kumppani.portal.testing;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A service that answers as a test says and remembers what it was asked. */
public final class StubService {

    /** Services refuse a page that begins nowhere. */
    private static final Pattern EMPTY_CURSOR = Pattern.compile("&cursor=&");

    /** The portal remembers what municipalities are called, for other tests too. */
    private static final Pattern REMEMBERED = Pattern.compile("/v1/municipalities/[0-9]{3}");

    private static final String TOLD = "told";

    private final HttpServer server;
    private final HttpContext context;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Reply otherwise = Reply.problem(404, "not-found");

    StubService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        context = server.createContext("/", this::serve);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** From now on answers requests with this method and path, such as {@code GET /v1/x}, so. */
    public void on(String methodAndPath, Reply reply) {
        replies.put(methodAndPath, reply);
    }

    /** From now on answers everything else so. */
    public void otherwise(Reply reply) {
        otherwise = reply;
    }

    /**
     * From now on tells every answer as JSON in other words, but for names of municipalities, which
     * nobody writes.
     */
    public void tells(OtherWords words) {
        context.getAttributes().put(TOLD, words);
    }

    /** What it was asked since it was reset. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The last request. */
    public Asked last() {
        return asked.getLast();
    }

    /** The last request with this method. */
    public Asked last(String method) {
        return asked.reversed().stream()
                .filter(each -> each.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    void reset() {
        replies.clear();
        asked.clear();
        context.getAttributes().remove(TOLD);
        otherwise = Reply.problem(404, "not-found");
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI address = exchange.getRequestURI();
            String query = address.getRawQuery() == null ? "" : address.getRawQuery();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            address.getRawPath(),
                            query,
                            Map.copyOf(exchange.getRequestHeaders()),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            if (EMPTY_CURSOR.matcher("&" + query + "&").find()) {
                Reply.problem(400, "malformed").answer(exchange);
                return;
            }
            replies.getOrDefault(
                            exchange.getRequestMethod() + " " + address.getRawPath(), otherwise)
                    .answer(exchange);
        }
    }

    /**
     * One request.
     *
     * @param headers names begin with a capital and go on in small letters
     */
    public record Asked(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String body) {

        /** All values of a header. */
        public List<String> header(String name) {
            return headers.getOrDefault(
                    name.substring(0, 1).toUpperCase(Locale.ROOT)
                            + name.substring(1).toLowerCase(Locale.ROOT),
                    List.of());
        }
    }

    /** What becomes of an answer as JSON. */
    @FunctionalInterface
    public interface OtherWords {

        /** The same in other words. */
        String of(String json);
    }

    /** One way to answer. */
    @FunctionalInterface
    public interface Reply {

        /** Answers. */
        void answer(HttpExchange exchange) throws IOException;

        /** With this JSON. */
        static Reply json(int status, String body) {
            return with(status, "application/json", body);
        }

        /** With a problem detail. */
        static Reply problem(int status, String body) {
            return with(
                    status,
                    "application/problem+json",
                    body.startsWith("{")
                            ? body
                            : "{\"type\":\"urn:kumppani:problem:" + body + "\"}");
        }

        /** With this status, type and body. */
        static Reply with(int status, String type, String body) {
            return exchange -> {
                byte[] bytes = told(exchange, type, body).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", type);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            };
        }

        private static String told(HttpExchange exchange, String type, String body) {
            return type.equals("application/json")
                            && !body.isEmpty()
                            && !REMEMBERED.matcher(exchange.getRequestURI().getPath()).matches()
                            && exchange.getHttpContext().getAttributes().get(TOLD)
                                    instanceof OtherWords words
                    ? words.of(body)
                    : body;
        }

        /** The same after so many milliseconds. */
        default Reply after(long milliseconds) {
            return exchange -> {
                try {
                    if (new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS)) {
                        throw new IllegalStateException("Nobody counts it down");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                answer(exchange);
            };
        }

        /** The same with a header more. */
        default Reply and(String header, String value) {
            return exchange -> {
                exchange.getResponseHeaders().add(header, value);
                answer(exchange);
            };
        }
    }
}
