package fi.kumppani.portal.application;

import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** The same application to calls of other municipalities. */
class SendPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeGrants.PAGE + "/sendings";
    private static final String SENDINGS = "POST " + FakeGrants.APPLICATION + "/sendings";
    private static final String CALLS = "GET /v1/municipalities/179/calls";
    private static final String ELIGIBILITY = "POST /v1/municipalities/179/calls/c1/eligibility";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/179",
                        Reply.json(200, "{\"name\":{\"fi\":\"Jyväskylä\"}}"));
        FakeGrants.draft(grants);
        grants.on(CALLS, Facts.listing(Facts.call()));
        grants.on(ELIGIBILITY, FakeGrants.eligibility("yes"));
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void isForRepresentativesAlone() {
        assertThat(browser.open(PAGE).location().getQuery()).isEqualTo("to=" + PAGE);
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(PAGE).status()).isEqualTo(404);
    }

    @Test
    void beginsADraftInAnotherMunicipality() {
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(FakeGrants.PAGE).html().select("a[href=" + PAGE + "]")).hasSize(1);
        Map<String, String> form = form();
        grants.on(
                SENDINGS,
                Reply.json(
                        200,
                        "{\"items\":[{\"municipality\":\"179\",\"callId\":\"c1\","
                            + "\"status\":\"begun\",\"applicationId\":\"d1\",\"reasons\":[]}]}"));

        Page sent = browser.submit(PAGE, form);
        browser.submit(PAGE, form);

        assertThat(sent.status()).as(alert(sent)).isEqualTo(200);
        assertThat(sent.html().select("a[href=/m/179/my/applications/d1]").text())
                .isEqualTo("Jyväskylä");
        assertThat(text(sent.html())).contains("luonnos on tehty");
        assertThat(
                        grants.asked().stream()
                                .filter(asked -> asked.path().endsWith("/sendings"))
                                .map(asked -> asked.body() + asked.header("Idempotency-Key"))
                                .distinct())
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(asked)
                                        .contains("\"municipality\":\"179\"", "\"callId\":\"c1\""));
    }

    @Test
    void offersOnlyWhatNoRuleStandsInTheWayOf() {
        browser.logIn(identityProvider(), "/login");
        grants.on(ELIGIBILITY, FakeGrants.eligibility("no"));
        assertThat(text(browser.open(PAGE).html())).contains("ei ole nyt avoinna hakua");
        grants.on(CALLS, Reply.problem(503, "away"));
        assertThat(text(browser.open(PAGE).html())).contains("ei ole nyt avoinna hakua");
    }

    @Test
    void saysWhatIsWrong() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = new HashMap<>(form());
        grants.on(
                SENDINGS,
                Reply.json(
                        200,
                        "{\"items\":[{\"municipality\":\"179\",\"callId\":\"c1\","
                                + "\"status\":\"not-eligible\",\"reasons\":[\"over-cap\"]}]}"));
        assertThat(text(browser.submit(PAGE, form).html())).contains("ei voi hakea tästä hausta");
        grants.on(SENDINGS, exchange -> exchange.close());
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(503);
        form.put("target-179", "");
        Page empty = browser.submit(PAGE, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(alert(empty)).contains("Valitse ainakin yhden kunnan haku");
    }

    private Map<String, String> form() {
        Map<String, String> form =
                new HashMap<>(fields(browser.open(PAGE).html().select("main form").getFirst()));
        form.put("target-179", "c1");
        return form;
    }
}
