package fi.kumppani.portal.ownassociation;

import static fi.kumppani.portal.registrar.FakeRegistry.A1;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.registrar.FakeRegistry.N1;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.registrar.FakeRegistry;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A representative keeps the association's own data and memberships. */
class OwnAssociationIntegrationTests extends PortalUnderTest {

    private static final String PAGE = "/m/743/my/associations/a1";
    private static final String MEMBERSHIP = N1 + "/memberships/a1";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void keepAnAssociation() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void letsOnlyThoseInWhoKeepItsData() {
        assertThat(browser.open(PAGE).location().getQuery()).isEqualTo("to=" + PAGE);
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(PAGE).status()).isEqualTo(404);

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(PAGE.replace("a1", "a2")).status()).isEqualTo(404);
        for (String act : List.of("", "/memberships/n1/request", "/memberships/n1/ending")) {
            assertThat(browser.submit(PAGE + act, Map.of("was", "member")).status())
                    .as("a form without its token")
                    .isEqualTo(403);
        }
        registry.on("GET " + M + "/own-associations", Reply.problem(404, "not-found"));
        assertThat(browser.open(PAGE).status()).isEqualTo(404);
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
        for (String language : List.of("fi", "sv", "en")) {
            FakeRegistry.holds(registry);
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
    }

    @Test
    void writesItsDataAndKeepsBothTextsWhenAnotherWasFaster() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(PAGE).html(), "/a1");
        form.put("name.fi", "Toinen nimi");
        form.put("form", "registered-association");

        assertThat(browser.submit(PAGE, form).location().toString()).endsWith(PAGE + "?done=saved");
        assertThat(registry.last("PUT").path()).isEqualTo(A1);
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(registry.last("PUT").header("Authorization").getFirst()).startsWith("Bearer ");
        assertThat(text(browser.open(PAGE + "?done=saved").html())).contains("on tallennettu");
        registry.on("PUT " + A1, Reply.problem(412, "stale"));
        Page stale = browser.submit(PAGE, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[name=name.fi]").val()).isEqualTo("Toinen nimi");
        assertThat(stale.html().select(".saved").text()).contains("Kylien <i> liitto a1");
        registry.on("PUT " + A1, Reply.problem(409, "{\"reason\":\"register-number-taken\"}"));
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").attr("href"))
                .isEqualTo("#registerNumber");
    }

    @Test
    void hasWhatWasWrittenAgainAfterTheLogin() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(PAGE).html(), "/a1");
        form.put("name.fi", "Ennen kirjautumista");
        registry.on("PUT " + A1, Reply.problem(401, "unauthenticated"));

        Page login = browser.submit(PAGE, form);

        assertThat(login.location().getQuery()).isEqualTo("to=" + PAGE);
        Page page = browser.open(PAGE);
        assertThat(page.html().select("[name=name.fi]").val()).isEqualTo("Ennen kirjautumista");
        assertThat(alert(page)).contains("tallella");
    }

    @Test
    void leavesANetworkAndAsksToJoinOne() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(PAGE).html();
        assertThat(text(html)).contains("Seurafoorumi", "Jäsen alkaen ma 2.2.2026");

        Page left =
                browser.submit(
                        PAGE + "/memberships/n1/ending", button(html, "/memberships/n1/ending"));

        assertThat(left.location().toString()).endsWith(PAGE + "?done=left");
        assertThat(registry.last("PUT").path()).isEqualTo(MEMBERSHIP + "/ending");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        registry.on("GET " + MEMBERSHIP, Reply.problem(404, "not-found"));
        registry.on(
                "PUT " + MEMBERSHIP + "/request",
                exchange ->
                        ("\"0\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))
                                        ? Reply.json(
                                                200,
                                                "{\"networkId\":\"n1\",\"associationId\":\"a1\","
                                                        + "\"status\":\"asked\"}")
                                        : Reply.problem(412, "stale"))
                                .answer(exchange));
        Map<String, String> ask = button(browser.open(PAGE).html(), "/memberships/n1/request");
        Page asked = browser.submit(PAGE + "/memberships/n1/request", ask);
        assertThat(asked.location().toString()).endsWith("?done=asked");
        registry.on(
                "PUT " + MEMBERSHIP + "/request",
                Reply.problem(409, "{\"reason\":\"network-ended\"}"));
        Page refused = browser.submit(PAGE + "/memberships/n1/request", ask);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("Verkosto on päättynyt");
    }

    @Test
    void saysThatTheNetworksAreAwayAndShowsTheRest() {
        browser.logIn(identityProvider(), "/login");
        registry.on("GET " + M + "/networks", Reply.problem(503, "away"));

        Page page = browser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page.html())).contains("Verkostoja ei juuri nyt saada", "Y-tunnus");
    }

    @Test
    void isLinkedFromWhatOneLooksAfterEvenWithoutGrants() {
        browser.logIn(identityProvider(), "/login");
        service(Backend.GRANTS)
                .on("GET " + M + "/own-applications", Reply.problem(404, "not-found"));

        Document html = browser.open("/m/743/my").html();

        assertThat(html.select("#associations ~ ul a").eachAttr("href"))
                .containsExactly("/m/743/associations/a1", PAGE, PAGE + "/rights");
    }
}
