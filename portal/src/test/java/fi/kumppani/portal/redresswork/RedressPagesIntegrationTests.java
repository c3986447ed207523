package fi.kumppani.portal.redresswork;

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

import java.util.Map;

/** How a decision is told, until when it can be claimed against, claims and their rulings. */
class RedressPagesIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.PAGE + "/redress";
    private static final String CASE = PAGE + "/1";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void tellsTheClockAndWhatWasClaimed() {
        Document html = browser.open(PAGE).html();

        assertThat(Forms.text(html))
                .contains("Ei vielä lainvoimainen", "Kirjeellä, to 2.4.2026")
                .contains("Asianosainen voi vaatia oikaisua viimeistään to 23.4.2026")
                .contains("Asianosaisen oikaisuvaatimus", "Odottaa ratkaisua")
                .doesNotContain("Kylätie");
        assertThat(html.select("section:has(#cases) a").attr("href")).isEqualTo(CASE);
    }

    @Test
    void statesHowThePartyIsTold() {
        Map<String, String> form = form("sending");
        form.put("channel", "email");
        Page wrong = browser.submit(PAGE, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#consentedOn");

        form.put("consentedOn", "1.3.2026");
        form.put("sentOn", "2.4.2026");
        grants.on(
                "PUT " + FakeDecided.TOLD + "/sending",
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"consentedOn\",\"code\":\"in-the-future\"}]}"));
        Page refused = browser.submit(PAGE, form);
        assertThat(refused.html().select("#consentedOn-wrong").text()).contains("suostui");

        grants.on(
                "PUT " + FakeDecided.TOLD + "/sending",
                Reply.json(200, "{\"decidedOn\":\"2026-04-01\",\"mailLost\":false}"));
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=sending");
        Asked told = asked("PUT", "/sending");
        assertThat(told.header("If-Match")).containsExactly("\"2\"");
        assertThat(told.body()).isEqualTo("{\"channel\":\"email\",\"consentedOn\":\"2026-03-01\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, receivedOn, PUT, /decision/notification/receipt, 2",
        "publication, publishedOn, PUT, /decision/notification/publication, 2",
        "court-appeal, filedOn, PUT, /decision/redress/court-appeal, 5"
    })
    void statesDays(String move, String field, String method, String api, String version) {
        Map<String, String> form = form(move);
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").attr("href"))
                .isEqualTo("#" + field);
        form.put(field, "10.4.2026");
        grants.on(
                method + " " + FakeWork.APPLICATION + api,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"%s\",\"code\":\"too-late\"}]}"
                                .formatted(field)));
        Page refused = browser.submit(PAGE, form);
        assertThat(refused.html().select("#" + field + "-wrong")).hasSize(1);
        assertThat(refused.html().select("[name=" + field + "]").val()).isEqualTo("10.4.2026");

        grants.on(
                method + " " + FakeWork.APPLICATION + api,
                Reply.json(200, "{\"decidedOn\":\"2026-04-01\",\"mailLost\":false,\"cases\":[]}"));
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=" + move);
        Asked stated = asked(method, api);
        assertThat(stated.body()).isEqualTo("{\"%s\":\"2026-04-10\"}".formatted(field));
        assertThat(stated.header("If-Match")).containsExactly("\"" + version + "\"");
    }

    @Test
    void recordsWhichBodyTookTheDecisionUp() {
        Map<String, String> form = form("taken-up");
        form.put("takenOn", "10.4.2026");
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#body");
        form.put("body", "kunnanhallitus");
        String path = FakeDecided.REDRESS + "/taken-up";
        grants.on(
                "POST " + path,
                Reply.problem(422, "{\"errors\":[{\"field\":\"body\",\"code\":\"own-board\"}]}"));
        Page refused = browser.submit(PAGE, form);
        assertThat(refused.html().select("#body-wrong").text()).contains("otto-oikeus");
        assertThat(refused.html().select("[name=body]").val()).isEqualTo("kunnanhallitus");

        grants.on("POST " + path, Reply.json(200, "{\"cases\":[]}"));
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=taken-up");
        Asked stated = asked("POST", "/taken-up");
        assertThat(stated.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(stated.body())
                .isEqualTo("{\"takenOn\":\"2026-04-10\",\"body\":\"kunnanhallitus\"}");
    }

    @Test
    void tellsWhichBodyTookItUp() {
        grants.on(
                "GET " + FakeDecided.REDRESS,
                Reply.json(
                                200,
                                """
                                {"cases":[{"number":1,"kind":"taken-up","decision":1,
                                  "arrivedOn":"2026-04-10","late":false,"hearer":"kunnanhallitus"}]}
                                """)
                        .and("ETag", "\"5\""));

        assertThat(Forms.text(browser.open(PAGE).html()))
                .contains("Ottanut käsiteltäväkseen: kunnanhallitus");
        assertThat(Forms.text(browser.open(CASE).html()))
                .contains("Mikä toimielin otti sen käsiteltäväkseen?", "kunnanhallitus");
    }

    @Test
    void recordsAClaimThatArrived() {
        Map<String, String> form = form("claims");
        form.put("by", "member");
        form.put("arrivedOn", "10.4.2026");
        form.put("claimant", "Jäsen Jäsenlä");
        grants.on("POST " + FakeDecided.REDRESS + "/claims", exchange -> exchange.close());
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#text");
        form.put("text", "Päätös on väärä");
        Page away = browser.submit(PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=text]").text()).isEqualTo("Päätös on väärä");

        grants.on("POST " + FakeDecided.REDRESS + "/claims", Reply.json(200, "{\"cases\":[]}"));
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=claims");
        Asked claimed = asked("POST", "/claims");
        assertThat(claimed.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(claimed.body())
                .isEqualTo(
                        "{\"by\":\"member\",\"arrivedOn\":\"2026-04-10\",\"claimant\":\"Jäsen"
                                + " Jäsenlä\",\"text\":\"Päätös on väärä\"}");
    }

    @Test
    void recordsARulingThatLeavesTheDecision() {
        Document html = browser.open(CASE).html();
        assertThat(Forms.text(html))
                .contains("Lisää <b>rahaa", "Kylätie 1", "Ratkaisee sivistyslautakunta");
        Map<String, String> form = Forms.filled(html, 0);
        form.put("outcome", "dismissed");
        assertThat(browser.submit(CASE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#explanation.fi");
        form.put("explanation.fi", "Perusteet ovat ennallaan");
        form.put("section", "§ 12");
        String ruling = "PUT " + FakeDecided.REDRESS + "/cases/1/ruling";
        grants.on(ruling, FakeWork.refused("own-decision"));
        Page own = browser.submit(CASE, form);
        assertThat(own.status()).isEqualTo(409);
        assertThat(Forms.alert(own)).contains("Teit päätöksen itse");
        assertThat(own.html().select("[name='explanation.fi']").text())
                .isEqualTo("Perusteet ovat ennallaan");

        grants.on(ruling, Reply.json(200, "{\"cases\":[]}"));
        assertThat(browser.submit(CASE, form).location().toString())
                .endsWith("/redress/1?done=ruling");
        assertThat(asked("PUT", "/ruling").body())
                .isEqualTo(
                        "{\"outcome\":\"dismissed\",\"explanation\":{\"fi\":\"Perusteet ovat"
                                + " ennallaan\"},\"section\":\"§ 12\"}");
    }

    @Test
    void recordsARulingThatRevisesTheDecision() {
        Map<String, String> form = Forms.filled(browser.open(CASE).html(), 0);
        form.put("outcome", "revised");
        assertThat(browser.submit(CASE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#verdict.decision");
        form.put("verdict.decision", "grant");
        form.put("verdict.amount", "350");
        grants.on("PUT " + FakeDecided.REDRESS + "/cases/1/ruling", FakeWork.refused("over-cap"));
        assertThat(Forms.alert(browser.submit(CASE, form))).contains("enimmäismäärän");

        grants.on(
                "PUT " + FakeDecided.REDRESS + "/cases/1/ruling",
                Reply.json(200, "{\"cases\":[]}"));
        assertThat(browser.submit(CASE, form).status()).isEqualTo(302);
        assertThat(asked("PUT", "/ruling").body())
                .isEqualTo(
                        "{\"outcome\":\"revised\",\"verdict\":{\"decision\":\"grant\","
                                + "\"amount\":\"350.00\",\"reasons\":[]}}");
    }

    @Test
    void tellsWhoClaimedOfTheRuling() {
        FakeDecided.redress(
                grants,
                ",\"outcome\":\"dismissed\",\"ruledOn\":\"2026-05-01\",\"section\":\"§"
                        + " 12\",\"explanation\":{\"fi\":\"Ennallaan\"}");
        assertThat(Forms.text(browser.open(PAGE).html())).contains("on annettava tiedoksi");
        Document html = browser.open(CASE).html();
        assertThat(Forms.text(html)).contains("Vaatimus hylätään", "Ennallaan", "30 päivän");
        assertThat(html.select("a[download]").attr("href"))
                .isEqualTo("/api/grants" + FakeDecided.REDRESS + "/cases/1/ruling/document.pdf");
        Map<String, String> form = Forms.filled(html, 0);
        form.put("knownOn", "8.5.2026");
        grants.on(
                "PUT " + FakeDecided.REDRESS + "/cases/1/ruling/notification",
                Reply.json(200, "{\"cases\":[]}"));

        assertThat(browser.submit(CASE, form).location().getQuery()).isEqualTo("done=known");
        Asked told = asked("PUT", "/ruling/notification");
        assertThat(told.header("If-Match")).containsExactly("\"5\"");
        assertThat(told.body()).isEqualTo("{\"knownOn\":\"2026-05-08\"}");
    }

    @Test
    void leavesRulingsToThoseWhoDecideAndUnknownCasesAlone() {
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");

        assertThat(officer.open(CASE).html().select("main form")).isEmpty();
        assertThat(officer.open(PAGE + "/2").status()).isEqualTo(404);
    }

    /** The form of a move, as a browser would send it. */
    private Map<String, String> form(String move) {
        return Forms.fields(
                browser.open(PAGE)
                        .html()
                        .select("main form:has([name=move][value=" + move + "])")
                        .getFirst());
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
