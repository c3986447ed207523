package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.HostileTexts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people try who are out for mischief, on pages that everybody may open. */
class AbuseIntegrationTests extends PortalUnderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;

    private static final String[] EVERYTHING = {
        "coordinator", "grant-officer", "decision-maker", "association-representative"
    };

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announce() {
        PublicPages.announce();
    }

    @Test
    void writesWhateverIsToldAsText() {
        PublicPages.announce(HostileTexts::in);
        service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/issues/l1",
                        Reply.json(
                                200,
                                HostileTexts.in(
                                        """
                                        {"id":"l1","label":"2/2024","title":{"fi":"Kirje"},"sentAt":"2024-08-28T10:00:00Z",
                                         "items":[{"title":{"fi":"Yksi"},"text":{"fi":"Teksti"},"link":"https://example.org/a",
                                           "picture":{"address":"https://example.org/p.png","alt":{"fi":"Kuva"}},
                                           "contact":{"role":{"fi":"Koordinaattori"},"email":"A@example.org","phone":"+358"}}]}
                                        """)));
        Map<String, String> paths = new HashMap<>(PublicPages.PATHS);
        paths.put("letter", "/m/743/letters/l1");
        List<String> faults = new ArrayList<>();
        int told = 0;
        for (Map.Entry<String, String> each : paths.entrySet()) {
            for (String language : List.of("fi", "en")) {
                String path = each.getValue();
                Page page =
                        browser.open(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                Document html = page.html();
                told += page.body().contains("onmouseover") ? 1 : 0;
                if (page.status() != (each.getKey().equals("problem") ? 404 : 200)) {
                    faults.add(each.getKey() + " is not shown: " + page.status());
                }
                html.select(
                                "#hostile, [onmouseover], [onerror], [href^=javascript],"
                                        + " [src^=javascript]")
                        .forEach(fault -> faults.add(each.getKey() + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(told).as("pages that say it at all").isGreaterThan(35);
    }

    @Test
    void writesWhatIsSentBackAsText() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        Document form = browser.open(PAGE + "/register").html();
        Map<String, String> sent = Forms.fields(form.select("main form").getFirst());
        for (String field : List.of("name", "email", "association", "key", "language")) {
            sent.put(field, HostileTexts.MISCHIEF);
        }
        events.on(
                "POST " + EVENT + "/registrations",
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}"));
        List<Page> pages =
                List.of(
                        browser.submit(PAGE + "/registrations", sent),
                        browser.submit("/m/743/letters", Map.of("email", HostileTexts.MISCHIEF)),
                        browser.open("/m/743/events?text=" + encoded() + "&area=" + encoded()),
                        browser.open(
                                "/m/743/associations?text=" + encoded() + "&theme=" + encoded()),
                        browser.open("/m/743/letters?q=" + encoded()),
                        browser.open("/m/743/subscriptions/confirm?token=" + encoded()),
                        browser.open("/m/743?lang=" + encoded() + "&x=" + encoded()));

        assertThat(pages)
                .allSatisfy(
                        page ->
                                assertThat(page.html().select("#hostile, [onmouseover], [onerror]"))
                                        .isEmpty());
        assertThat(pages)
                .filteredOn(page -> page.body().contains("onmouseover"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void isFramedOnlyWhereItIsMeantToBe() {
        List<String> faults = new ArrayList<>();
        PublicPages.PATHS.forEach(
                (name, path) -> {
                    Page page = browser.open(path);
                    String policy = page.header("Content-Security-Policy");
                    boolean isEmbedded = name.startsWith("embedded");
                    boolean isShut =
                            policy.contains("frame-ancestors 'none'")
                                    && page.header("X-Frame-Options").equals("DENY");
                    if (isShut == isEmbedded
                            || policy.contains("unsafe")
                            || (isEmbedded
                                    && !policy.contains(
                                            "frame-ancestors https://www.example.org"))) {
                        faults.add(name + ": " + policy + " " + page.header("X-Frame-Options"));
                    }
                });
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/m/743?lang=//evil.example.org",
                "/m/743?lang=https://evil.example.org",
                "/m/743?lang=sv&lang=//evil.example.org",
                "//evil.example.org/m/743?lang=sv",
                "/%2Fevil.example.org/m/743?lang=sv",
                "/%5Cevil.example.org?lang=sv",
                "/;/evil.example.org?lang=sv",
                "/m/743/..//evil.example.org?lang=sv",
                "/login?to=//evil.example.org&lang=//evil.example.org"
            })
    void leadsNobodyAstray(String path) {
        Page page = browser.open(origin() + path);

        if (page.status() / 100 == 3) {
            assertThat(page.location().getHost()).isEqualTo("localhost");
        }
        assertThat(page.html().select("[href], [action], [src]"))
                .map(AbuseIntegrationTests::host)
                .noneMatch(host -> host.contains("evil"));
    }

    @Test
    void heedsNoFieldThatTheFormDoesNotShow() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        events.on(
                "POST " + EVENT + "/registrations",
                Reply.json(201, "{\"status\":\"confirmed\",\"number\":1}"));
        Map<String, String> form =
                Forms.fields(
                        browser.open(PAGE + "/register").html().select("main form").getFirst());
        form.put("name", "Osallistuja");
        form.put("email", "osallistuja@example.org");
        form.put("seats", "50");
        form.put("status", "confirmed");
        form.put("number", "1");
        form.put("place", "1");
        form.put("quota", "clubs");
        form.put("group", "culture");
        form.put("answers.role", "admin");
        form.put("municipality", "179");

        browser.submit(PAGE + "/registrations", form);

        assertThat(JSON.readTree(events.last("POST").body()).propertyNames())
                .isSubsetOf("name", "email", "language", "seats", "answers");
        assertThat(JSON.readTree(events.last("POST").body()).at("/answers").isEmpty()).isTrue();
        assertThat(events.last("POST").path()).startsWith(M);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/m/743/letters",
                "/m/743/letters/links",
                "/m/743/subscriptions/preferences",
                "/m/743/subscriptions/confirmations",
                "/m/743/registrations/01939c5e-0000-7000-8000-000000000001/7/cancellation",
                "/m/743/organise/events/new",
                "/m/743/organise/events/01939c5e-0000-7000-8000-000000000001/programme",
                "/m/743/letters/drafts/d1",
                "/m/743/registry/new",
                "/m/743/registry/associations/a1",
                "/m/743/registry/networks/n1",
                "/m/743/my/associations/a1",
                "/m/743/my/calls/c1",
                "/m/743/my/applications/a1/plan",
                "/m/743/my/applications/a1/sections/doing",
                "/m/743/my/applications/a1/report",
                "/m/743/my/applications/a1/changes",
                "/m/743/work/calls/new",
                "/m/743/work/forms/f1/title",
                "/m/743/work/applications/a1/review",
                "/m/743/work/applications/a1/decision"
            })
    void refusesMegabytesInWords(String path) {
        identityProvider().rolesAre(EVERYTHING);
        browser.logIn(identityProvider(), "/login");

        Page page = browser.submit(path, Map.of("text", "x".repeat(5_000_000)));

        assertThat(page.status()).isIn(400, 413);
        assertThat(page.html().select("h1").text()).isNotBlank();
        assertThat(page.body()).doesNotContain("Exception", "at fi.kumppani", "at org.");
    }

    private static String host(Element link) {
        for (String attribute : List.of("href", "action", "src")) {
            String address = link.absUrl(attribute);
            if (address.startsWith("http")) {
                String host =
                        URI.create(address.replaceAll("[^!-~]|[\"'<>|{}\\\\^`]", "")).getHost();
                return host == null ? "" : host;
            }
        }
        return "";
    }

    private static String encoded() {
        return URLEncoder.encode(HostileTexts.MISCHIEF, StandardCharsets.UTF_8);
    }
}
