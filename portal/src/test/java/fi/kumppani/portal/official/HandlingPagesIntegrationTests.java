package fi.kumppani.portal.official;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
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

import java.util.Map;

/** One application in handling, from taking it to deciding it. */
class HandlingPagesIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.PAGE;
    private static final String APPLICATION = FakeWork.APPLICATION;

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAnApplication() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsWhatIsAppliedForInTheWordsOfTheForm() {
        Document html = browser.open(PAGE).html();

        assertThat(html.select("h1").text())
                .isEqualTo("743/2026/00042 Kortesjärven <b>kyläyhdistys");
        assertThat(html.select("main").text())
                .contains("350,50 €", "900 €", "Käsittelyssä", "Kyläjuhla <script>")
                .contains("Jäseniä 1 200", "Onko nuoria? Kyllä", "Jäsenmaksu 12,50 €")
                .contains("Kenelle? Ikäihmisille", "Säätiö, 2026: 1 000 € (Myönnetty)")
                .doesNotContain("Tyhjä osa");
        assertThat(html.select("a[download]").attr("href"))
                .isEqualTo("/api/grants" + APPLICATION + "/attachments/ab12");
        assertThat(html.select(".tasks a").eachAttr("href"))
                .containsExactly(
                        PAGE + "/supplement-request",
                        PAGE + "/review",
                        PAGE + "/de-minimis",
                        PAGE + "/proposal",
                        PAGE + "/decision",
                        PAGE + "/transfer");
        assertThat(html.select("section:has(#reviews)").text())
                .contains("Painotetut pisteet: 76,00/100", "Vaikuttavuus 60 4/5 48,00")
                .contains("Hyvä suunnitelma", "ei oteta huomioon");
    }

    @Test
    void showsAPurposeThatIsSplitIntoSeveralApplications() {
        assertThat(browser.open(PAGE).html().select("#alongside")).isEmpty();
        grants.on(
                "GET " + APPLICATION + "/alongside",
                Reply.json(
                        200,
                        """
                        {"year":2026,"together":"650.50","items":[
                          {"applicationId":"a2","diaryNumber":"743/2026/00041","callId":"c1",
                           "callTitle":{"fi":"Kylien kehittämisraha"},"kind":"general",
                           "isSameCall":true,"isOfPartner":true,"status":"submitted",
                           "requested":"300.00"}],
                         "passedLimits":[{"title":"sivistysjohtaja","limit":"400.00",
                           "rule":"hallintosääntö 25 §"}]}
                        """));

        Document html = browser.open(PAGE).html();

        assertThat(html.select("section:has(#alongside)").text())
                .contains("743/2026/00041", "haettu 300 €", "toinen yhdistys", "650,50 €")
                .contains("sivistysjohtaja, enintään 400 € yhdellä päätöksellä");
        assertThat(html.select("section:has(#alongside) a").attr("href"))
                .isEqualTo("/m/743/work/applications/a2");

        FakeWork.handlingIs(grants, FakeWork.WAITING.replace("\"blind\":false", "\"blind\":true"));
        assertThat(browser.open(PAGE).html().select("#alongside")).isEmpty();
    }

    @Test
    void hidesTheReviewsOfOthersAndWhoAppliesUntilTheyMayBeSeen() {
        FakeWork.handlingIs(grants, FakeWork.WAITING.replace("\"blind\":false", "\"blind\":true"));
        FakeWork.applicantIsHidden(grants);

        Document html = browser.open(PAGE).html();

        assertThat(html.select("h1").text()).isEqualTo("743/2026/00042");
        assertThat(html.select("main").text())
                .contains("arvioidaan nimettömänä", "Annettuja arvioita 1")
                .contains("Näet muiden arviot", "Ei vielä kukaan")
                .doesNotContain("kyläyhdistys", "Painotetut");
        assertThat(html.select("a[download]")).isEmpty();
    }

    @Test
    void isClosedToWhoMustKeepOutAndSaysWhy() {
        grants.on("GET " + APPLICATION, FakeWork.disqualified());

        Page page = browser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main").text())
                .contains("Olet esteellinen", "hallituksessa")
                .doesNotContain("743/2026/00042");
        assertThat(browser.open(PAGE + "/review").status()).isEqualTo(404);
    }

    @Test
    void isTakenAndGivenBackAndLeftToOthers() {
        FakeWork.handlingIs(grants, FakeWork.WAITING);
        Document waiting = browser.open(PAGE).html();
        grants.on("PUT " + APPLICATION + "/handling/assignment", Reply.problem(412, "{}"));

        Page stale = browser.submit(PAGE, WorkPagesIntegrationTests.fields(waiting, 0));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("Joku muu ehti");

        grants.on("PUT " + APPLICATION + "/handling/assignment", Reply.json(200, FakeWork.HANDLED));
        Page taken = browser.submit(PAGE, WorkPagesIntegrationTests.fields(waiting, 0));
        assertThat(taken.location().toString()).endsWith(FakeWork.ID + "?done=take");
        assertThat(asked("PUT", "/assignment").header("If-Match")).containsExactly("\"7\"");
        FakeWork.handlingIs(grants, FakeWork.HANDLED);
        Document mine = browser.open(PAGE + "?done=take").html();
        assertThat(mine.select("[role=status]").text()).contains("sinun käsittelyssäsi");

        grants.on("DELETE " + APPLICATION + "/handling/assignment", exchange -> exchange.close());
        Page away = browser.submit(PAGE, WorkPagesIntegrationTests.fields(mine, 0));
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");

        grants.on("PUT " + APPLICATION + "/recusals/mine", Reply.json(204, ""));
        assertThat(
                        browser.submit(PAGE, WorkPagesIntegrationTests.fields(mine, 1))
                                .location()
                                .getPath())
                .isEqualTo(PAGE);
        assertThat(asked("PUT", "/recusals/mine").body()).isEqualTo("{}");
    }

    @Test
    void isAskedToBeCompletedByADay() {
        String path = PAGE + "/supplement-request";
        Document html = browser.open(path).html();
        assertThat(html.select("main").text()).contains("haluaa viestit ruotsiksi");
        Map<String, String> form = WorkPagesIntegrationTests.fields(html, 0);

        Page empty = browser.submit(path, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#what.fi", "#dueOn");

        form.put("what.sv", "Stadgarna saknas");
        form.put("dueOn", "2026-05-01");
        grants.on(
                "PUT " + APPLICATION + "/supplement-request",
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"dueOn\",\"code\":\"out-of-range\"}]}"));
        Page late = browser.submit(path, form);
        assertThat(late.html().select("#dueOn-wrong").text()).contains("aikaisintaan huominen");
        assertThat(late.html().select("[name='what.sv']").text()).isEqualTo("Stadgarna saknas");

        grants.on("PUT " + APPLICATION + "/supplement-request", Reply.problem(412, "{}"));
        FakeWork.applicationIs(grants, "submitted", "");
        assertThat(alert(browser.submit(path, form))).contains("Joku muu");

        grants.on("GET " + APPLICATION, exchange -> exchange.close());
        assertThat(browser.submit(path, form).status()).isEqualTo(503);
        FakeWork.applicationIs(grants, "submitted", "");
        Document kept = browser.open(path).html();
        assertThat(kept.select("[name='what.sv']").text()).isEqualTo("Stadgarna saknas");

        Reply asked =
                Reply.json(
                        200,
                        "{\"id\":\"x\",\"status\":\"supplementing\",\"callId\":\"c1\","
                                + "\"associationId\":\"k1\",\"requested\":\"1.00\",\"events\":1}");
        grants.on("PUT " + APPLICATION + "/supplement-request", asked);
        assertThat(browser.submit(path, form).location().getQuery())
                .isEqualTo("done=supplement-request");
        assertThat(asked("PUT", "/supplement-request").body())
                .contains("\"what\":{\"sv\":\"Stadgarna saknas\"}", "\"dueOn\":\"2026-05-01\"");
    }

    @Test
    void isReviewedByTheCriteriaAndChangedOnlyOverWhatWasSeen() {
        String path = PAGE + "/review";
        Map<String, String> form = WorkPagesIntegrationTests.fields(browser.open(path).html(), 0);
        assertThat(form).containsEntry("seen", "\"0\"").containsEntry("points.effect", "");
        form.put("points.effect", "6");
        form.put("points.plan", "10");
        form.put("comment", "Hyvä");

        Page over = browser.submit(path, form);
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#points.effect");

        form.put("points.effect", "5");
        grants.on("PUT " + APPLICATION + "/reviews/mine", Reply.problem(412, "{}"));
        grants.on(
                "GET " + APPLICATION + "/reviews/mine",
                Reply.json(
                                200,
                                "{\"reviewer\":\"x\",\"mine\":true,\"points\":{\"effect\":1,\"plan\":10},\"comment\":\"Toisesta"
                                    + " ikkunasta\",\"disregarded\":false}")
                        .and("ETag", "\"1\""));
        Page stale = browser.submit(path, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select(".saved").text()).contains("1", "Toisesta ikkunasta");
        assertThat(stale.html().select("[name=comment]").text()).isEqualTo("Hyvä");
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"1\"");

        grants.on("PUT " + APPLICATION + "/reviews/mine", FakeWork.refused("review-round-closed"));
        assertThat(alert(browser.submit(path, form))).contains("Arviointikierros on päättynyt");

        grants.on(
                "PUT " + APPLICATION + "/reviews/mine",
                Reply.json(200, "{\"mine\":true,\"points\":{},\"disregarded\":false}"));
        assertThat(browser.submit(path, form).location().getQuery()).isEqualTo("done=review");
        assertThat(asked("PUT", "/reviews/mine").body())
                .isEqualTo("{\"points\":{\"effect\":5,\"plan\":10},\"comment\":\"Hyvä\"}");
    }

    @Test
    void isProposedToABoardOrToCaseManagement() {
        String path = PAGE + "/proposal";
        grants.on(
                "GET " + APPLICATION + "/case",
                Reply.json(200, "{\"caseNumber\":\"SJK/1\",\"status\":\"opened\"}")
                        .and("ETag", "\"2\""));
        Document html = browser.open(path).html();
        assertThat(html.select("[name=target]").eachAttr("value")).containsExactly("l1", "case");
        Map<String, String> form = WorkPagesIntegrationTests.fields(html, 0);
        assertThat(form).containsEntry("seen.l1", "\"0\"").containsEntry("seen.case", "\"2\"");
        form.put("target", "l1");
        form.put("decision", "refuse");

        Page without = browser.submit(path, form);
        assertThat(without.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#reasons");

        form.put("reasons", "incomplete");
        FakeWork.proposed(grants, "budget-exhausted", "\"3\"");
        String row = FakeWork.LIST + "/rows/" + FakeWork.ID;
        grants.on("PUT " + row, Reply.problem(412, "{}"));
        Page stale = browser.submit(path, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select(".saved").text())
                .contains("300", "Myönnetään", "Määräraha ei riitä", "Määräraha jaetaan.");
        assertThat(stale.html().select("[name=decision][checked]").val()).isEqualTo("refuse");
        assertThat(stale.html().select("[name='seen.l1']").val()).isEqualTo("\"3\"");
        assertThat(asked("PUT", row).header("If-Match")).containsExactly("\"0\"");

        grants.on("PUT " + row, FakeWork.refused("on-another-list"));
        assertThat(browser.submit(path, form).html().select("#target-wrong").text())
                .contains("toisella listalla");

        form.put("target", "case");
        grants.on(
                "PUT " + APPLICATION + "/case/proposal",
                Reply.json(200, "{\"caseNumber\":\"SJK/1\",\"status\":\"proposed\"}"));
        assertThat(browser.submit(path, form).location().getQuery()).isEqualTo("done=proposal");
        assertThat(asked("PUT", "/case/proposal").body())
                .isEqualTo("{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}");
        assertThat(asked("PUT", "/case/proposal").header("If-Match")).containsExactly("\"2\"");
    }

    @ParameterizedTest
    @CsvSource({
        "409, over-requested, '', suurempi kuin haettu",
        "409, budget-exceeded, '', määräraha ei riitä",
        "409, over-power, '', ylittää toimivaltasi",
        "409, being-supplemented, '', on vielä aikaa",
        "403, no-power, maker, ei saa päättää asiasta",
        "403, disqualified, mandate, valtuus toimia",
    })
    void isDecidedOnlyAsThePowerAndTheBudgetAllow(
            int status, String reason, String ground, String said) {
        String path = PAGE + "/decision";
        Map<String, String> form = WorkPagesIntegrationTests.fields(browser.open(path).html(), 0);
        form.put("decision", "grant");
        form.put("amount", "300,50");
        form.put("explanation.sv", "Anslaget delas");
        form.put("maker.title", "kulttuurijohtaja");
        grants.on(
                "POST " + APPLICATION + "/decision",
                Reply.problem(
                        status, "{\"reason\":\"%s\",\"ground\":\"%s\"}".formatted(reason, ground)));

        Page refused = browser.submit(path, form);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(alert(refused)).contains(said);
        assertThat(refused.html().select("[name='explanation.sv']").text())
                .isEqualTo("Anslaget delas");
        assertThat(refused.html().select("[name=key]").val()).isEqualTo(form.get("key"));
    }

    @Test
    void isDecidedOnceHoweverOftenTheFormIsSent() {
        String path = PAGE + "/decision";
        Map<String, String> form = WorkPagesIntegrationTests.fields(browser.open(path).html(), 0);
        form.put("decision", "grant");
        form.put("amount", "300,50");
        form.put("reasons", "budget-exhausted");
        form.put("maker.title", "kulttuurijohtaja");
        grants.on("POST " + APPLICATION + "/decision", Reply.json(201, "{\"id\":\"d\"}"));

        assertThat(browser.submit(path, form).location().getQuery()).isEqualTo("done=decision");

        Asked decided = asked("POST", "/decision");
        assertThat(decided.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(decided.body())
                .isEqualTo(
                        "{\"decision\":\"grant\",\"amount\":\"300.50\","
                            + "\"reasons\":[\"budget-exhausted\"],"
                            + "\"maker\":{\"kind\":\"official\",\"title\":\"kulttuurijohtaja\"}}");
        FakeWork.applicationIs(
                grants,
                "partly-granted",
                """
                "decision":{"id":"d","outcome":"partly-granted","granted":"300.50",
                 "reasons":[{"code":"budget-exhausted","text":{"fi":"Määräraha ei riitä"}}],
                 "decidedOn":"2026-04-01"},
                """);
        assertThat(browser.submit(path, form).location().getPath()).isEqualTo(PAGE);
        Document html = browser.open(PAGE).html();
        assertThat(html.select("section:has(#decided)").text())
                .contains("Avustus on myönnetty osittain", "300,50 €", "Määräraha ei riitä");
        assertThat(html.select("main form, #next")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/supplement-request", "/review", "/proposal"})
    void leavesHandlingToOfficers(String form) {
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");

        assertThat(decider.open(PAGE + form).status()).isEqualTo(404);
        assertThat(decider.open(PAGE).html().select(".tasks a").eachAttr("href"))
                .containsExactly(PAGE + "/de-minimis", PAGE + "/decision");
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(PAGE + "/decision").status()).isEqualTo(404);
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private static String alert(Page page) {
        return page.html().select("[role=alert]").text();
    }
}
