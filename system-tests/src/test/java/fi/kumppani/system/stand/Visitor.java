package fi.kumppani.system.stand;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody with a browser, as far as HTTP goes: it keeps cookies and follows redirects. */
public final class Visitor implements AutoCloseable {

    private static final String PASSWORD = "kumppani";

    private final URI origin;
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /** Somebody who is not logged in. */
    public Visitor(TestStand stand) {
        this.origin = stand.url(Service.PORTAL);
    }

    /**
     * What came back.
     *
     * @param address where it came from in the end, after redirects
     * @param type its media type
     */
    public record Page(int status, URI address, String type, String body) {

        /** Whether it is a page with links. */
        public boolean isHtml() {
            return type.startsWith("text/html");
        }

        /** As HTML. */
        public Document html() {
            return Jsoup.parse(body, address.toString());
        }
    }

    /** Logs in as a demonstration user, for example {@code coordinator.seinajoki}. */
    public Visitor logIn(String username) {
        Page asked = open("/login");
        Element form = asked.html().selectFirst("form[method=post]");
        if (form == null) {
            throw new IllegalStateException("No form to log in with at " + asked.address());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]")
                .forEach(each -> fields.put(each.attr("name"), each.val()));
        fields.put("username", username);
        fields.put("password", PASSWORD);
        String body =
                fields.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        Page in =
                send(
                        HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (in.status() != 200 || !isHere(in)) {
            throw new IllegalStateException(username + " is not let in: " + in.address());
        }
        return this;
    }

    /** Opens an address of the portal, for example {@code /m/743}. */
    public Page open(String path) {
        return send(HttpRequest.newBuilder(origin.resolve(path)));
    }

    /** Whether a page is the portal's own, not the form to log in with. */
    public boolean isHere(Page page) {
        return page.address().getAuthority().equals(origin.getAuthority());
    }

    /** Where the links of a page lead within the portal, each once, without what follows a #. */
    public List<String> links(Page page) {
        return page.html().select("a[href]").stream()
                .map(each -> each.absUrl("href"))
                .filter(each -> each.startsWith(origin.toString()))
                .map(each -> each.substring(origin.toString().length() - 1).split("#", 2)[0])
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        browser.close();
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    browser.send(
                            request.header("Accept", "text/html,*/*;q=0.8")
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.uri(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
