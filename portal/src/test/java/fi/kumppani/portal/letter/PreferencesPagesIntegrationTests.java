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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class PreferencesPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String HERE = "/m/743/subscriptions/preferences";
    private static final String PREFERENCES =
            """
            {"email":"maija@example.org","language":"sv","pausedUntil":"2027-02-01",
             "lists":[{"id":"list-1","name":{"fi":"Järjestökirje"},"about":{"fi":"Neljästi vuodessa"},"joined":true},
                      {"id":"list-2","name":{"fi":"Liikuntakirje"},"joined":false}],
             "consent":{"version":"2026-12","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
            """;
    private static final String NOTHING =
            """
            {"lists":[{"id":"list-1","name":{"fi":"Järjestökirje"},"joined":false}],
             "consent":{"version":"2026-12","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
            """;

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveAReader() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        newsletter.on("GET " + M + "/subscription-preferences", Reply.json(200, PREFERENCES));
        newsletter.on("PUT " + M + "/subscription-preferences", Reply.json(200, PREFERENCES));
    }

    @Test
    void showsWhatIsChosenAndOnlyReads() {
        Page opened = browser.open(HERE + "?token=abc");

        Document page = opened.html();
        assertThat(page.select("main").text())
                .contains("maija@example.org", "Neljästi vuodessa", "ma 1.2.2027");
        assertThat(page.select("input[name=list][checked]").eachAttr("value"))
                .containsExactly("list-1");
        assertThat(page.select("input[name=offered]").eachAttr("value"))
                .containsExactly("list-1", "list-2");
        assertThat(page.select("input[name=language][checked]").val()).isEqualTo("sv");
        assertThat(page.select("input[name=pause][checked]").val()).isEqualTo("2027-02-01");
        assertThat(page.select("form").eachAttr("action")).noneMatch(to -> to.contains("abc"));
        assertThat(opened.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(newsletter.asked()).hasSize(1);
        assertThat(newsletter.last().header("X-Link-Token")).containsExactly("abc");
    }

    @Test
    void savesTheAreasThatAreChosen() {
        newsletter.on(
                "GET " + M + "/subscription-preferences",
                Reply.json(
                        200,
                        PREFERENCES.replace(
                                "\"lists\"",
                                """
                                "areas":[{"code":"nurmo","name":{"fi":"Nurmo"},"chosen":true},
                                         {"code":"pera","name":{"fi":"Peräseinäjoki"},"chosen":false}],
                                "lists"\
                                """)));
        Document page = browser.open(HERE + "?token=abc").html();
        assertThat(page.select("input[name=areas]").eachAttr("value"))
                .containsExactly("nurmo", "pera");
        assertThat(page.select("input[name=areas][checked]").eachAttr("value"))
                .containsExactly("nurmo");

        browser.submit(HERE, Map.of("token", "abc", "language", "fi", "areas", "pera"));

        assertThat(newsletter.asked().stream().map(Asked::body))
                .anyMatch(body -> body.contains("\"areas\":[\"pera\"]"));
    }

    @Test
    void savesTheChoiceWithoutScripts() {
        Page saved =
                browser.submit(
                        HERE,
                        Map.of(
                                "token", "abc",
                                "language", "fi",
                                "pause", "3",
                                "list", "list-2",
                                "offered", "list-1",
                                "consent", "2026-12"));

        LocalDate until = LocalDate.now(ZoneId.of("Europe/Helsinki")).plusMonths(3);
        assertThat(newsletter.last().body())
                .isEqualTo(
                        ("{\"language\":\"fi\",\"pausedUntil\":\"%s\",\"areas\":[],\"joined\":[\"list-2\"],"
                             + "\"offered\":[\"list-1\"],\"consent\":{\"version\":"
                             + "\"2026-12\",\"lang\":\"fi\",\"source\":"
                             + "\"/m/743/subscriptions/preferences\"}}")
                                .formatted(until));
        assertThat(saved.html().select("[role=status]").text())
                .isEqualTo("Valintasi on tallennettu.");
    }

    @Test
    void saysWhenAChoiceIsRefused() {
        newsletter.on(
                "PUT " + M + "/subscription-preferences",
                Reply.problem(422, "{\"errors\":[{\"field\":\"pausedUntil\",\"code\":\"x\"}]}"));

        Page refused = browser.submit(HERE, Map.of("token", "abc", "pause", "2020-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert]").text()).contains("Valintoja ei voitu");
        assertThat(refused.html().select("input[name=token]").val()).isEqualTo("abc");
    }

    @Test
    void leavesAllByTheButton() {
        newsletter.on(
                "POST " + M + "/subscription-preferences/departure", Reply.json(200, NOTHING));

        Document page = browser.submit(HERE + "/departure", Map.of("token", "abc")).html();

        assertThat(page.select("[role=status]").text()).contains("Kaikki kirjeet on peruttu");
        assertThat(page.select("input[name=list]")).isEmpty();
        assertThat(newsletter.last().header("X-Link-Token")).containsExactly("abc");
    }

    @Test
    void givesTheDataAndErasesThem() {
        newsletter.on(
                "GET " + M + "/subscription-preferences/data",
                Reply.json(200, "[{\"email\":\"maija@example.org\",\"new\":1}]"));
        newsletter.on("POST " + M + "/subscription-preferences/erasure", Reply.json(204, ""));

        Page data = browser.open(HERE + "/data?token=abc");
        Page asked = browser.open(HERE + "/erasure?token=abc");
        Page erased = browser.submit(HERE + "/erasure", Map.of("token", "abc"));

        assertThat(data.header("Content-Disposition")).contains("kumppani-743-letters.json");
        assertThat(data.body()).contains("\"new\" : 1");
        assertThat(asked.html().select("button.danger")).hasSize(1);
        assertThat(erased.html().select("h1").text()).isEqualTo("Tietosi on poistettu");
    }

    @Test
    void mailsALinkAndSaysTheSameToAll() {
        newsletter.on("POST " + M + "/preference-links", Reply.json(202, "{\"status\":\"asked\"}"));

        Document page =
                browser.submit("/m/743/letters/links", Map.of("email", " maija@example.org "))
                        .html();

        assertThat(newsletter.last().body()).isEqualTo("{\"email\":\"maija@example.org\"}");
        assertThat(page.select(".done").text()).contains("linkki valintoihisi");
    }

    @Test
    void tellsNothingAboutAWrongToken() {
        newsletter.on("GET " + M + "/subscription-preferences", Reply.problem(404, "{}"));

        assertThat(
                        List.of(
                                browser.open(HERE + "?token=x").status(),
                                browser.open(HERE + "/erasure?token=x").status(),
                                browser.submit(HERE + "/departure", Map.of("token", "x")).status()))
                .containsOnly(404);
    }
}
