package fi.kumppani.portal.official;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The queue, the comparison of a call, its board lists, its budget and its payments. */
class WorkPagesIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveWork() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeWork.WORK,
                FakeWork.CALL_PAGE,
                FakeWork.LISTS_PAGE,
                FakeWork.LIST_PAGE,
                FakeWork.CALL_PAGE + "/ledger",
                FakeWork.BATCH_PAGE,
                FakeWork.PAGE,
                FakeWork.PAGE + "/supplement-request",
                FakeWork.PAGE + "/review",
                FakeWork.PAGE + "/proposal"
            })
    void letsOfficialsOfTheMunicipalityInAndNobodyElse(String path) {
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).isEqualTo("to=" + path + "&lang=sv");
        identityProvider().rolesAre("coordinator", "association-representative");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(coordinator.open("/m/743/privacy").html().select("header a[href$=/work]"))
                .isEmpty();
        assertThat(grants.asked()).isEmpty();

        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
            assertThat(page.html().select(".person a[href*=/work]")).hasSize(1);
            assertThat(page.html().select("main b, main script")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FakeWork.CALL_PAGE,
                FakeWork.LISTS_PAGE,
                FakeWork.LIST_PAGE,
                FakeWork.LIST_PAGE + "/minutes",
                FakeWork.BATCH_PAGE,
                FakeWork.PAGE,
                FakeWork.PAGE + "/supplement-request",
                FakeWork.PAGE + "/review",
                FakeWork.PAGE + "/proposal",
                FakeWork.PAGE + "/decision"
            })
    void refusesAFormWithoutItsToken(String path) {
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.submit(path, Map.of("move", "take", "seen", "\"7\"")).status())
                .isEqualTo(403);

        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void saysWhatWaitsAndSinceWhenWithTheOldestFirst() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(FakeWork.WORK).html();

        assertThat(html.select("h2").eachText())
                .containsExactly(
                        "Hakemukset, jotka odottavat",
                        "Sinun käsittelyssäsi",
                        "Esityslistat",
                        "Maksut",
                        "Muut haut");
        assertThat(html.select("section:has(#calls)").text())
                .contains("Kylien kehittämisraha", "1 odottaa päätöstä")
                .contains("vanhin saapunut su 1.3.2026")
                .contains("Täydennettävänä 1", "Päätetty 1", "Esteellinen 1 hakemuksessa");
        assertThat(html.select("section:has(#mine)").text())
                .contains("743/2026/00042", "Käsittelyssä", "350,50 €", "Saapunut ti 3.3.2026")
                .doesNotContain("743/2026/00043");
        assertThat(html.select("section:has(#mine) a").attr("href")).isEqualTo(FakeWork.PAGE);
        assertThat(html.select("section:has(#lists) a").attr("href")).isEqualTo(FakeWork.LIST_PAGE);
        assertThat(html.select("section:has(#batches) li")).hasSize(1);
        assertThat(html.select("section:has(#batches)").text())
                .contains("700 €, maksuja 2", "Odottaa hyväksymistä", "to 2.4.2026 alkaen");
        assertThat(html.select("section:has(#idle)").text()).contains("Jatkuva haku");
        assertThat(grants.asked())
                .filteredOn(asked -> asked.path().contains("applications"))
                .isNotEmpty()
                .allMatch(asked -> asked.header("Authorization").getFirst().startsWith("Bearer "));
    }

    @Test
    void saysWhichPartIsAway() {
        browser.logIn(identityProvider(), "/login");
        grants.on("GET " + FakeWork.M + "/payment-batches", Reply.problem(503, "away"));

        Page some = browser.open(FakeWork.WORK);
        assertThat(some.status()).isEqualTo(503);
        assertThat(some.html().select("section:has(#batches)").text())
                .contains("Maksuja ei juuri nyt voi näyttää");
        assertThat(some.html().select("section:has(#calls)").text()).contains("1 odottaa");

        grants.on("GET " + FakeWork.M + "/calls/announced", Reply.problem(503, "away"));
        Page all = browser.open(FakeWork.WORK);
        assertThat(all.status()).isEqualTo(503);
        assertThat(all.html().select("[role=status]").text()).contains("ei voi näyttää");
    }

    @Test
    void comparesTheApplicationsOfACall() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(FakeWork.CALL_PAGE).html();

        assertThat(html.select("tbody tr")).hasSize(4);
        assertThat(html.select("tbody tr").getFirst().select("th, td").eachText())
                .containsExactly(
                        "743/2026/00042",
                        "Kortesjärven <b>kyläyhdistys",
                        "350,50 €",
                        "2025: 200 €",
                        "72,50",
                        "2",
                        "Sinä",
                        "Käsittelyssä");
        Element closed = html.select("tbody tr").get(2);
        assertThat(closed.text()).contains("743/2026/00044", "Olet esteellinen", "hallituksessa");
        assertThat(closed.select("a")).isEmpty();
        assertThat(html.select("a[download]").eachAttr("href"))
                .containsExactly(
                        FakeWork.CALL_PAGE + "/list.csv?lang=fi",
                        FakeWork.CALL_PAGE + "/list.xlsx?lang=fi",
                        "/api/grants" + FakeWork.CALL + "/comparison.csv?sort=number");
        assertThat(html.select("a[role=button]")).isEmpty();
    }

    @Test
    void comparesAPageAtATime() {
        browser.logIn(identityProvider(), "/login");
        String rows =
                IntStream.range(0, 60)
                        .mapToObj(
                                "{\"applicationId\":\"a%1$d\",\"requested\":%1$d,\"state\":\"waiting\"}"
                                        ::formatted)
                        .collect(Collectors.joining(","));
        grants.on(
                "GET " + FakeWork.CALL + "/comparison",
                Reply.json(200, "{\"items\":[" + rows + "]}"));

        Document html = browser.open(FakeWork.CALL_PAGE + "?sort=-amount").html();

        assertThat(html.select("tbody tr")).hasSize(50);
        String next = html.select("a[rel=next]").attr("href");
        assertThat(next).isEqualTo(FakeWork.CALL_PAGE + "?sort=-amount&page=2");
        assertThat(browser.open(next).html().select("tbody td:nth-of-type(2)").eachText())
                .hasSize(10)
                .startsWith("9 €");
        assertThat(asked("GET", "/comparison").query()).isEqualTo("sort=number&limit=200");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 2 3 4 5",
        "-number, 5 4 3 2",
        "amount, 5 3 2 4",
        "-amount, 2 3 5 4",
        "association, 2 5 3 4",
        "wine, 2 3 4 5"
    })
    void putsApplicationsInOrderAndThoseThatAreNotToldLast(String sort, String ends) {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(FakeWork.CALL_PAGE + "?sort=" + sort).html();

        assertThat(html.select("tbody th").eachText())
                .containsExactly(
                        Stream.of(ends.split(" "))
                                .map("743/2026/0004"::concat)
                                .toArray(String[]::new));
        assertThat(html.select("th[aria-sort]")).hasSize(1);
    }

    @Test
    void findsApplicationsByWordsAndGivesThemToASpreadsheet() {
        browser.logIn(identityProvider(), "/login");
        grants.on(
                "GET " + FakeWork.CALL + "/comparison",
                Reply.json(200, FakeWork.COMPARED.replace("Kortesjärven <b>", "=Kortesjärven ")));
        String found = FakeWork.CALL_PAGE + "?text=kortesj%C3%A4rven+00042";

        assertThat(browser.open(found).html().select("tbody tr")).hasSize(1);
        assertThat(
                        browser.open(FakeWork.CALL_PAGE + "?text=nobody")
                                .html()
                                .select("main [role=status]")
                                .text())
                .contains("ei ole yhtään");
        Page table = browser.open(found.replace("?", "/list.csv?") + "&sort=amount&lang=en");
        assertThat(table.header("Content-Disposition")).contains("applications.csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body().lines().toList().getLast())
                .startsWith("743/2026/00042,'=Kortesjärven kyläyhdistys,350.50,2025: 200")
                .endsWith(",72.50,2,You,In handling");
        assertThat(browser.open(FakeWork.CALL_PAGE + "/list.csv?lang=en").body())
                .contains("\r\n743/2026/00044,You");
        assertThat(browser.open(FakeWork.CALL_PAGE + "/list.xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(browser().open(FakeWork.CALL_PAGE + "/list.csv").location().getPath())
                .isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "in-handling, 743/2026/00042",
        "supplementing, 743/2026/00043",
        "decided, 743/2026/00045"
    })
    void showsOnlyThoseInAState(String state, String number) {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(FakeWork.CALL_PAGE + "?sort=amount&state=" + state).html();

        assertThat(html.select("tbody th").eachText()).containsExactly(number);
        assertThat(html.select("#state option[selected]").val()).isEqualTo(state);
    }

    @Test
    void ordersByScoreOnlyOnceTheRoundIsClosed() {
        browser.logIn(identityProvider(), "/login");
        grants.on(
                "GET " + FakeWork.CALL + "/comparison",
                Reply.json(200, FakeWork.COMPARED.replaceAll("\"total\":\"?[0-9.]+\"?,", "")));

        Page page = browser.open(FakeWork.CALL_PAGE + "?sort=total");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("[role=status]").text()).contains("kierros on päättynyt");
        assertThat(page.html().select("tbody tr")).hasSize(4);

        grants.on("PUT " + FakeWork.CALL + "/review-round/closing", Reply.json(200, "{}"));
        Page closed = browser.submit(FakeWork.CALL_PAGE, fields(page.html(), 1));
        assertThat(closed.location().toString()).endsWith("done=closing");
        assertThat(asked("PUT", "/closing").body()).isEqualTo("{}");
    }

    @Test
    void startsABoardListAndSendsItToTheBoard() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = fields(browser.open(FakeWork.LISTS_PAGE).html(), 0);
        form.put("board", "Sivistyslautakunta");
        form.put("meetingOn", "20.4.2026");
        grants.on(
                "POST " + FakeWork.CALL + "/board-lists",
                Reply.json(201, FakeWork.list("preparing")));

        assertThat(browser.submit(FakeWork.LISTS_PAGE, form).location().getPath())
                .isEqualTo(FakeWork.LIST_PAGE);
        Asked started = asked("POST", "/board-lists");
        assertThat(started.body()).contains("\"meetingOn\":\"2026-04-20\"");
        assertThat(started.header("Idempotency-Key")).containsExactly(form.get("key"));

        form.put("meetingOn", "joskus");
        Page wrong = browser.submit(FakeWork.LISTS_PAGE, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").attr("href")).isEqualTo("#meetingOn");
        assertThat(wrong.html().select("[name=board]").val()).isEqualTo("Sivistyslautakunta");

        Document list = browser.open(FakeWork.LIST_PAGE).html();
        assertThat(list.select("tbody tr").getFirst().text())
                .contains("743/2026/00042", "Myönnetään 300 €", "Määräraha ei riitä");
        assertThat(list.select("tbody tr").getLast().text()).contains("Olet esteellinen");
        grants.on("PUT " + FakeWork.LIST + "/presentation", FakeWork.refused("over-available"));
        Page refused = browser.submit(FakeWork.LIST_PAGE, fields(list, 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("[role=alert]").text()).contains("määrärahaa on jäljellä");
        assertThat(asked("PUT", "/presentation").header("If-Match")).containsExactly("\"5\"");

        grants.on("DELETE " + FakeWork.LIST + "/rows/" + FakeWork.ID, Reply.json(204, ""));
        assertThat(browser.submit(FakeWork.LIST_PAGE, fields(list, 0)).location().getQuery())
                .isEqualTo("done=taken-off");
        assertThat(asked("DELETE", FakeWork.ID).header("If-Match")).containsExactly("\"3\"");
    }

    @Test
    void takesDownWhatTheBoardResolvedAndAsksWhatWasOtherwise() {
        identityProvider().rolesAre("decision-maker");
        browser.logIn(identityProvider(), "/login");
        FakeWork.listIs(grants, "presented");
        String path = FakeWork.LIST_PAGE + "/minutes";
        Document empty = browser.open(path).html();
        assertThat(empty.select("[name='row1.decision']")).isEmpty();
        Map<String, String> form = fields(empty, 0);
        form.put("section", "§ 42");
        form.put("row1.resolution", "otherwise");
        form.put("row2.resolution", "tabled");
        form.put("row2.left", "2");

        Page asks = browser.submit(path, form);

        assertThat(asks.status()).isEqualTo(422);
        assertThat(asks.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#row1.decision", "#row2.ground");
        form.put("row1.decision", "refuse");
        form.put("row1.reasons", "incomplete");
        form.put("row1.explanation.sv", "Avslag");
        form.put("row2.ground", "board-seat");
        grants.on("PUT " + FakeWork.LIST + "/minutes", FakeWork.refused("meeting-not-held"));
        Page early = browser.submit(path, form);
        assertThat(early.html().select("[role=alert]").text()).contains("ei ole vielä pidetty");
        assertThat(early.html().select("[name='row1.explanation.sv']").text()).isEqualTo("Avslag");

        grants.on("PUT " + FakeWork.LIST + "/minutes", Reply.json(200, FakeWork.list("recorded")));
        assertThat(browser.submit(path, form).location().toString()).endsWith("l1?done=minutes");
        Asked recorded = asked("PUT", "/minutes");
        assertThat(recorded.header("If-Match")).containsExactly("\"5\"");
        assertThat(recorded.body())
                .contains("\"section\":\"§ 42\"")
                .contains("\"resolution\":\"otherwise\"", "\"decision\":\"refuse\"", "Avslag")
                .contains("{\"applicationId\":\"a3\",\"resolution\":\"tabled\"}")
                .contains("\"members\":2", "\"ground\":\"board-seat\"");

        FakeWork.listIs(grants, "recorded");
        assertThat(browser.open(path).location().getPath()).isEqualTo(FakeWork.LIST_PAGE);
        assertThat(browser.open(FakeWork.LIST_PAGE).html().select("tbody tr").getFirst().text())
                .contains("Toisin", "Hylätään", "Hakemus on hylätty");
    }

    @Test
    void leavesTheMinutesToThoseWhoDecide() {
        browser.logIn(identityProvider(), "/login");
        FakeWork.listIs(grants, "presented");

        assertThat(browser.open(FakeWork.LIST_PAGE + "/minutes").status()).isEqualTo(404);
        assertThat(browser.open(FakeWork.LIST_PAGE).html().select("a[href$=minutes]")).isEmpty();
    }

    @Test
    void showsTheBudgetAndHowItCameToBeSo() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(FakeWork.CALL_PAGE + "/ledger").html();
        assertThat(html.select("a[download]").eachAttr("href"))
                .containsExactly(
                        FakeWork.CALL_PAGE + "/ledger/list.csv?account=all&lang=fi",
                        FakeWork.CALL_PAGE + "/ledger/list.xlsx?account=all&lang=fi",
                        "/api/grants" + FakeWork.CALL + "/ledger/entries.csv");

        assertThat(html.select(".figures dd").eachText())
                .containsExactly("30 000 €", "29 000 €", "0 €", "300,50 €", "699,50 €", "0 €");
        assertThat(html.select("tbody tr").getFirst().text())
                .contains("Määräraha avattu", "30 000 €", "Talousarvio, § 12");
        assertThat(html.select("tbody a").attr("href")).isEqualTo(FakeWork.PAGE);
        assertThat(html.select("main .notice").text()).contains("vain ensimmäiset 50");

        Document paid = browser.open(FakeWork.CALL_PAGE + "/ledger?account=paid").html();
        assertThat(grants.last("GET").query()).startsWith("account=paid&limit=200&cursor=");
        assertThat(paid.select("[aria-current=page]").text()).isEqualTo("Maksettu");
        browser.open(FakeWork.CALL_PAGE + "/ledger?account=wine");
        assertThat(grants.last("GET").query()).startsWith("limit=200&cursor=");
    }

    @Test
    void putsEntriesInOrderAndGivesThemToASpreadsheet() {
        browser.logIn(identityProvider(), "/login");
        grants.on(
                "GET " + FakeWork.CALL + "/ledger/entries",
                Reply.json(
                        200,
                        FakeWork.ENTRIES
                                .replace(",\"next\":\"two\"", "")
                                .replace("Talousarvio", "=Talousarvio")));

        Document html = browser.open(FakeWork.CALL_PAGE + "/ledger?sort=amount").html();
        assertThat(html.select("tbody th").eachText()).containsExactly("2", "1");
        assertThat(html.select("th[aria-sort] a").attr("href"))
                .isEqualTo(FakeWork.CALL_PAGE + "/ledger?account=all&sort=-amount");

        Page table = browser.open(FakeWork.CALL_PAGE + "/ledger/list.csv?sort=-number&lang=en");
        assertThat(table.header("Content-Disposition")).contains("entries.csv");
        assertThat(table.body().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("\ufeffNo.", "2", "1");
        assertThat(table.body())
                .contains("1,2026-01-02T08:00:00Z,", ",30000.00,\"'=Talousarvio, § 12\"");
        assertThat(
                        browser.open(FakeWork.CALL_PAGE + "/ledger/list.xlsx?account=paid")
                                .header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(grants.last("GET").query()).isEqualTo("account=paid&limit=200");
        assertThat(browser().open(FakeWork.CALL_PAGE + "/ledger/list.csv").location().getPath())
                .isEqualTo("/login");
    }

    @Test
    void hasPaymentsApprovedByAnotherAndGivenToTheBank() {
        browser.logIn(identityProvider(), "/login");
        Document proposed = browser.open(FakeWork.BATCH_PAGE).html();
        assertThat(proposed.select("tbody").text())
                .contains("Kyläyhdistys", "350,50 €", "Pankki hylkäsi", "AC01");
        grants.on("PUT " + FakeWork.BATCH + "/approval", FakeWork.refused("same-person"));

        Page refused = browser.submit(FakeWork.BATCH_PAGE, fields(proposed, 0));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("[role=alert]").text()).contains("toinen henkilö");

        grants.on("PUT " + FakeWork.BATCH + "/approval", Reply.problem(412, "{}"));
        assertThat(
                        browser.submit(FakeWork.BATCH_PAGE, fields(proposed, 0))
                                .html()
                                .select("[role=alert]")
                                .text())
                .contains("Joku muu");

        grants.on(
                "GET " + FakeWork.BATCH,
                Reply.json(200, FakeWork.batch("approved")).and("ETag", "\"2\""));
        grants.on("PUT " + FakeWork.BATCH + "/export", Reply.json(200, FakeWork.batch("exported")));
        Document approved = browser.open(FakeWork.BATCH_PAGE).html();
        assertThat(browser.submit(FakeWork.BATCH_PAGE, fields(approved, 0)).location().getQuery())
                .isEqualTo("done=export");
        assertThat(asked("PUT", "/export").header("If-Match")).containsExactly("\"2\"");
        assertThat(browser.open(FakeWork.BATCH_PAGE).html().select("a[download]").eachAttr("href"))
                .contains("/api/grants" + FakeWork.BATCH + "/credit-transfer");
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    /** The fields of a form of the page's own, as a browser would send them. */
    static Map<String, String> fields(Document html, int form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : html.select("main form").get(form).select("input, textarea, select")) {
            boolean chosen = !List.of("radio", "checkbox").contains(field.attr("type"));
            if (chosen || field.hasAttr("checked")) {
                fields.put(
                        field.attr("name"),
                        field.is("select")
                                ? field.select("[selected]").attr("value")
                                : field.is("textarea") ? field.wholeText() : field.val());
            }
        }
        return fields;
    }

    @Test
    void showsCostsAndWhatPaysForThemByKind() {
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(FakeWork.PAGE).html().select("#costs")).isEmpty();
        FakeWork.applicationIs(
                grants,
                "submitted",
                """
                "costPlan":{"costs":[{"category":"premises","amount":"800.00"},
                  {"category":"volunteer-work","amount":"100.00"}],
                 "incomes":[{"kind":"own-work","amount":"100.00"},{"kind":"fees","amount":"449.50"}]},
                """);

        Document html = browser.open(FakeWork.PAGE).html();

        assertThat(html.select("section:has(#costs) tr").eachText())
                .containsExactly(
                        "Tilat ja vuokrat 800 €",
                        "Talkootyö 100 €",
                        "Haettu 350,50 €",
                        "Talkootyö 100 €",
                        "Osallistumismaksut ja myynti 449,50 €");
    }

    @Test
    void grantsByKindOfCostsAsWasAppliedFor() {
        identityProvider().rolesAre("decision-maker");
        browser.logIn(identityProvider(), "/login");
        String page = FakeWork.PAGE + "/decision";
        assertThat(browser.open(page).html().select("[name^=shares.]")).isEmpty();
        FakeWork.applicationIs(
                grants,
                "submitted",
                """
                "costPlan":{"costs":[{"category":"premises","amount":"800.00"},
                  {"category":"travel","amount":"100.00"}],"incomes":[]},
                """);
        Document html = browser.open(page).html();
        assertThat(html.select("[name^=shares.]").eachAttr("name"))
                .containsExactly("shares.premises", "shares.travel");
        Map<String, String> form = Forms.fields(html.select("main form").getFirst());
        form.put("decision", "grant");
        form.put("amount", "300");
        form.put("shares.premises", "250");
        form.put("shares.travel", "49,99");
        Page wrong = browser.submit(page, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#shares.premises");

        form.put("shares.travel", "50");
        grants.on("POST " + FakeWork.APPLICATION + "/decision", FakeWork.refused("over-costs"));
        assertThat(browser.submit(page, form).html().select("main [role=alert]").text())
                .contains("enemmän kuin siihen on haettu");
        assertThat(
                        grants.asked().stream()
                                .filter(each -> each.method().equals("POST"))
                                .toList()
                                .getLast()
                                .body())
                .contains(
                        "{\"category\":\"premises\",\"amount\":\"250.00\"}",
                        "{\"category\":\"travel\",\"amount\":\"50.00\"}");
    }
}
