package fi.kumppani.portal.reportwork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeDecided;
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

import java.util.List;
import java.util.Map;

/** What officials do after a decision: the queue, reports, their sample, other terms. */
class ReportWorkIntegrationTests extends PortalUnderTest {

    private static final String REPORT_PAGE = FakeWork.PAGE + "/report";
    private static final String CHANGES_PAGE = FakeWork.PAGE + "/changes";
    private static final String WAITING_PAGE = FakeWork.CALL_PAGE + "/waiting";
    private static final String SAMPLE_PAGE = FakeWork.CALL_PAGE + "/report-sample";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
        browser.logIn(identityProvider(), "/login");
    }

    /** The pages of the other packages of this work too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                WAITING_PAGE,
                SAMPLE_PAGE,
                REPORT_PAGE,
                CHANGES_PAGE,
                FakeWork.CALL_PAGE + "/payments",
                FakeWork.PAGE + "/account",
                FakeWork.PAGE + "/redress",
                FakeWork.PAGE + "/redress/1",
                FakeWork.PAGE + "/recovery",
                FakeWork.PAGE + "/recovery/1"
            })
    void letsOfficialsOfTheMunicipalityInAndNobodyElse(String path) {
        assertThat(browser().open(path).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("coordinator", "association-representative");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main i, main script")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLE_PAGE,
                REPORT_PAGE,
                CHANGES_PAGE,
                FakeWork.CALL_PAGE + "/payments",
                FakeWork.BATCH_PAGE + "/status-report",
                FakeWork.PAGE + "/account",
                FakeWork.PAGE + "/redress",
                FakeWork.PAGE + "/redress/1",
                FakeWork.PAGE + "/recovery",
                FakeWork.PAGE + "/recovery/1"
            })
    void refusesAFormWithoutItsToken(String path) {
        assertThat(browser.submit(path, Map.of("move", "approval", "seen", "\"7\"")).status())
                .isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/changes", "/account", "/redress", "/recovery"})
    void isThereOnlyForWhatIsDecided(String page) {
        FakeWork.applicationIs(grants, "submitted", "");

        assertThat(browser.open(FakeWork.PAGE + page).status()).isEqualTo(404);
    }

    @Test
    void saysHowManyMattersWereReadOfALongList() {
        grants.on(
                "GET " + FakeWork.CALL + "/matters",
                Reply.json(
                        200,
                        """
                        {"items":[{"matters":[{"applicationId":"a4","diaryNumber":"743/2026/00045",
                          "what":"report-handed-in"}]}],"next":"on"}
                        """));

        assertThat(browser.open(WAITING_PAGE + "?of=report").html().select("main .notice").text())
                .contains("vain ensimmäiset 25");
        assertThat(grants.last("GET").query()).isEqualTo("limit=200&cursor=on");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 10.4. 11.4. 2.11. –",
        "sort=-since, 2.11. 11.4. 10.4. –",
        "sort=-number, 10.4. 11.4. 2.11. –",
        "sort=wine, 10.4. 11.4. 2.11. –",
        "of=report, 2.11.",
        "of=redress, 10.4."
    })
    void narrowsMattersAndPutsThemInOrder(String query, String days) {
        Document html = browser.open(WAITING_PAGE + "?" + query).html();

        assertThat(html.select("tbody td:last-child").eachText())
                .map(day -> day.replaceAll("^[a-z]+ |2026$", ""))
                .containsExactly(days.split(" "));
        assertThat(html.select("th[aria-sort]")).hasSize(1);
    }

    @Test
    void givesMattersToASpreadsheet() {
        Page table = browser.open(WAITING_PAGE + "/list.csv?of=report&lang=en");

        assertThat(table.header("Content-Disposition")).contains("waiting.csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body()).contains("\r\n743/2026/00042,", ",2026-11-02\r\n");
        assertThat(browser.open(WAITING_PAGE + "/list.xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(browser().open(WAITING_PAGE + "/list.csv").location().getPath())
                .isEqualTo("/login");
    }

    @Test
    void saysWhatWaitsAfterDecisionsAndSinceWhen() {
        Document html = browser.open(WAITING_PAGE).html();
        assertThat(html.select("a[download]").eachAttr("href"))
                .containsExactly(
                        WAITING_PAGE + "/list.csv?of=all&lang=fi",
                        WAITING_PAGE + "/list.xlsx?of=all&lang=fi",
                        "/api/grants" + FakeWork.CALL + "/matters.csv");
        assertThat(html.select("tbody th").eachText())
                .containsExactly(
                        "743/2026/00045 Oikaisuvaatimus tai otto-oikeus odottaa ratkaisua",
                        "743/2026/00045 Odottaa käsittelyä",
                        "743/2026/00042 Käyttöselvitys odottaa tarkastusta",
                        "743/2026/00042 Takaisinperintä odottaa päätöstä");
        assertThat(html.select("tbody a").eachAttr("href"))
                .contains(REPORT_PAGE, FakeWork.PAGE + "/recovery");
        assertThat(Forms.text(html)).contains("pe 10.4.2026");
        assertThat(html.select("main a[href$=report-sample]")).hasSize(1);
        assertThat(html.select("a[rel=next], main .notice")).isEmpty();

        Document queue = browser.open(FakeWork.WORK).html();
        assertThat(queue.select("section:has(#matters) li")).hasSize(4);
        assertThat(queue.select("section:has(#matters)").text())
                .contains("Käyttöselvitys odottaa tarkastusta", "Kylien kehittämisraha");
    }

    @Test
    void leadsFromTheApplicationToAllThatFollows() {
        assertThat(
                        browser.open(FakeWork.PAGE)
                                .html()
                                .select("section:has(#followed) a")
                                .eachAttr("href"))
                .containsExactly(
                        FakeWork.PAGE + "/redress",
                        FakeWork.PAGE + "/corrections",
                        REPORT_PAGE,
                        CHANGES_PAGE,
                        FakeWork.PAGE + "/account",
                        FakeWork.CALL_PAGE + "/payments",
                        FakeWork.PAGE + "/recovery");

        FakeWork.applicationIs(
                grants,
                "refused",
                """
                "decision":{"outcome":"refused","granted":"0.00","reasons":[],"decidedOn":"2026-04-01"},
                """);
        assertThat(browser.open(FakeWork.PAGE).html().select("section:has(#followed) a"))
                .hasSize(2);
    }

    @Test
    void checksAReportAgainstItsReceipts() {
        Document html = browser.open(REPORT_PAGE).html();
        assertThat(Forms.text(html))
                .contains("Odottaa tarkastusta", "112,50 €", "Kahvia <b>ja pullaa", "ohjelma.pdf")
                .contains("Tästä kuitein näytetty 12,50 €", "kuitteja vastaan");
        Map<String, String> form = Forms.fields(html.select("main form").getFirst());
        assertThat(form).containsEntry("accepted", "112,50").containsEntry("recover", "0");

        form.put("accepted", "paljon");
        Page wrong = browser.submit(REPORT_PAGE, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#finding", "#accepted", "#reason");

        form.put("finding", "partly-approved");
        form.put("accepted", "12,50");
        form.put("recover", "100");
        form.put("reason", "Kuitit puuttuvat");
        grants.on("PUT " + FakeDecided.REPORT + "/check", FakeWork.refused("over-paid"));
        Page refused = browser.submit(REPORT_PAGE, form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("#recover-wrong").text()).contains("enemmän kuin on");
        assertThat(refused.html().select("[name=reason]").text()).isEqualTo("Kuitit puuttuvat");

        grants.on("PUT " + FakeDecided.REPORT + "/check", report());
        assertThat(browser.submit(REPORT_PAGE, form).location().getQuery()).isEqualTo("done=check");
        Asked checked = asked("PUT", "/check");
        assertThat(checked.header("If-Match")).containsExactly("\"7\"");
        assertThat(checked.body())
                .isEqualTo(
                        "{\"finding\":\"partly-approved\",\"accepted\":\"12.50\","
                                + "\"recover\":\"100.00\",\"reason\":\"Kuitit puuttuvat\"}");
    }

    @ParameterizedTest
    @CsvSource({"0, approval", "1, check-return"})
    void isApprovedByASecondPersonOrGivenBack(int button, String move) {
        FakeDecided.reportIs(
                grants,
                "checked",
                "",
                ",\"check\":{\"finding\":\"approved\",\"accepted\":\"112.50\",\"recover\":\"0.00\",\"reason\":\"Hyvä\"}");
        Document html = browser.open(REPORT_PAGE).html();
        assertThat(Forms.text(html)).contains("Selvitys on hyväksytty", "Hyvä");
        Map<String, String> form = Forms.fields(html.select("main form").get(button));
        grants.on("PUT " + FakeDecided.REPORT + "/" + move, FakeWork.refused("same-person"));
        Page refused = browser.submit(REPORT_PAGE, form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).contains("eri henkilöitä");

        grants.on("PUT " + FakeDecided.REPORT + "/" + move, Reply.problem(412, "{}"));
        assertThat(Forms.alert(browser.submit(REPORT_PAGE, form))).contains("Joku muu ehti");

        grants.on("PUT " + FakeDecided.REPORT + "/" + move, report());
        assertThat(browser.submit(REPORT_PAGE, form).location().getQuery())
                .isEqualTo("done=" + move);
    }

    @Test
    void asksForWhatIsMissing() {
        Map<String, String> form =
                Forms.fields(browser.open(REPORT_PAGE).html().select("main form").getLast());
        form.put("what.fi", "Kuitit puuttuvat");
        form.put("dueOn", "2026-12-31");
        grants.on(
                "PUT " + FakeDecided.REPORT + "/supplement-request",
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"dueOn\",\"code\":\"out-of-range\"}]}"));
        Page late = browser.submit(REPORT_PAGE, form);
        assertThat(late.html().select("#dueOn-wrong").text()).contains("aikaisintaan huominen");

        grants.on(
                "PUT " + FakeDecided.REPORT + "/supplement-request", exchange -> exchange.close());
        Page away = browser.submit(REPORT_PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name='what.fi']").text()).isEqualTo("Kuitit puuttuvat");

        grants.on("PUT " + FakeDecided.REPORT + "/supplement-request", report());
        assertThat(browser.submit(REPORT_PAGE, form).status()).isEqualTo(302);
        assertThat(asked("PUT", "/supplement-request").body())
                .isEqualTo("{\"what\":{\"fi\":\"Kuitit puuttuvat\"},\"dueOn\":\"2026-12-31\"}");
    }

    @Test
    void setsWhatWasPlannedGrantedAndUsedSideBySide() {
        assertThat(browser.open(FakeWork.PAGE + "/report").html().select("#compared")).isEmpty();
        FakeDecided.reportIs(
                grants,
                "handed-in",
                """
                "comparison":[{"category":"premises","planned":"250.00","granted":"200.00","used":"210.50"},
                 {"category":"wine","planned":"0.00","granted":"0.00","used":"5.00"}],
                """,
                "");

        Document html = browser.open(FakeWork.PAGE + "/report").html();

        assertThat(html.select("table:has(#compared) tbody tr").eachText())
                .containsExactly("Tilat ja vuokrat 250 € 200 € 210,50 €", "Muut kulut 0 € 0 € 5 €");
    }

    @Test
    void saysThatNothingIsReportedBeforeAGrantIsAccepted() {
        grants.on("GET " + FakeDecided.REPORT + "/check", Reply.problem(404, "not-found"));

        Page page = browser.open(REPORT_PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(Forms.text(page.html())).contains("hyväksynyt avustuksen");
    }

    @Test
    void drawsTheSampleInTheOpen() {
        Document html = browser.open(SAMPLE_PAGE).html();
        assertThat(Forms.text(html)).contains("1 / 2 selvitystä (5 %)", "ab12");
        assertThat(html.select("section a").attr("href")).isEqualTo(REPORT_PAGE);
        grants.on("PUT " + FakeWork.CALL + "/report-sample", Reply.json(200, "{\"draws\":[]}"));

        assertThat(browser.submit(SAMPLE_PAGE, Forms.filled(html, 0)).location().getQuery())
                .isEqualTo("done=drawn");
    }

    @Test
    void decidesOnOtherTermsWithReasons() {
        Document html = browser.open(CHANGES_PAGE).html();
        assertThat(Forms.text(html)).contains("Kesäjuhla <i>", "Sali paloi", "Odottaa päätöstä");
        Map<String, String> form = Forms.fields(html.select("main form").getFirst());

        Page empty = browser.submit(CHANGES_PAGE, form);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#decision", "#explanation.fi");

        form.put("decision", "some");
        form.put("use", "Kesäjuhla ilman esiintyjiä");
        form.put("endsOn", "30.6.2027");
        form.put("explanation.fi", "Tarkoitus säilyy");
        String ruling = "PUT " + FakeDecided.CHANGES + "/1/ruling";
        grants.on(ruling, FakeWork.refused("ends-before-it-begins"));
        Page refused = browser.submit(CHANGES_PAGE, form);
        assertThat(refused.html().select("#endsOn-wrong").text()).contains("ennen alkamispäivää");
        assertThat(refused.html().select("[name=use]").text()).contains("ilman esiintyjiä");

        grants.on(ruling, Reply.json(200, "{\"terms\":{\"use\":\"Kesäjuhla\"},\"items\":[]}"));
        assertThat(browser.submit(CHANGES_PAGE, form).location().getQuery())
                .isEqualTo("done=ruled");
        Asked ruled = asked("PUT", "/ruling");
        assertThat(ruled.header("If-Match")).containsExactly("\"4\"");
        assertThat(ruled.body())
                .isEqualTo(
                        "{\"approved\":true,\"terms\":{\"use\":\"Kesäjuhla ilman esiintyjiä\","
                                + "\"endsOn\":\"2027-06-30\"},\"explanation\":{\"fi\":\"Tarkoitus"
                                + " säilyy\"},\"maker\":\"official\"}");
    }

    @Test
    void leavesOtherTermsToThoseWhoDecide() {
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");

        Document html = officer.open(CHANGES_PAGE).html();
        assertThat(html.select("main form")).isEmpty();
        assertThat(Forms.text(html)).contains("toimivalta päättää");
    }

    private static Reply report() {
        return Reply.json(
                200,
                """
                {"status":"checked","overdue":false,"content":{"costs":[],"receipts":[]},"used":"0.00","files":[]}
                """);
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
