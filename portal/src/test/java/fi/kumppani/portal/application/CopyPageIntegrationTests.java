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

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** Applying again with what was written before, and the ways on from what was granted. */
class CopyPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeGrants.PAGE + "/copies";
    private static final String COPIES = "POST " + FakeGrants.APPLICATION + "/copies";
    private static final String CALLS = "GET " + FakeGrants.M + "/calls";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrants.granted(grants);
        grants.on(CALLS, Facts.listing(Facts.call()));
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void isForRepresentativesAlone() {
        assertThat(browser.open(PAGE).location().getQuery()).isEqualTo("to=" + PAGE);
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(PAGE).status()).isEqualTo(404);
        assertThat(browser.submit(PAGE, Map.of("callId", "c1")).status()).isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void beginsADraftForACallThatIsOpen() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(PAGE).html();
        Map<String, String> form = fields(html.select("main form").getFirst());
        assertThat(form).containsKey("callId");
        grants.on(COPIES, Reply.json(201, "{\"id\":\"" + FakeGrants.ID + "\"}"));

        Page begun = browser.submit(PAGE, form);
        browser.submit(PAGE, form);

        assertThat(begun.status()).as(alert(begun)).isEqualTo(302);
        assertThat(begun.location().getPath()).isEqualTo(FakeGrants.PAGE);
        assertThat(browser.open(begun.location().toString()).html().select("[role=status]").text())
                .contains("Uusi luonnos on tehty");
        assertThat(
                        grants.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .filter(asked -> asked.path().endsWith("/copies"))
                                .map(asked -> asked.body() + asked.header("Idempotency-Key"))
                                .distinct())
                .hasSize(1);
    }

    @Test
    void saysWhyThereIsNoCopy() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = fields(browser.open(PAGE).html().select("main form").getFirst());
        grants.on(COPIES, Reply.problem(409, "{\"reason\":\"association-not-active\"}"));
        assertThat(alert(browser.submit(PAGE, form))).contains("purettu");
        grants.on(
                COPIES,
                Reply.problem(422, "{\"errors\":[{\"field\":\"callId\",\"code\":\"unknown\"}]}"));
        assertThat(alert(browser.submit(PAGE, form))).contains("Valitse haku");
        grants.on(COPIES, exchange -> exchange.close());
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(503);
        form.put("callId", "");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(422);
        grants.on(CALLS, Facts.listing());
        assertThat(text(browser.open(PAGE).html())).contains("Mikään haku ei ole nyt avoinna.");
        grants.on(CALLS, Reply.problem(503, "away"));
        assertThat(browser.open(PAGE).status()).isEqualTo(503);
    }

    @Test
    void leadsOnFromWhatWasGranted() {
        browser.logIn(identityProvider(), "/login");
        assertThat(ways()).containsExactly("/account", "/changes", "/copies");

        grants.on(
                "GET " + FakeGrants.APPLICATION + "/award",
                Reply.json(200, "{\"answer\":\"accepted\",\"paid\":\"250.00\"}"));
        grants.on(
                "GET " + FakeGrants.APPLICATION + "/usage-report",
                Reply.json(200, "{\"status\":\"supplementing\"}"));
        grants.on(
                "GET " + FakeGrants.APPLICATION + "/recovery",
                Reply.json(200, "{\"claims\":[{\"number\":1}]}"));
        assertThat(ways()).containsExactly("/report", "/account", "/changes", "/claims", "/copies");
        assertThat(text(browser.open(FakeGrants.PAGE).html())).contains("Täydennettävänä");

        FakeGrants.award(grants, "declined");
        assertThat(ways()).containsExactly("/copies");
        FakeGrants.draft(grants);
        assertThat(ways()).doesNotContain("/copies");
    }

    private List<String> ways() {
        return browser
                .open(FakeGrants.PAGE)
                .html()
                .select("main a[href^=" + FakeGrants.PAGE + "/]")
                .eachAttr("href")
                .stream()
                .map(each -> each.substring(FakeGrants.PAGE.length()))
                .filter(each -> !each.equals("/files"))
                .toList();
    }
}
