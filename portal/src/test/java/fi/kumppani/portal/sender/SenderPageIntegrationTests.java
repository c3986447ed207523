package fi.kumppani.portal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

class SenderPageIntegrationTests extends PortalUnderTest {

    private static final String SENDER = "/v1/municipalities/743/sender";
    private static final String HERE = "/m/743/sender";
    private static final String NONE = "{\"inUse\":\"letters@example.org\"}";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveASender() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        newsletter.on("GET " + SENDER, Facts.sender(false));
        newsletter.on("PUT " + SENDER, Facts.sender(false));
        newsletter.on("POST " + SENDER + "/checks", Facts.sender(true));
        newsletter.on("DELETE " + SENDER, Reply.json(204, ""));
    }

    @Test
    void letsOnlyCoordinatorsOfTheMunicipalityIn() {
        assertThat(browser.open(HERE).location().getQuery()).isEqualTo("to=" + HERE);
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(HERE).status()).isEqualTo(404);
        assertThat(newsletter.asked()).isEmpty();

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open("/m/179/sender").status()).isEqualTo(404);
        assertThat(browser.submit(HERE, Map.of("address", "a@example.org")).status())
                .as("a form without its token")
                .isEqualTo(403);
        assertThat(newsletter.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(HERE + "?lang=" + language).html();

        assertThat(html.text()).doesNotContain("??");
        assertThat(html.select("html").attr("lang")).isEqualTo(language);
    }

    @Test
    void saysWhatTheDomainIsToPublishAndWhatWasSeen() {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(HERE);

        assertThat(page.html().select(".records code").eachText())
                .contains(
                        "seinajoki.example.org",
                        "v=spf1 include:_spf.kumppani.example.org ~all",
                        "_dmarc.seinajoki.example.org");
        assertThat(page.html().select(".records .tag").eachText())
                .containsExactly("nähty", "ei nähty", "ei nähty");
        assertThat(page.html().select("main").text())
                .contains("letters@example.org", "2.12.2026 klo");
        assertThat(newsletter.last().header("Authorization").getFirst()).startsWith("Bearer ");
    }

    @Test
    void looksForTheRecordsByAButton() {
        browser.logIn(identityProvider(), "/login");
        Element form = form(browser.open(HERE).html(), "/checks");

        Page page = browser.submit(HERE + "/checks", fields(form));

        assertThat(newsletter.last().method())
                .as("what was answered is shown, and not asked for again")
                .isEqualTo("POST");
        assertThat(page.html().select("[role=status]").text()).contains("katsottu");
        assertThat(page.html().select(".records .tag").eachText())
                .containsExactly("nähty", "nähty", "nähty");
        assertThat(sent("POST").path()).endsWith("/checks");
    }

    @Test
    void saysWhomLettersAreToComeFrom() {
        browser.logIn(identityProvider(), "/login");
        newsletter.on("GET " + SENDER, Reply.json(200, NONE).and("ETag", "\"0\""));
        Document empty = browser.open(HERE).html();
        assertThat(empty.select(".records")).isEmpty();
        Map<String, String> form = fields(form(empty, "/sender"));
        form.put("address", "kirjeet@seinajoki.example.org");
        form.put("name.sv", "Seinäjokis brev");
        form.put("server.host", "smtp.example.org");
        form.put("server.port", "587");
        form.put("server.username", "letters");
        form.put("server.password", "something");

        Page page = browser.submit(HERE, form);

        assertThat(page.html().select("[role=status]").text()).contains("tallennettu");
        assertThat(page.body()).doesNotContain("something");
        assertThat(sent("PUT").header("If-Match")).containsExactly("\"0\"");
        assertThat(sent("PUT").body())
                .contains(
                        "\"address\":\"kirjeet@seinajoki.example.org\"",
                        "\"sv\":\"Seinäjokis brev\"",
                        "\"port\":587",
                        "\"password\":\"something\"")
                .doesNotContain("replyTo", "logo");
    }

    @Test
    void namesWhatIsWrongAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = fields(form(browser.open(HERE).html(), "/sender"));
        form.put("color", "#ffff00");
        form.put("server.host", "other.example.org");
        newsletter.on(
                "PUT " + SENDER,
                Reply.problem(
                        400,
                        "{\"errors\":[{\"field\":\"color\",\"code\":\"contrast\"},"
                                + "{\"field\":\"server.password\",\"code\":\"not-null\"}]}"));

        Page page = browser.submit(HERE, form);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#color", "#server.password");
        assertThat(page.html().select("[name=color]").val()).isEqualTo("#ffff00");
        assertThat(page.html().select("[name=server.host]").val()).isEqualTo("other.example.org");

        newsletter.on("PUT " + SENDER, Reply.problem(412, "{}"));
        assertThat(alert(browser.submit(HERE, form))).contains("Joku muu");
        newsletter.on("PUT " + SENDER, exchange -> exchange.close());
        Page away = browser.submit(HERE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=color]").val()).isEqualTo("#ffff00");
    }

    @Test
    void givesTheOwnSenderUp() {
        browser.logIn(identityProvider(), "/login");
        Element form = form(browser.open(HERE).html(), "/withdrawal");
        newsletter.on("GET " + SENDER, Reply.json(200, NONE));

        Page page = browser.submit(HERE + "/withdrawal", fields(form));

        assertThat(page.html().select("[role=status]").text()).contains("luovuttu");
        assertThat(sent("DELETE").header("If-Match")).containsExactly("\"3\"");
    }

    private Asked sent(String method) {
        return newsletter.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static String alert(Page page) {
        return page.html().select("[role=alert]").text();
    }

    private static Element form(Document html, String action) {
        return html.select("main form").stream()
                .filter(each -> each.attr("action").endsWith(action))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input").forEach(input -> fields.put(input.attr("name"), input.val()));
        return fields;
    }

    @Test
    void keepsAllButThePasswordWhenTheLoginIsOver() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form =
                fields(browser.open(HERE).html().select("#describe ~ form").getFirst());
        form.put("address", "uusi@seinajoki.example.org");
        form.put("server.password", "salasana");
        newsletter.on("PUT " + SENDER, Reply.problem(401, "{}"));
        assertThat(browser.submit(HERE, form).location().getQuery()).isEqualTo("to=" + HERE);

        Page again = browser.open(HERE);

        assertThat(again.html().select("[name=address]").val())
                .isEqualTo("uusi@seinajoki.example.org");
        assertThat(again.body()).doesNotContain("salasana");
        assertThat(again.html().select("[role=alert]").text()).contains("tallella");
    }

    @Test
    void keepsAllThatAFormMayHave() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form =
                fields(browser.open(HERE).html().select("#describe ~ form").getFirst());
        newsletter.on("PUT " + SENDER, Reply.problem(401, "{}"));
        form.put("address", "x".repeat(1_000_000));
        assertThat(browser.submit(HERE, form).status()).isEqualTo(302);
        assertThat(browser.open(HERE).html().select("[role=alert]").text()).contains("tallella");

        form.put("address", "x".repeat(1_100_000));
        assertThat(browser.submit(HERE, form).status()).isEqualTo(413);
    }
}
