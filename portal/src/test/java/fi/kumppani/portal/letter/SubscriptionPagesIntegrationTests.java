package fi.kumppani.portal.letter;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Where the links in letters lead. */
class SubscriptionPagesIntegrationTests extends PortalUnderTest {

    private static final String M = FakeLists.M;
    private static final String LIST = FakeLists.LIST;

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveAMunicipality() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "leave"})
    void doesNothingWhenALinkIsOpened(String page) {
        newsletter.on("GET " + M + "/subscription-confirmations", Reply.json(200, wish(false)));

        Page opened = browser.open("/m/743/subscriptions/" + page + "?token=abc");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.html().select("main form input[name=token]").val()).isEqualTo("abc");
        assertThat(opened.html().select("main form").attr("action")).doesNotContain("abc");
        assertThat(newsletter.asked()).allMatch(asked -> asked.method().equals("GET"));
        assertThat(newsletter.asked()).noneMatch(asked -> asked.toString().contains("?token="));
        assertThat(opened.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void showsWhatIsConfirmedBeforeTheButtonIsPressed() {
        newsletter.on("GET " + M + "/subscription-confirmations", Reply.json(200, wish(false)));

        Document page = browser.open("/m/743/subscriptions/confirm?token=abc").html();

        assertThat(newsletter.last().header("X-Link-Token")).containsExactly("abc");
        assertThat(page.select("main strong").text()).isEqualTo("Järjestökirje");
        assertThat(page.select("main details p").text()).isEqualTo("Rekisterinpitäjä on kaupunki.");
        assertThat(page.select("main form input[name=list]").val()).isEqualTo("list-2");
    }

    @Test
    void hasNoButtonWhereALinkWasUsed() {
        newsletter.on("GET " + M + "/subscription-confirmations", Reply.json(200, wish(true)));

        Document page = browser.open("/m/743/subscriptions/confirm?token=abc").html();

        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main .notice").text()).contains("jo vahvistettu");
    }

    private static String wish(boolean confirmed) {
        return """
        {"list": %s, "consent": {"version": "2026-12",
            "text": {"text": "Rekisterinpitäjä on kaupunki.", "lang": "fi"}},
         "alsoAsked": [%s], "confirmed": %s}
        """
                .formatted(LIST, FakeLists.OTHER, confirmed);
    }

    @Test
    void confirmsByTheButton() {
        newsletter.on(
                "POST " + M + "/subscription-confirmations",
                Reply.json(
                        200,
                        "{\"confirmed\":[" + LIST + "],\"alsoAsked\":[" + FakeLists.OTHER + "]}"));

        Document page =
                browser.submit("/m/743/subscriptions/confirmations", Map.of("token", "abc")).html();

        assertThat(newsletter.last().body()).isEqualTo("{\"token\":\"abc\",\"lists\":[]}");
        assertThat(page.select(".done li").text()).isEqualTo("Järjestökirje");
    }

    @Test
    void leavesByTheButton() {
        newsletter.on(
                "POST " + M + "/subscription-departures",
                Reply.json(200, "{\"left\":" + LIST + "}"));

        Document page =
                browser.submit("/m/743/subscriptions/departures", Map.of("token", "abc")).html();

        assertThat(newsletter.last().body()).isEqualTo("{\"token\":\"abc\"}");
        assertThat(page.select(".done").text()).contains("Järjestökirje");
    }

    @Test
    void tellsNothingAboutAWrongToken() {
        assertThat(
                        browser.submit("/m/743/subscriptions/confirmations", Map.of("token", "x"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void passesOnTheOneClickOfAMailProgram() {
        newsletter.on(
                "POST " + M + "/subscription-departures",
                Reply.json(200, "{\"left\":" + LIST + "}").and("Set-Cookie", "x=1"));
        browser.plant("PORTALSESSION", "somebody");

        Page page =
                browser.send(
                        "POST",
                        "/m/743/subscriptions/leave?token=a_b-c",
                        "List-Unsubscribe=One-Click",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Bearer x");

        Asked asked = newsletter.last();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        assertThat(asked.query()).isEqualTo("token=a_b-c");
        assertThat(asked.body()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(asked.header("Content-Type").getFirst())
                .startsWith("application/x-www-form-urlencoded");
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
    }

    @Test
    void leadsOnFromALinkInALetterAsNobody() {
        String address = "ab_c-1.aHR0cHM6Ly9leGFtcGxlLm9yZy8";
        newsletter.on(
                "GET " + M + "/counted-links/" + address,
                Reply.json(303, "")
                        .and("Location", "https://example.org/haku?q=%C3%A4+b")
                        .and("Set-Cookie", "x=1"));
        browser.plant("PORTALSESSION", "somebody");

        Page page =
                browser.send(
                        "GET",
                        "/m/743/l/" + address + "?fbclid=somebody",
                        null,
                        "Authorization",
                        "Bearer x",
                        "User-Agent",
                        "Mozilla/5.0");

        Asked asked = newsletter.last();
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("https://example.org/haku?q=%C3%A4+b");
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        assertThat(asked.query()).as("nothing that others hang on an address").isNullOrEmpty();
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.header("User-Agent")).containsExactly("Mozilla/5.0");
    }

    @Test
    void showsAPageWhereALinkInALetterLeadsNowhere() {
        newsletter.on("GET " + M + "/counted-links/a.b", Reply.problem(404, "{}"));

        Page unknown = browser.open("/m/743/l/a.b");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("text/html");
        assertThat(browser.open("/m/743/l/nonsense").status()).isEqualTo(404);
    }

    @Test
    void passesOnTheOneClickInParts() {
        newsletter.on("POST " + M + "/subscription-departures", Reply.json(200, "{}"));
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="List-Unsubscribe"\r
                \r
                One-Click\r
                --b--\r
                """;

        browser.send(
                "POST",
                "/m/743/subscriptions/leave?token=abc",
                body,
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertThat(newsletter.last().body()).isEqualTo(body);
    }
}
