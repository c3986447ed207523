package fi.kumppani.portal.callwork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** Calls that are planned: the list, writing a draft, copying, publishing. */
class CallPagesIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void havePlans() {
        FakeCalls.arePlanned(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeCalls.LIST_PAGE,
                FakeCalls.NEW_PAGE,
                FakeCalls.EDIT_PAGE,
                FakeCalls.PUBLISH_PAGE
            })
    void letsOfficersOfTheMunicipalityInAndNobodyElse(String path) {
        assertThat(browser().open(path).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main script")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeCalls.NEW_PAGE,
                FakeCalls.EDIT_PAGE,
                FakeCalls.PUBLISH_PAGE,
                FakeCalls.LIST_PAGE + "/d1/copies"
            })
    void refusesAFormWithoutItsToken(String path) {
        assertThat(browser.submit(path, Map.of("seen", "\"3\"", "year", "2028")).status())
                .isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void listsCallsByHowFarTheyAre() {
        Document html = browser.open(FakeCalls.LIST_PAGE).html();

        assertThat(html.select("tbody tr td:nth-of-type(2) > span").eachText())
                .containsExactly(
                        "Luonnos", "Luonnos, julkaistaan itsestään", "Haettavana nyt", "Päättynyt");
        assertThat(html.select("section:has(#tables) a").eachAttr("href"))
                .containsExactly(
                        "/api/grants" + FakeWork.M + "/open-data/decisions.csv?year=2026",
                        "/api/grants" + FakeWork.M + "/de-minimis/register.csv?year=2026");
        assertThat(html.select("tbody th").eachText().get(1)).isEqualTo("Kylien <b>raha");
        assertThat(html.select("tbody th a").eachAttr("href"))
                .containsExactly(
                        FakeCalls.LIST_PAGE + "/d2/edit",
                        FakeCalls.LIST_PAGE + "/d1/edit",
                        FakeCalls.LIST_PAGE + "/c2",
                        FakeCalls.LIST_PAGE + "/c1");
    }

    @Test
    void narrowsCallsAndPutsThemInOrder() {
        Document html = browser.open(FakeCalls.LIST_PAGE + "?state=draft&year=2027").html();
        assertThat(html.select("tbody th").eachText()).containsExactly("Uusi avustus");
        assertThat(html.select("main [role=status]").text()).isEqualTo("Yhteensä 1");
        assertThat(html.select("option[selected]").eachText())
                .containsExactly("Luonnokset", "2027");
        String byBudget = html.select("th a[href*=budget]").attr("href");
        assertThat(byBudget).isEqualTo(FakeCalls.LIST_PAGE + "?state=draft&year=2027&sort=budget");

        Document ordered = browser.open(FakeCalls.LIST_PAGE + "?sort=-budget").html();
        assertThat(ordered.select("tbody th a").eachAttr("href"))
                .containsExactly(
                        FakeCalls.LIST_PAGE + "/d1/edit",
                        FakeCalls.LIST_PAGE + "/c1",
                        FakeCalls.LIST_PAGE + "/c2",
                        FakeCalls.LIST_PAGE + "/d2/edit");
        assertThat(ordered.select("th[aria-sort]").eachAttr("aria-sort"))
                .containsExactly("descending");
        assertThat(ordered.select("th[aria-sort] a").attr("href"))
                .isEqualTo(FakeCalls.LIST_PAGE + "?sort=budget");

        Document none = browser.open(FakeCalls.LIST_PAGE + "?text=wine&sort=x&page=x").html();
        assertThat(none.select("main [role=status]").text()).contains("ei löytynyt");
        assertThat(none.select("#text").val()).isEqualTo("wine");
    }

    @Test
    void givesTheListToASpreadsheet() {
        Page page = browser.open(FakeCalls.LIST_PAGE + "/list.csv?sort=title&lang=en");

        assertThat(page.header("Content-Type")).startsWith("text/csv");
        assertThat(page.header("Content-Disposition")).contains("calls.csv");
        assertThat(page.body().lines())
                .hasSize(5)
                .startsWith("\ufeffCall,Year,State,Opens,Closes,Budget")
                .contains(
                        "Uusi avustus,2027,Draft,2099-01-01T06:00:00Z,2099-02-01T06:00:00Z,1000.00");
        Page workbook = browser.open(FakeCalls.LIST_PAGE + "/list.xlsx");
        assertThat(workbook.header("Content-Type")).contains("spreadsheetml");
        assertThat(workbook.header("Content-Disposition")).contains("calls.xlsx");
        assertThat(browser().open(FakeCalls.LIST_PAGE + "/list.csv").location().getPath())
                .isEqualTo("/login");
        grants.on("GET " + FakeCalls.CALLS + "/planned", Reply.problem(503, "away"));
        assertThat(browser.open(FakeCalls.LIST_PAGE + "/list.csv").status()).isEqualTo(503);
    }

    @Test
    void isReadButNotPlannedByThoseWhoOnlyDecide() {
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");

        Document html = decider.open(FakeCalls.LIST_PAGE).html();
        assertThat(html.select("main form[method=post], main a[href$=edit], main a[href$=new]"))
                .isEmpty();
        assertThat(decider.open(FakeCalls.NEW_PAGE).status()).isEqualTo(404);
        assertThat(decider.open(FakeCalls.EDIT_PAGE).status()).isEqualTo(404);
    }

    @Test
    void saysWhichListIsAway() {
        grants.on("GET " + FakeCalls.CALLS + "/planned", Reply.problem(503, "away"));

        Page page = browser.open(FakeCalls.LIST_PAGE);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("[role=status]").text()).contains("ei juuri nyt vastaa");
        assertThat(page.html().select("tbody tr")).hasSize(2);
    }

    @Test
    void savesADraftWithoutLosingWhatThePageDoesNotShow() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        assertThat(form)
                .containsEntry("opensAt.day", "2099-01-01")
                .containsEntry("opensAt.time", "08:00")
                .containsEntry("capPerApplication", "400,50")
                .containsEntry("payment.instalments", "70, 30")
                .containsEntry("criteria-1.mostPoints", "10");
        grants.on("PUT " + FakeCalls.DRAFT, Reply.json(200, "{\"id\":\"d1\"}"));

        Page saved = browser.submit(FakeCalls.EDIT_PAGE, form);

        assertThat(saved.location().toString()).endsWith("/d1/edit?done=saved");
        Asked written = asked("PUT", "/d1");
        assertThat(written.header("If-Match")).containsExactly("\"3\"");
        assertThat(tree(written.body())).isEqualTo(tree("{" + FakeCalls.TERMS + "}"));
        assertThat(browser.open(FakeCalls.EDIT_PAGE + "?done=saved").html().text())
                .contains("Luonnos on tallennettu");
    }

    @Test
    void movesRowsTogetherAndTakesAwayWhatIsEmptied() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        form.put("criteria-0.text.fi", "");
        form.put("criteria-1.weight", "70");
        form.put("criteria-3.text.fi", "Avoimuus");
        form.put("criteria-3.weight", "30");
        form.put("rules.at-most", "");
        form.put("report.when", "none");
        form.put("payment.mode", "afterwards");
        form.put("payment.receiptsBy", "30.11.2099");
        grants.on("PUT " + FakeCalls.DRAFT, Reply.json(200, "{\"id\":\"d1\"}"));

        assertThat(browser.submit(FakeCalls.EDIT_PAGE, form).status()).isEqualTo(302);

        JsonNode scheme = tree(asked("PUT", "/d1").body()).get("scheme");
        assertThat(scheme.get("criteria").findValuesAsString("id")).containsExactly("plan", "no-1");
        assertThat(scheme.get("rules").findValuesAsString("rule")).doesNotContain("at-most");
        assertThat(scheme.has("report")).isFalse();
        assertThat(scheme.get("payment"))
                .isEqualTo(
                        tree(
                                "{\"mode\":\"afterwards\",\"onlyWhenFinal\":true,"
                                        + "\"receiptsBy\":\"2099-11-30\"}"));
    }

    @Test
    void beginsADraftOnceAndSaysWhatIsMissing() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.NEW_PAGE).html(), 0);

        Page empty = browser.submit(FakeCalls.NEW_PAGE, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .contains("#title.fi", "#year", "#budget", "#opensAt.day", "#kind");

        form.put("title.sv", "Evenemangsbidrag");
        form.put("kind", "event");
        form.put("year", "2027");
        form.put("budget", "10 000");
        form.put("capPerApplication", "500");
        form.put("opensAt.day", "1.2.2099");
        form.put("opensAt.time", "8.00");
        form.put("closesAt.day", "2099-03-01");
        form.put("closesAt.time", "16:00");
        form.put("criteria-0.text.fi", "Vaikuttavuus");
        form.put("criteria-0.weight", "90");
        Page wrong = browser.submit(FakeCalls.NEW_PAGE, form);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#criteria-0.weight");
        assertThat(wrong.html().select("[name='title.sv']").val()).isEqualTo("Evenemangsbidrag");

        form.put("criteria-0.weight", "100");
        grants.on("POST " + FakeCalls.CALLS, exchange -> exchange.close());
        Page away = browser.submit(FakeCalls.NEW_PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=budget]").val()).isEqualTo("10 000");

        grants.on("POST " + FakeCalls.CALLS, Reply.json(201, "{\"id\":\"c9\"}"));
        assertThat(browser.submit(FakeCalls.NEW_PAGE, form).location().toString())
                .endsWith("/calls/c9/edit?done=saved");
        Asked begun = asked("POST", "/calls");
        assertThat(begun.header("Idempotency-Key")).containsExactly(form.get("key"));
        JsonNode body = tree(begun.body());
        assertThat(body.get("opensAt").asString()).isEqualTo("2099-02-01T06:00:00Z");
        assertThat(body.get("budget").asString()).isEqualTo("10000.00");
        assertThat(body.get("title")).isEqualTo(tree("{\"sv\":\"Evenemangsbidrag\"}"));
        assertThat(body.get("eligibleForms").get(0).asString()).isEqualTo("registered-association");
        assertThat(body.has("publishAt")).isFalse();
        assertThat(body.get("scheme").has("share")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "scheme.criteria[1].weight, criteria-1.weight, painoarvo",
        "scheme.criteria, criteria-0.weight, painoarvo",
        "scheme.rules[1].applications, rules.at-most, hakemusten määrä",
        "scheme.rules[4].statement, declarations-0.statement.fi, Tarkista tämä kohta",
        "scheme.share.tiers, share.tiers-0.upTo, Portaat nousevat",
        "scheme.payment.instalments, payment.instalments, summa on 100",
        "scheme.report, report.days, 1–1100 päivää",
        "rounds[1], rounds-1.opensAt.day, kierrokset seuraavat",
        "closesAt, closesAt.day, alkamisen jälkeen",
        "title, title.fi, Anna haulle nimi",
        "scheme.form, form, Lomaketta ei enää ole"
    })
    void putsWhatTheServiceFindsWrongAtItsField(String path, String field, String text) {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        form.put("description.sv", "Till byarna");
        grants.on(
                "PUT " + FakeCalls.DRAFT,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"%s\",\"code\":\"wrong\"}]}".formatted(path)));

        Page refused = browser.submit(FakeCalls.EDIT_PAGE, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#" + field);
        assertThat(refused.html().select("[id='" + field + "-wrong']").text())
                .containsIgnoringCase(text);
        assertThat(refused.html().select("[name='description.sv']").text())
                .isEqualTo("Till byarna");
    }

    @Test
    void showsBothTextsWhenSomebodyElseWasFaster() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        form.put("description.fi", "Minun tekstini");
        FakeCalls.draftIs(
                grants,
                FakeCalls.TERMS.replace("Kyliin\\nja kortteleihin", "Toisen teksti"),
                "\"4\"");
        grants.on("PUT " + FakeCalls.DRAFT, Reply.problem(412, "{}"));

        Page stale = browser.submit(FakeCalls.EDIT_PAGE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(Forms.alert(stale)).contains("Joku muu ehti");
        assertThat(stale.html().select("[name='description.fi']").text())
                .isEqualTo("Minun tekstini");
        assertThat(Forms.text(stale.html())).contains("Toisen teksti");
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"4\"");
    }

    @Test
    void keepsWhatWasWrittenWhileTheServiceIsAway() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        form.put("description.fi", "Pitkä teksti");
        grants.on("GET " + FakeCalls.DRAFT, Reply.problem(503, "away"));
        assertThat(browser.submit(FakeCalls.EDIT_PAGE, form).status()).isEqualTo(503);

        FakeCalls.draftIs(grants, FakeCalls.TERMS, "\"3\"");
        Document again = browser.open(FakeCalls.EDIT_PAGE).html();
        assertThat(again.select("[name='description.fi']").text()).isEqualTo("Pitkä teksti");
        assertThat(again.select("[role=alert]").text()).contains("tallella");
    }

    @Test
    void saysWhatPublishingDoesAndDoesIt() {
        Document html = browser.open(FakeCalls.PUBLISH_PAGE).html();
        assertThat(Forms.text(html))
                .contains("Määrärahaksi kirjataan 30 000 € vuodelle 2027")
                .contains("to 1.1.2099 klo 8.00", "ti 30.6.2099 klo 15.00")
                .contains("julkaistaan itsestään ma 1.12.2098");

        grants.on("PUT " + FakeCalls.DRAFT + "/publication", FakeWork.refused("window-over"));
        Page refused = browser.submit(FakeCalls.PUBLISH_PAGE, Forms.filled(html, 0));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).contains("Hakuaika on jo päättynyt");

        grants.on("PUT " + FakeCalls.DRAFT + "/publication", Reply.json(200, "{\"id\":\"d1\"}"));
        assertThat(
                        browser.submit(FakeCalls.PUBLISH_PAGE, Forms.filled(html, 0))
                                .location()
                                .toString())
                .endsWith("/work/calls/d1?done=published");
        assertThat(asked("PUT", "/publication").header("If-Match")).containsExactly("\"3\"");
    }

    @Test
    void copiesACallForAnotherYear() {
        Document html = browser.open(FakeCalls.LIST_PAGE).html();
        Map<String, String> form = Forms.fields(html.select("form[action$=/c1/copies]").getFirst());
        assertThat(form).containsEntry("year", "2027");
        String path = FakeCalls.LIST_PAGE + "/c1/copies";

        form.put("year", "kaksi");
        Page wrong = browser.submit(path, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(Forms.alert(wrong)).contains("Kirjoita vuosi");

        form.put("year", "2028");
        grants.on(
                "POST " + FakeWork.CALL + "/copies",
                Reply.json(201, "{\"id\":\"d9\",\"year\":2028}"));
        assertThat(browser.submit(path, form).location().toString())
                .endsWith("/calls/d9/edit?done=copied");
        Asked copied = asked("POST", "/copies");
        assertThat(copied.body()).isEqualTo("{\"year\":2028}");
        assertThat(copied.header("Idempotency-Key")).containsExactly(form.get("key"));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhichCostsAreAcceptedAndUpToHowMuch() {
        Map<String, String> form = Forms.filled(browser.open(FakeCalls.EDIT_PAGE).html(), 0);
        form.put("rules.costs", "travel");
        form.put("rules.costs.travel", "rutkasti");
        Page wrong = browser.submit(FakeCalls.EDIT_PAGE, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#rules.costs.travel");

        form.put("rules.costs.travel", "60,50");
        grants.on("PUT " + FakeCalls.DRAFT, Reply.json(200, "{\"id\":\"d1\"}"));
        assertThat(browser.submit(FakeCalls.EDIT_PAGE, form).status()).isEqualTo(302);

        assertThat(asked("PUT", "/d1").body())
                .contains(
                        "{\"rule\":\"costs-by-kind\",\"costs\":[{\"category\":\"travel\",\"most\":\"60.50\"}]}");
    }
}
