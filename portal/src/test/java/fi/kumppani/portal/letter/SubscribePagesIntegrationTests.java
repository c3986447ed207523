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

import java.util.HashMap;
import java.util.Map;

class SubscribePagesIntegrationTests extends PortalUnderTest {

    private static final String M = FakeLists.M;
    private static final String WITH_AREAS =
            """
            {"id":"list-1","name":{"fi":"Järjestökirje"},
             "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},{"code":"pera","name":{"fi":"Peräseinäjoki"}}]}
            """;
    private static final String CHOIR = "{\"id\":\"a-1\",\"name\":{\"fi\":\"Kuoro ry\"}}";
    private static final String CLUB = "{\"id\":\"a-2\",\"name\":{\"fi\":\"Kuoroharrastajat\"}}";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        FakeLists.tell(newsletter);
    }

    @Test
    void asksForTheLetter() {
        Page page =
                browser.submit(
                        "/m/743/letters?lang=sv",
                        Map.of(
                                "list", "list-1",
                                "email", " maija@example.org ",
                                "language", "sv"));

        assertThat(page.html().select("h1").text()).isEqualTo("Kontrollera din e-post");
        assertThat(newsletter.last().body())
                .isEqualTo("{\"email\":\"maija@example.org\",\"language\":\"sv\"}");
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void asksForTheLetterForAnAssociation() {
        service(Backend.REGISTRY).on("GET " + M + "/associations", Facts.listing(CHOIR, CLUB));
        Map<String, String> filled =
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "association", "kuoro");

        Document found =
                browser.submit("/m/743/letters", with(filled, "find", "association")).html();

        assertThat(newsletter.asked().stream().map(Asked::method)).doesNotContain("POST");
        assertThat(found.select("#associationId label").eachText())
                .containsExactly(
                        "Kuoroharrastajat", "Kuoro ry", "En lue kirjeitä yhdistyksen puolesta");
        assertThat(found.select("#list input[checked]").val()).isEqualTo("list-1");
        assertThat(browser.submit("/m/743/letters", filled).status())
                .as("several go by it")
                .isEqualTo(422);

        browser.submit("/m/743/letters", with(filled, "association", "kuoro ry "));
        assertThat(newsletter.last().body()).contains("\"associationId\":\"a-1\"");
        browser.submit("/m/743/letters", with(filled, "associationId", "a-2"));
        assertThat(newsletter.last().body())
                .as("what is chosen counts")
                .contains("\"associationId\":\"a-2\"");
    }

    @Test
    void doesNotMindASearchForNothing() {
        browser.submit(
                "/m/743/letters",
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "association", "",
                        "find", "association"));

        assertThat(newsletter.last().body())
                .isEqualTo("{\"email\":\"maija@example.org\",\"language\":\"fi\"}");
    }

    @Test
    void asksForTheAreasThatEachListOffers() {
        newsletter.on("GET " + M + "/lists", Facts.listing(WITH_AREAS, FakeLists.OTHER));
        newsletter.on(
                "POST " + M + "/lists/list-2/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
        assertThat(browser.open("/m/743/letters").html().select("#areas label").eachText())
                .containsExactly("Nurmo", "Peräseinäjoki");
        Map<String, String> filled =
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "areas", "nurmo");

        browser.submit("/m/743/letters", filled);
        assertThat(newsletter.last().body()).contains("\"areas\":[\"nurmo\"]");
        browser.submit("/m/743/letters", with(filled, "list", "list-2"));
        assertThat(newsletter.last().body()).doesNotContain("areas");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    @Test
    void saysWhatIsMissing() {
        Page noList = browser.submit("/m/743/letters", Map.of("email", "a@example.org"));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}"));
        Page noAddress =
                browser.submit("/m/743/letters", Map.of("list", "list-1", "email", "nobody"));

        assertThat(noList.status()).isEqualTo(422);
        assertThat(noList.html().select("[role=alert] a").attr("href")).isEqualTo("#list");
        assertThat(noList.html().select("#email").val()).isEqualTo("a@example.org");
        assertThat(noAddress.status()).isEqualTo(422);
        assertThat(noAddress.html().select("[role=alert] a").attr("href")).isEqualTo("#email");
        assertThat(noAddress.html().select("#list input[checked]").val()).isEqualTo("list-1");
    }
}
