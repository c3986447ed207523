package fi.kumppani.portal.mine;

import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.application.FakeGrants;
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

/** Everything due in one list. */
class MyPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = "/m/743/my";
    private static final String OWN = "GET " + FakeGrants.M + "/own-applications";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void lookAfterTwoAssociations() {
        registry.on("GET /v1/municipalities/743", Facts.seinajoki());
        grants.on(OWN, Reply.json(200, FakeMine.OWN));
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void letsRepresentativesInAndNobodyElse() {
        Page nobody = browser.open(PAGE + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).isEqualTo("to=" + PAGE + "&lang=sv");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(PAGE).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
        grants.on(OWN, Reply.problem(503, "away"));
        assertThat(browser.open(PAGE).status()).isEqualTo(503);
    }

    @Test
    void listsWhatIsDueInTheOrderOfItsDaysWithTheWayToEach() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PAGE).html();

        assertThat(html.select("#due ~ ol h3 a").eachAttr("href"))
                .containsExactly(
                        FakeGrants.MINE + "/a4/report",
                        FakeGrants.MINE + "/a3",
                        FakeGrants.MINE + "/a5/claims",
                        FakeGrants.MINE + "/a1",
                        FakeGrants.MINE + "/a2");
        assertThat(text(html))
                .contains("olisi pitänyt antaa viimeistään pe 1.5.2026", "Ylikylän <i>nuoret")
                .contains("Voitte lausua siitä viimeistään")
                .doesNotContain("Suljettu haku");
        assertThat(html.select("main i")).isEmpty();
    }

    @Test
    void tellsWhatTheRegistryKnowsOfEachAssociation() {
        browser.logIn(identityProvider(), "/login");
        registry.on(
                "GET /v1/municipalities/743/associations/k1",
                Reply.json(
                        200,
                        """
                        {"id":"k1","name":{"fi":"Kortesjärven kyläyhdistys ry"},
                         "registerNumber":"123.456","businessId":"1234567-1","status":"verified",
                         "active":false}
                        """));

        Document html = browser.open(PAGE).html();

        assertThat(html.select("#associations ~ ul a").eachAttr("href"))
                .containsExactly("/m/743/associations/k1");
        assertThat(text(html))
                .contains("Kortesjärven kyläyhdistys ry", "123.456", "1234567-1", "passiiviseksi")
                .contains("ei ole tämän kunnan rekisterissä");
        registry.on("GET /v1/municipalities/743/associations/k2", Reply.problem(503, "away"));
        assertThat(text(browser.open(PAGE).html())).contains("ei juuri nyt saada");
    }

    @Test
    void saysSoWhenNothingIsDueAndWhenOneActsForNobody() {
        browser.logIn(identityProvider(), "/login");
        grants.on(OWN, Reply.json(200, "{\"associations\":[{\"id\":\"k1\"}],\"applications\":[]}"));
        assertThat(text(browser.open(PAGE).html())).contains("Juuri nyt ei mitään.");

        grants.on(OWN, Reply.problem(404, "not-found"));
        assertThat(text(browser.open(PAGE).html())).contains("Sinulle ei ole annettu oikeutta");
    }
}
