package fi.kumppani.portal.testing;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser as far as HTTP goes: keeps cookies and follows redirects only when told. */
public final class Browser {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String origin) {
        this.origin = origin;
    }

    /** Opens a path of the portal. */
    public Page open(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Sends a form to a path of the portal. */
    public Page submit(String path, Map<String, String> fields, String... headers) {
        return send(
                "POST",
                path,
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")),
                Stream.concat(
                                Stream.of("Content-Type", "application/x-www-form-urlencoded"),
                                Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** Sends whatever. */
    public Page send(String method, String path, @Nullable String body, String... headers) {
        URI address = URI.create(path.startsWith("http") ? path : origin + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        List<String> all = new ArrayList<>(List.of(headers));
        if (!cookies.isEmpty()) {
            all.add("Cookie");
            all.add(
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Page(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Logs in at this provider; what the portal answers at the end. */
    public Page logIn(StubIdentityProvider provider, String loginPath) {
        URI begin = open(loginPath).location();
        URI away = open(begin.toString()).location();
        return open(provider.logIn(away).toString());
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Puts a cookie there, as somebody might who shared the browser before. */
    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public static final class Page {

        private final HttpResponse<String> response;

        Page(HttpResponse<String> response) {
            this.response = response;
        }

        /** The status. */
        public int status() {
            return response.statusCode();
        }

        /** The body as text. */
        public String body() {
            return response.body();
        }

        /** The body as HTML. */
        public Document html() {
            return Jsoup.parse(response.body(), response.uri().toString());
        }

        /** All values of a header. */
        public List<String> headers(String name) {
            return response.headers().allValues(name);
        }

        /** The one value of a header, or nothing. */
        public String header(String name) {
            return String.join(" | ", headers(name));
        }

        /** Where it redirects to. */
        public URI location() {
            return response.uri().resolve(URI.create(header("Location")));
        }
    }
}
