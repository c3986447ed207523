package fi.kumppani.newsletter.stand;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service that knows recipients and the place where tokens are had, behaving as it is told.
 * Unless told otherwise, everybody has an address made of what the mail is about.
 */
public final class ScriptedContacts implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is answered to one question. */
    public sealed interface Act {

        /** Everybody has an address. */
        record Know() implements Act {}

        /** Nobody is to be written to any more. */
        record KnowNobody() implements Act {}

        /** A bare status. */
        record Fail(int status) implements Act {}

        /** Nothing, as long as the server is there. */
        record Hang() implements Act {}

        /** These words. */
        record Say(String json) implements Act {}
    }

    /** A question that came. */
    public record Asked(String authorization, JsonNode body) {}

    private final HttpServer server;
    private final Queue<Act> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Act always = new Act.Know();

    /** Begins to listen on a free port of the loopback address. */
    public ScriptedContacts() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/token", this::token);
        server.createContext("/internal/contacts", this::contacts);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What is answered to the next questions, one each. */
    public void next(Act... acts) {
        script.addAll(List.of(acts));
    }

    /** What is answered to every question that nothing else is said about. */
    public void always(Act act) {
        always = act;
    }

    /** Every question that came, also those that got no answer. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many tokens were had; the third is {@code token-3}. */
    public int tokens() {
        return tokens.get();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Where tokens are had. */
    public URI tokenUri() {
        return address().resolve("/oauth2/token");
    }

    /** The address of whoever a mail about this goes to. */
    public static String addressOf(String about) {
        return about.replaceAll("[^A-Za-z0-9]+", "-") + "@example.org";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            var _ = exchange.getRequestBody().readAllBytes();
            answer(
                    exchange,
                    200,
                    """
                    {"access_token": "token-%d", "token_type": "Bearer", "expires_in": 900}
                    """
                            .formatted(tokens.incrementAndGet()));
        }
    }

    private void contacts(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question =
                    JSON.readTree(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(
                    new Asked(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            question));
            Act next = script.poll();
            switch (next == null ? always : next) {
                case Act.Know _ -> answer(exchange, 200, answers(question, true));
                case Act.KnowNobody _ -> answer(exchange, 200, answers(question, false));
                case Act.Fail(int status) -> answer(exchange, status, "{}");
                case Act.Hang _ -> closed.await();
                case Act.Say(String json) -> answer(exchange, 200, json);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answers(JsonNode question, boolean found) {
        ObjectNode answers = JSON.createObjectNode();
        ArrayNode contacts = answers.putArray("contacts");
        for (JsonNode request : question.path("requests")) {
            ObjectNode contact = contacts.addObject();
            contact.put("id", request.path("id").asString()).put("found", found);
            if (found) {
                contact.put("email", addressOf(request.path("subject").asString()))
                        .put("language", "fi")
                        .put("recipientRef", "somebody");
                contact.putObject("links").put("manage", "https://kumppani.example.org/m/743");
                contact.putObject("facts").putObject("title").put("fi", "Järjestöilta");
            }
        }
        return answers.toString();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
