package fi.kumppani.portal.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** What participants need, for those who look after the event. */
class NeedsPageIntegrationTests extends SignedInPages {

    private static final String API = FakeOrganised.EVENT + "/needs";
    private static final String PAGE = FakeOrganised.PAGE + "/needs";
    private static final String PEOPLE = PAGE + "/people";
    private static final String COUNTS =
            """
            {"registrations":3,"people":5,"questions":[
              {"question":"diet","label":{"fi":"Ruokavalio"},"purpose":"catering","written":0,"texts":[],
               "answered":[{"option":"g","label":{"fi":"Gluteeniton <b>"},"registrations":2,"people":4}]},
              {"question":"access","label":{"fi":"Mitä tarvitset?"},"purpose":"accessibility",
               "answered":[],"written":1,"texts":["Luiska <i>"]}]}
            """;
    private static final String WHO =
            """
            {"items":[
              {"number":7,"name":"Maija <b>","seats":2,"answers":[
                {"question":"diet","label":{"fi":"Ruokavalio"},"purpose":"catering","chosen":[{"fi":"Gluteeniton"},{"fi":"Vegaani"}]}]},
              {"number":9,"seats":1,"answers":[
                {"question":"access","label":{"fi":"Mitä tarvitset?"},"purpose":"accessibility","text":"Luiska"}]}],
             "next":"9"}
            """;

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        FakeOrganised.event(events, "published");
        events.on("GET " + API + "/counts", Reply.json(200, COUNTS));
        events.on("GET " + API, Reply.json(200, WHO));
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, PEOPLE})
    void letsCoordinatorsOfTheMunicipalityInAndNobodyElse(String path) {
        assertThat(browser.open(path).location().getQuery()).isEqualTo("to=" + PAGE);
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(path).status()).isEqualTo(404);
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        assertThat(events.asked()).noneMatch(asked -> asked.path().startsWith(API));

        for (String language : List.of("fi", "sv", "en")) {
            var page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main i")).isEmpty();
        }
        events.on("GET " + API + "/counts", Reply.problem(503, "away"));
        events.on("GET " + API, Reply.problem(503, "away"));
        assertThat(browser.open(path).status()).isEqualTo(503);
    }

    @Test
    void tellsHowManyNeedWhatWithoutReadingWho() {
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(FakeOrganised.PAGE).html().select("main a").eachAttr("href"))
                .contains(PAGE);

        Document html = browser.open(PAGE).html();

        assertThat(Forms.text(html))
                .contains(
                        "Ilmoittautumisia: 3, niissä henkiä: 5", "Tarjoilua varten", "Luiska <i>");
        assertThat(html.select("tbody td").eachText()).containsExactly("2", "4");
        assertThat(html.select("main .panel a").attr("href")).isEqualTo(PEOPLE);
        assertThat(events.asked()).noneMatch(asked -> asked.path().equals(API));
        events.on(
                "GET " + API + "/counts",
                Reply.json(
                        200,
                        COUNTS.replace("[\"Luiska <i>\"]", "[]")
                                .replace("\"people\":5", "\"people\":6")));
        assertThat(Forms.text(browser.open(PAGE).html())).contains("on jo poistettu");
        events.on(
                "GET " + API + "/counts",
                Reply.json(200, "{\"registrations\":0,\"people\":0,\"questions\":[]}"));
        assertThat(browser.open(PAGE).html().select(".panel")).isEmpty();
    }

    @Test
    void tellsWhoNeedsWhatPageByPage() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PEOPLE + "?from=3").html();

        assertThat(html.select(".rows h2").eachText())
                .containsExactly("Maija <b>", "Ilmoittautuminen 9");
        assertThat(html.select(".rows dd").eachText())
                .containsExactly("Gluteeniton, Vegaani", "Luiska");
        assertThat(Forms.text(html)).contains("kirjattu tapahtuman lokiin");
        assertThat(html.select("main a[role=button]").attr("href")).isEqualTo(PEOPLE + "?from=9");
        assertThat(events.last().query()).isEqualTo("limit=50&cursor=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "organise-needs", PAGE, language));
        faults.addAll(look(page, "organise-needs-people", PEOPLE, language));

        assertThat(faults).isEmpty();
    }
}
