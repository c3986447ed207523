package fi.kumppani.portal.mailinglist;

import static fi.kumppani.portal.testing.Forms.filled;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Mailing lists, created and changed by coordinators. */
class MailingListPagesIntegrationTests extends PortalUnderTest {

    private static final String API = FakeMailingLists.API;
    private static final String LISTS = FakeMailingLists.LISTS;
    private static final String NEW = FakeMailingLists.NEW;
    private static final String PAGE = FakeMailingLists.PAGE;

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        FakeMailingLists.tell(newsletter);
        browser.logIn(identityProvider(), "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTS, NEW, PAGE})
    void letsCoordinatorsOfTheMunicipalityInAndNobodyElse(String path) {
        Page nobody = browser().open(path + "?lang=sv");
        assertThat(nobody.location().getPath()).isEqualTo("/login");
        assertThat(nobody.location().getQuery()).startsWith("to=" + path);
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(path).status()).isEqualTo(404);
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        assertThat(newsletter.asked()).isEmpty();

        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main i")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, PAGE})
    void refusesAFormWithoutItsToken(String path) {
        assertThat(browser.submit(path, Map.of("name.fi", "Kirje")).status()).isEqualTo(403);
        assertThat(newsletter.asked()).isEmpty();
    }

    @Test
    void listsThemAndIsLinkedFromTheDrafts() {
        Document html = browser.open(LISTS).html();

        assertThat(html.select(".rows h2").eachText())
                .containsExactly("Järjestökirje", "Järjestökirje");
        assertThat(html.select(".rows .facts").eachText())
                .containsExactly(
                        "Yhdistyksille Tilattavissa",
                        "Yhdistyksille Suljettu: uusia tilaajia ei oteta");
        assertThat(html.select("main a[role=button]").attr("href")).isEqualTo(NEW);
        newsletter.on("GET " + API, Reply.json(200, "{\"items\":[]}"));
        newsletter.on("GET /v1/municipalities/743/issue-drafts", Reply.json(200, "{\"items\":[]}"));
        newsletter.on("GET /v1/municipalities/743/issues", Reply.json(200, "{\"items\":[]}"));
        assertThat(browser.open("/m/743/letters/drafts").html().select("main a").eachAttr("href"))
                .contains(LISTS, NEW);
        newsletter.on("GET " + API, Reply.problem(503, "away"));
        assertThat(browser.open(LISTS).status()).isEqualTo(503);
    }

    @Test
    void createsAListOnceAndShowsIt() {
        Map<String, String> form = filled(browser.open(NEW).html(), 0);
        form.put("name.fi", "Liikuntakirje");
        form.put("name.sv", "Idrottsbrev");
        form.put("about.fi", "Joka kuukausi");
        form.put("topic", "Liikunta ja ulkoilu");
        form.put("areas0.name.fi", "Jalasjärvi");
        form.put("areas1.name.fi", "Nurmo");
        form.put("areas1.code", "nurmo-60550");
        form.put("sendsLatest", "true");

        Page created = browser.submit(NEW, form);

        assertThat(created.status()).isEqualTo(302);
        assertThat(created.location().toString()).endsWith(PAGE + "?done=created");
        assertThat(newsletter.last("POST").body())
                .contains("\"name\":{\"fi\":\"Liikuntakirje\",\"sv\":\"Idrottsbrev\"}")
                .contains("\"topic\":\"liikunta-ja-ulkoilu\"", "\"audience\":\"everybody\"")
                .contains("\"open\":true", "\"sendsLatest\":true")
                .contains("{\"code\":\"jalasjarvi\",\"name\":{\"fi\":\"Jalasjärvi\"}}")
                .contains("\"code\":\"nurmo-60550\"")
                .doesNotContain("fourEyes", "announcesCalls", "welcome");
        assertThat(newsletter.last("POST").header("Idempotency-Key"))
                .containsExactly(form.get("key"));
        assertThat(
                        browser.open(created.location().toString())
                                .html()
                                .select("[role=status]")
                                .text())
                .contains("Lista on luotu");
    }

    @ParameterizedTest
    @CsvSource({
        "name.fi, '', #name.fi",
        "languages, '', #languages",
        "audience, aliens, #audience",
        "areas0.code, x, #areas0.name.fi",
        "areas0.name.fi, ???, #areas0.code"
    })
    void saysAtTheFieldWhatIsWrongAndLosesNothing(String field, String value, String fault) {
        Map<String, String> form = filled(browser.open(NEW).html(), 0);
        form.put("name.fi", "Liikuntakirje");
        form.put("about.fi", "Joka kuukausi");
        form.put(field, value);

        Page page = browser.submit(NEW, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href")).containsExactly(fault);
        assertThat(page.html().select("[id='about.fi']").text()).isEqualTo("Joka kuukausi");
        assertThat(newsletter.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void changesAListAndKeepsWhatWasThere() {
        Document html = browser.open(PAGE).html();
        Map<String, String> form = filled(html, 0);
        assertThat(form)
                .containsEntry("topic", "liikunta")
                .containsEntry("areas1.code", "pera")
                .containsEntry("fourEyes", "true")
                .containsEntry("seen", "\"3\"");
        form.remove("open");

        Page saved = browser.submit(PAGE, form);

        assertThat(saved.location().toString()).endsWith(PAGE + "?done=saved");
        assertThat(newsletter.last("PUT").body())
                .contains("\"open\":false", "\"fourEyes\":true", "\"sendsLatest\":true")
                .contains("\"welcome\":{\"fi\":\"Tervetuloa <b>\"}", "\"code\":\"pera\"");
    }

    @Test
    void saysThatSomebodyAskedThatNoSecondPersonIsNeeded() {
        assertThat(browser.open(PAGE).html().select(".notice")).isEmpty();
        FakeMailingLists.detail(newsletter, true, 4);

        assertThat(browser.open(PAGE).html().select(".notice").text()).contains("poista rasti");
    }

    @Test
    void showsBothTextsWhenSomebodyElseWasFaster() {
        Map<String, String> form = filled(browser.open(PAGE).html(), 0);
        form.put("about.fi", "Kuusi kertaa vuodessa");
        FakeMailingLists.detail(newsletter, false, 9);

        Page stale = browser.submit(PAGE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[id='about.fi']").text())
                .isEqualTo("Kuusi kertaa vuodessa");
        assertThat(stale.html().select(".saved").text()).contains("Neljä kertaa vuodessa");
        assertThat(browser.submit(PAGE, filled(stale.html(), 0)).status()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW, PAGE})
    void losesNothingWhileTheServiceIsAwayOrTheLoginIsOver(String path) {
        Map<String, String> form = filled(browser.open(path).html(), 0);
        form.put("name.fi", "Liikuntakirje");
        String write = path.equals(NEW) ? "POST " + API : "PUT " + API + "/l1";
        newsletter.on(write, Reply.problem(503, "away"));
        Page away = browser.submit(path, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[id='name.fi']").val()).isEqualTo("Liikuntakirje");

        newsletter.on(write, Reply.problem(401, "{}"));
        assertThat(browser.submit(path, form).location().getPath()).isEqualTo("/login");
        Document again = browser.open(path).html();
        assertThat(again.select("[id='name.fi']").val()).isEqualTo("Liikuntakirje");
        assertThat(again.select("[role=alert]").text()).isNotBlank();
    }
}
