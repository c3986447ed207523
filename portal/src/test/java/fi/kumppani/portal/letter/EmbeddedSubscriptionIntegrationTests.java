package fi.kumppani.portal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.page.FormTokens;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

class EmbeddedSubscriptionIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String PAGE = "/m/743/embed/letters";
    private static final String LIST = "{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}";
    private static final String OTHER = "{\"id\":\"list-2\",\"name\":{\"fi\":\"Liikuntakirje\"}}";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @Autowired private FormTokens tokens;

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        newsletter.on("GET " + M + "/lists", Facts.listing(LIST, OTHER));
        newsletter.on("GET /v1/municipalities/179/lists", Facts.listing(LIST));
        newsletter.on(
                "GET " + M + "/lists/list-1",
                Reply.json(
                        200,
                        """
                        {"id":"list-1","name":{"fi":"Järjestökirje"},
                         "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
    }

    @Test
    void subscribesWithinTheFrameAndWithoutACookie() {
        Page opened = browser.open(PAGE + "?lang=sv");
        Document form = opened.html();
        assertThat(form.select("base").attr("target")).isEqualTo("_top");
        assertThat(form.select("form").attr("target")).isEqualTo("_self");
        assertThat(form.select("form").attr("action")).isEqualTo(PAGE + "?lang=sv");
        assertThat(form.select("script")).isEmpty();

        Page asked = browser.submit(form.select("form").attr("action"), filled(form));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.html().select("h1").text()).isEqualTo("Kontrollera din e-post");
        assertThat(asked.header("Content-Security-Policy"))
                .endsWith("frame-ancestors https://www.example.org https://intra.example.org");
        assertThat(newsletter.last().body())
                .isEqualTo(
                        """
                        {"email":"maija@example.org","language":"sv",\
                        "consent":{"version":"2026-11","lang":"fi","source":"/m/743/embed/letters"}}\
                        """);
        assertThat(opened.headers("Set-Cookie")).isEmpty();
        assertThat(asked.headers("Set-Cookie")).isEmpty();
    }

    /** Otherwise the page would set the cookie of the token against forgery. */
    @Test
    void setsNoCookieForThoseWhoAreLoggedInEither() {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(PAGE);

        assertThat(page.headers("Set-Cookie")).isEmpty();
        assertThat(page.html().select("input[name=_csrf]")).isEmpty();
    }

    @Test
    void asksToSendAgainWhatWasNotOpenedHere() {
        assertAskedAgain("");
        assertAskedAgain("AAAAAAAAAAAAAAAAAAAAAAAA.forged");
    }

    @Test
    void asksToSendAgainWhatWasOpenedLongAgo() {
        assertAskedAgain(
                tokens.next(
                        "subscribe-to-letters", "743", Instant.now().minus(Duration.ofDays(1))));
    }

    @Test
    void asksToSendAgainWhatWasOpenedElsewhereOrForSomethingElse() {
        assertAskedAgain(browser.open("/m/179/embed/letters").html().select("[name=token]").val());
        assertAskedAgain(tokens.next("something-else", "743", Instant.now()));
    }

    private void assertAskedAgain(String token) {
        Map<String, String> filled = filled(browser.open(PAGE).html());
        filled.put("token", token);
        int before = posts();

        Page again = browser.submit(PAGE, filled);

        assertThat(again.status()).isEqualTo(422);
        assertThat(posts()).isEqualTo(before);
        Document form = again.html();
        assertThat(form.select("[role=alert]").text()).contains("lähetä lomake uudelleen");
        assertThat(form.select("#email").val()).isEqualTo("maija@example.org");
        assertThat(form.select("[name=list][checked]").val()).isEqualTo("list-1");
        assertThat(form.select("[name=language][checked]").val()).isEqualTo("sv");
        filled.put("token", form.select("[name=token]").val());
        assertThat(browser.submit(PAGE, filled).status()).isEqualTo(200);
        assertThat(posts()).isEqualTo(before + 1);
    }

    @Test
    void asksAProgramToSendItAgain() {
        Map<String, String> filled = filled(browser.open(PAGE).html());
        filled.put("homepage", "https://example.org");

        Page again = browser.submit(PAGE, filled);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html().select("[role=alert]").text()).contains("ohjelma");
        assertThat(posts()).isZero();
    }

    @Test
    void keepsWhatWasFilledInWhileTheServiceIsAway() {
        Map<String, String> filled = filled(browser.open(PAGE).html());
        newsletter.on("GET " + M + "/lists", Reply.problem(503, "unavailable"));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions", Reply.problem(503, "unavailable"));

        Page away = browser.submit(PAGE, filled);

        assertThat(away.status()).isEqualTo(503);
        Document form = away.html();
        assertThat(form.select("#email").val()).isEqualTo("maija@example.org");
        assertThat(form.select("[name=list]").val()).isEqualTo("list-1");
        assertThat(form.select("[name=consent]").val()).isEqualTo("2026-11");
        assertThat(form.select("[name=token]").val()).isEqualTo(filled.get("token"));
    }

    @Test
    void looksForTheAssociationWithinTheFrame() {
        service(Backend.REGISTRY)
                .on(
                        "GET " + M + "/associations",
                        Facts.listing(
                                "{\"id\":\"a-1\",\"name\":{\"fi\":\"Kuoro ry\"}}",
                                "{\"id\":\"a-2\",\"name\":{\"fi\":\"Kuoroharrastajat\"}}"));
        Map<String, String> filled = filled(browser.open(PAGE).html());
        filled.put("association", "kuoro");
        filled.put("find", "association");

        Document found = browser.submit(PAGE, filled).html();

        assertThat(posts()).isZero();
        assertThat(found.select("#associationId input[value=a-2]")).hasSize(1);
        assertThat(found.select("[name=list][checked]").val()).isEqualTo("list-1");
    }

    private int posts() {
        return (int)
                newsletter.asked().stream()
                        .map(Asked::method)
                        .filter(method -> method.equals("POST"))
                        .count();
    }

    private static Map<String, String> filled(Document form) {
        Map<String, String> filled = new HashMap<>();
        form.select("input[type=hidden]")
                .forEach(input -> filled.put(input.attr("name"), input.val()));
        filled.put("list", "list-1");
        filled.put("email", "maija@example.org");
        filled.put("language", "sv");
        return filled;
    }
}
