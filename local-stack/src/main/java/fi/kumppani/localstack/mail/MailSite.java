package fi.kumppani.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The caught mails as pages for people and as JSON for tests. */
final class MailSite implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSite.class);

    private static final Pattern PART =
            Pattern.compile("/mails/(\\d{1,18})(?:/(html|source|attachments/(\\d{1,4})))?");
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String FRAME_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    private static final String HTML = "text/html;charset=utf-8";

    private final MailStore store;
    private final MailPages pages = new MailPages();
    private final JsonMapper json = new JsonMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    MailSite(MailStore store, int port) {
        this.store = store;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail page cannot listen on port " + port, e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", PAGE_POLICY);
            route(exchange);
        } catch (DateTimeParseException e) {
            sendBytes(
                    exchange,
                    400,
                    "text/plain;charset=utf-8",
                    "after is the id of a mail or an instant such as 2026-11-22T12:00:00Z.\n");
        } catch (RuntimeException | MessagingException e) {
            LOG.error("Cannot answer {}", exchange.getRequestURI().getPath(), e);
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException, MessagingException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (request) {
            case "GET /" -> send(exchange, HTML, pages.list(store.newestFirst()));
            case "GET /local-stack.css" ->
                    send(exchange, "text/css;charset=utf-8", MailPages.style());
            case "GET /api/mails" -> send(exchange, "application/json", asJson(exchange));
            case "DELETE /api/mails" -> {
                store.clear();
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                Matcher part = PART.matcher(exchange.getRequestURI().getPath());
                if (!exchange.getRequestMethod().equals("GET") || !part.matches()) {
                    missing(exchange);
                } else {
                    sendPart(exchange, part);
                }
            }
        }
    }

    private void sendPart(HttpExchange exchange, Matcher path)
            throws IOException, MessagingException {
        long id = Long.parseLong(path.group(1));
        var summary = store.find(id);
        var message = store.read(id);
        if (summary.isEmpty() || message.isEmpty()) {
            missing(exchange);
            return;
        }
        var content = new MailContent(message.get());
        String part = path.group(2);
        String html = content.html();
        if (part == null) {
            send(exchange, HTML, pages.one(summary.get(), content));
        } else if (part.equals("source")) {
            try (var source = store.source(id)) {
                sendStream(exchange, "text/plain;charset=utf-8", source);
            }
        } else if (part.equals("html") && html != null) {
            exchange.getResponseHeaders().set("Content-Security-Policy", FRAME_POLICY);
            send(exchange, HTML, "<base target=\"_blank\">" + html);
        } else if (path.group(3) != null
                && Integer.parseInt(path.group(3)) < content.attachments().size()) {
            sendAttachment(exchange, content.attachments().get(Integer.parseInt(path.group(3))));
        } else {
            missing(exchange);
        }
    }

    private static void sendAttachment(HttpExchange exchange, Part attachment)
            throws IOException, MessagingException {
        var disposition =
                ContentDisposition.attachment()
                        .filename(MailContent.nameOf(attachment), StandardCharsets.UTF_8)
                        .build();
        exchange.getResponseHeaders().set("Content-Disposition", disposition.toString());
        try (var content = attachment.getInputStream()) {
            sendStream(exchange, "application/octet-stream", content);
        }
    }

    private String asJson(HttpExchange exchange) {
        var query = MailQuery.of(exchange.getRequestURI());
        return json.writeValueAsString(
                store.newestFirst().stream()
                        .filter(query::matches)
                        .map(
                                summary ->
                                        store.read(summary.id())
                                                .map(
                                                        message ->
                                                                MailView.of(
                                                                        summary,
                                                                        new MailContent(message))))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static void missing(HttpExchange exchange) throws IOException {
        sendBytes(exchange, 404, "text/plain;charset=utf-8", "There is no such mail.\n");
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        sendBytes(exchange, 200, type, body);
    }

    private static void sendBytes(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendStream(HttpExchange exchange, String type, InputStream body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        body.transferTo(exchange.getResponseBody());
    }
}
