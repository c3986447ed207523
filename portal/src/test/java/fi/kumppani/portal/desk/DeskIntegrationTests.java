package fi.kumppani.portal.desk;

import static fi.kumppani.portal.desk.FakeDesk.M;
import static fi.kumppani.portal.desk.FakeDesk.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The work queue of coordinators, and the ways there from every page. */
class DeskIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();

    @BeforeEach
    void haveEverythingWait() {
        FakeDesk.waits(PortalUnderTest::service);
        identityProvider().rolesAre("coordinator");
    }

    @Test
    void letsCoordinatorsInAndNobodyElse() {
        Page nobody = browser.open(PAGE + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).isEqualTo("to=" + PAGE + "&lang=sv");
        identityProvider().rolesAre("grant-officer", "association-representative");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(PAGE).status()).isEqualTo(404);
        assertThat(service(Backend.EVENTS).asked()).isEmpty();

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open("/m/179/desk").status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
    }

    @Test
    void listsWhatWaitsTheOldestFirstWithTheWayToEach() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PAGE).html();

        assertThat(html.select("#waiting ~ ol h3 a").eachAttr("href"))
                .containsExactly(
                        "/m/743/registry?due=year",
                        "/m/743/registry/networks/n1",
                        "/m/743/registry/networks/n2",
                        "/m/743/registry",
                        "/m/743/letters/drafts/d1/order",
                        "/m/743/letters/drafts/d2/order",
                        "/m/743/organise/events/e1/participants?state=requested",
                        "/m/743/events/e1/decision");
        assertThat(html.select("#waiting ~ ol .facts").eachText())
                .containsExactly(
                        "2 odottaa su 4.5.2025 alkaen",
                        "2 odottaa la 15.8.2026 alkaen",
                        "1 odottaa la 10.10.2026 alkaen",
                        "2 odottaa su 1.11.2026 alkaen",
                        "su 1.11.2026 alkaen",
                        "ma 2.11.2026 alkaen Kirjoitit kirjettä itse, joten toisen pitää hyväksyä"
                                + " se",
                        "3 odottaa to 12.11.2026 alkaen",
                        "Paikan saaneita 7, tarvitaan 12 Ratkeaa paikan saaneiden määrästä"
                                + " la 12.12.2026, jos kukaan ei päätä ennen");
        assertThat(html.select("#waiting ~ ol h3").text()).contains("Seura<i>foorumi");
        assertThat(html.select("#waiting ~ ol i")).isEmpty();
        assertThat(html.select("#waiting ~ ol h3 [lang=sv]").text()).isEqualTo("Byarna");
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY, /associations, Rekisteri, 6",
        "REGISTRY, /membership-requests, Rekisteri, 6",
        "EVENTS, /awaited-decisions, Tapahtumapalvelu, 6",
        "NEWSLETTER, /issue-drafts, Kirjepalvelu, 6",
        "NEWSLETTER, /lists/l1, Kirjepalvelu, 6"
    })
    void saysWhichServiceIsAwayAndShowsTheRest(
            Backend service, String path, String name, int rows) {
        browser.logIn(identityProvider(), "/login");
        service(service).on("GET " + M + path, Reply.problem(503, "away"));

        Page page = browser.open(PAGE);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("[role=status]").eachText())
                .singleElement()
                .asString()
                .startsWith(name);
        assertThat(page.html().select("#waiting ~ ol > li")).hasSize(rows);
    }

    @Test
    void countsWhatLooksLikeTheSameAssociationLast() {
        browser.logIn(identityProvider(), "/login");
        String pair =
                """
                {"associations":[{"id":"a1","name":{"fi":"Seura"}},{"id":"a2","name":{"fi":"Seura"}}],
                 "grounds":["same-name"]}
                """;
        service(Backend.REGISTRY)
                .on("GET " + M + "/possible-duplicates", FakeDesk.list(pair, pair, pair));

        Document html = browser.open(PAGE).html();

        assertThat(html.select("#waiting ~ ol h3 a").getLast().attr("href"))
                .isEqualTo("/m/743/registry/duplicates");
        assertThat(html.select("#waiting ~ ol .facts").getLast().text()).isEqualTo("3 odottaa");
        service(Backend.REGISTRY)
                .on("GET " + M + "/possible-duplicates", Reply.problem(503, "away"));
        assertThat(browser.open(PAGE).status()).isEqualTo(503);
    }

    @Test
    void saysSoWhenNothingWaitsAndWhenItCannotCountAll() {
        browser.logIn(identityProvider(), "/login");
        Reply nothing = FakeDesk.list();
        service(Backend.REGISTRY).on("GET " + M + "/associations", nothing);
        service(Backend.REGISTRY).on("GET " + M + "/membership-requests", nothing);
        service(Backend.EVENTS).on("GET " + M + "/awaited-decisions", nothing);
        service(Backend.NEWSLETTER).on("GET " + M + "/issue-drafts", nothing);
        assertThat(browser.open(PAGE).html().text()).contains("Mikään ei odota juuri nyt.");

        service(Backend.EVENTS).on("GET " + M + "/awaited-decisions", Reply.problem(503, "away"));
        assertThat(browser.open(PAGE).html().text())
                .contains("Muuta tiedossa olevaa ei odota.")
                .doesNotContain("Mikään ei odota");

        service(Backend.REGISTRY)
                .on(
                        "GET " + M + "/associations",
                        Reply.json(
                                200,
                                """
                                {"items":[{"id":"a1","name":{"fi":"Seura"}}],"next":"on"}
                                """));
        assertThat(browser.open(PAGE).html().select("#waiting ~ ol .facts").eachText())
                .containsOnly("yli 5 odottaa");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "coordinator, /, /m/743/desk",
                "coordinator, /m/179, /m/743/desk",
                "letter-writer, /m/743/letters, /m/743/letters/drafts",
                "coordinator letter-writer, /, /m/743/desk",
                "grant-officer, /accessibility, /m/743/work",
                "decision-maker, /m/743/events, /m/743/work",
                "association-representative, /m/179, /m/179/my",
                "association-representative, /, /m/743/my",
                "coordinator grant-officer association-representative, /m/743,"
                        + " /m/743/desk /m/743/work /m/743/my",
                "regional-analyst, /m/743, -"
            })
    void leadsFromTheHeadOfEveryPageToWhatOneWorksOn(String roles, String page, String ways) {
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/179",
                        Reply.json(200, "{\"name\":{\"fi\":\"Jyväskylä\"}}"));
        identityProvider().rolesAre(roles.split(" "));
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.open(page).html().select("header .ways a").eachAttr("href"))
                .containsExactly(ways == null ? new String[0] : ways.split(" "));
    }

    @Test
    void marksWhereOneIs() {
        assertThat(browser.open("/").html().select(".ways")).isEmpty();
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.open(PAGE).html().select(".ways [aria-current=true]").eachAttr("href"))
                .containsExactly(PAGE);
        assertThat(browser.open("/m/743").html().select(".ways [aria-current]")).isEmpty();
    }
}
