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

import java.util.List;
import java.util.Map;

/** How a decision was told that came after the one on the application. */
class LaterDecisionPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.PAGE + "/later-decisions/change-1";
    private static final String ALL = FakeWork.APPLICATION + "/later-decisions";
    private static final String TOLD = ALL + "/change-1/notification";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADecision() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
        browser.logIn(identityProvider(), "/login");
        grants.on(
                "GET " + ALL,
                Reply.json(
                        200,
                        """
                        {"items":[{"id":"change-1","kind":"change","number":1,
                          "decidedOn":"2026-11-05","hasDocument":true},
                         {"id":"recovery-1","kind":"recovery","number":1,
                          "decidedOn":"2026-11-06","hasDocument":false}]}
                        """));
        grants.on(
                "GET " + TOLD,
                Reply.json(
                                200,
                                """
                                {"decidedOn":"2026-11-05","channel":"letter","sentOn":"2026-11-06",
                                 "mailLost":false,"knownOn":"2026-11-13","partyUntil":"2026-11-27"}
                                """)
                        .and("ETag", "\"1\""));
    }

    @Test
    void tellsTheClockInEachLanguageAndLeadsToTheDocument() {
        Document html = browser.open(PAGE).html();

        assertThat(Forms.text(html))
                .contains("Päätös muutoshakemukseen", "Kirjeellä, pe 6.11.2026")
                .contains("viimeistään pe 27.11.2026");
        assertThat(html.select("main a[download]").attr("href"))
                .isEqualTo("/api/grants" + ALL + "/change-1/document.pdf?language=fi");
        for (String language : List.of("sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
        assertThat(browser.open(PAGE.replace("change-1", "wine-1")).status()).isEqualTo(404);
        assertThat(browser.open(PAGE.replace("change-1", "change-x")).status()).isEqualTo(404);
    }

    @Test
    void statesHowThePartyIsTold() {
        Map<String, String> form =
                Forms.fields(
                        browser.open(PAGE)
                                .html()
                                .select("main form:has([name=move][value=receipt])")
                                .getFirst());
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(422);
        form.put("receivedOn", "10.11.2026");
        grants.on(
                "PUT " + TOLD + "/receipt",
                Reply.json(200, "{\"decidedOn\":\"2026-11-05\",\"mailLost\":false}"));

        Page stated = browser.submit(PAGE, form);

        assertThat(stated.location().toString()).endsWith("/change-1?done=receipt");
        Asked told =
                grants.asked().stream()
                        .filter(each -> each.path().endsWith("/receipt"))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.header("If-Match")).containsExactly("\"1\"");
        assertThat(told.body()).isEqualTo("{\"receivedOn\":\"2026-11-10\"}");
        form.put("move", "claims");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(404);
    }

    @Test
    void isReachedFromTheRulingAndTheClaim() {
        FakeDecided.changes(
                grants,
                ",\"ruling\":{\"maker\":\"official\",\"decidedOn\":\"2026-11-05\",\"explanation\":{\"fi\":\"Sopii\"}}");
        assertThat(
                        browser.open(FakeWork.PAGE + "/changes")
                                .html()
                                .select("main a")
                                .eachAttr("href"))
                .contains(PAGE);
        FakeDecided.recovery(
                grants,
                ",\"decidedOn\":\"2026-11-06\",\"dueOn\":\"2026-12-06\",\"owed\":\"250.00\"");
        assertThat(
                        browser.open(FakeWork.PAGE + "/recovery/1")
                                .html()
                                .select("main a")
                                .eachAttr("href"))
                .contains(PAGE.replace("change", "recovery"));
    }
}
