package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.registrar.FakeRegistry.N1;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Coordinators keep networks, who is a member of them, and who may act for whom. */
class NetworkPagesIntegrationTests extends PortalUnderTest {

    private static final String ALL = FakeRegistry.PAGE + "/networks";
    private static final String ONE = ALL + "/n1";
    private static final String RIGHTS = FakeRegistry.PAGE + "/associations/a1/rights";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void foundsANetwork() {
        Document html = browser.open(ALL).html();
        assertThat(html.select(".rows a").eachAttr("href")).containsExactly(ONE);
        Map<String, String> form = button(html, "/networks");

        Page nameless = browser.submit(ALL, form);
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.html().select("[role=alert] a").attr("href")).isEqualTo("#name.fi");
        form.put("name.sv", "Forum");
        form.put("contactRole.fi", "Koordinaattori");
        Page done = browser.submit(ALL, form);

        assertThat(done.location().toString()).endsWith(ONE + "?done=begun");
        assertThat(registry.last("POST").header("Idempotency-Key"))
                .containsExactly(form.get("key"));
        assertThat(registry.last("POST").body())
                .contains("\"name\":{\"sv\":\"Forum\"}", "\"contactRole\":{\"fi\"")
                .doesNotContain("description");
    }

    @Test
    void describesItAnewAndKeepsBothTexts() {
        Map<String, String> form = button(browser.open(ONE).html(), "/n1");
        form.put("description.fi", "Uusi kuvaus");
        assertThat(browser.submit(ONE, form).location().toString()).endsWith("?done=saved");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(registry.last("PUT").body())
                .contains("\"description\":{\"fi\":\"Uusi kuvaus\"}");
        registry.on("PUT " + N1, Reply.problem(412, "stale"));

        Page stale = browser.submit(ONE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("#description.fi, [name=description.fi]").text())
                .contains("Uusi kuvaus");
        assertThat(stale.html().select(".saved").text()).contains("Seurat ja kaupunki");
    }

    @Test
    void acceptsAndDeclinesThoseWhoAsk() {
        Document html = browser.open(ONE).html();
        assertThat(html.select("#requests ~ ul h3").text()).contains("liitto a2");
        assertThat(html.select("#members ~ ul h3").text()).contains("liitto a1");

        Page accepted = browser.submit(ONE + "/members/a2/acceptance", button(html, "/acceptance"));

        assertThat(accepted.location().toString()).endsWith("?done=accepted");
        assertThat(registry.last("PUT").path()).isEqualTo(N1 + "/memberships/a2");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        Page declined = browser.submit(ONE + "/members/a2/ending", button(html, "/a2/ending"));
        assertThat(declined.location().toString()).endsWith("?done=declined");
        Page removed = browser.submit(ONE + "/members/a1/ending", button(html, "/a1/ending"));
        assertThat(removed.location().toString()).endsWith("?done=removed");
        assertThat(registry.last("PUT").path()).isEqualTo(N1 + "/memberships/a1/ending");
    }

    @Test
    void declinesNobodyWhoIsAMemberMeanwhile() {
        Map<String, String> form = button(browser.open(ONE).html(), "/a2/ending");
        registry.on(
                "GET " + N1 + "/memberships/a2",
                FakeRegistry.versioned(
                        "{\"networkId\":\"n1\",\"associationId\":\"a2\",\"status\":\"member\"}"));

        Page changed = browser.submit(ONE + "/members/a2/ending", form);

        assertThat(changed.status()).isEqualTo(412);
        assertThat(alert(changed)).contains("sillä välin muuttunut");
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void addsAnAssociationThatWasLookedFor() {
        Map<String, String> form = button(browser.open(ONE).html(), "/members");
        form.put("association", "liitto");
        Page found = browser.submit(ONE + "/members", form);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.html().select("[name=associationId]").eachAttr("value"))
                .containsExactly("a1");
        registry.on(
                "GET " + M + "/associations",
                FakeRegistry.list(FakeRegistry.association("a3", "verified")));
        registry.on(
                "PUT " + N1 + "/memberships/a3",
                exchange ->
                        ("\"0\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))
                                        ? Reply.json(
                                                200,
                                                "{\"networkId\":\"n1\",\"associationId\":\"a3\","
                                                        + "\"status\":\"member\"}")
                                        : Reply.problem(412, "stale"))
                                .answer(exchange));
        form.put("associationId", "a3");
        form.put("since", "1.2.2026");

        Page added = browser.submit(ONE + "/members", form);

        assertThat(added.location().toString()).endsWith("?done=added");
        assertThat(registry.last("PUT").body()).isEqualTo("{\"since\":\"2026-02-01\"}");
        form.put("since", "eilen");
        Page unsound = browser.submit(ONE + "/members", form);
        assertThat(alert(unsound)).contains("1.3.2026");
        assertThat(unsound.html().select("[name=associationId][checked]").val()).isEqualTo("a3");
        registry.on("GET " + M + "/associations", FakeRegistry.list());
        form.put("since", "");
        form.remove("associationId");
        assertThat(alert(browser.submit(ONE + "/members", form))).contains("ei löytynyt");
    }

    @Test
    void endsANetworkOnPurpose() {
        Map<String, String> form = button(browser.open(ONE).html(), "/n1/ending");
        assertThat(browser.submit(ONE + "/ending", form).status()).isEqualTo(422);
        form.put("sure", "true");

        Page ended = browser.submit(ONE + "/ending", form);

        assertThat(ended.location().toString()).endsWith("?done=ended");
        registry.on("GET " + N1, FakeRegistry.versioned(FakeRegistry.network("ended")));
        Document html = browser.open(ONE).html();
        assertThat(text(html)).contains("Verkosto päättyi su 1.11.2026");
        assertThat(html.select("form[action$=/members], form[action$=/acceptance]")).isEmpty();
    }

    @Test
    void givesRightsAndTakesThemAway() {
        Document html = browser.open(RIGHTS).html();
        assertThat(registry.asked()).anyMatch(asked -> asked.query().equals("association=a1"));
        assertThat(text(html)).contains("Avustukset", "5f1f6f0a-2c1e");
        Map<String, String> form = button(html, "/rights");
        form.put("subject", "with blanks");
        Page refused = browser.submit(RIGHTS, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").attr("href")).isEqualTo("#subject");
        form.put("subject", "abc-123");
        form.put("module", "events");

        Page granted = browser.submit(RIGHTS, form);

        assertThat(granted.location().toString()).endsWith("?done=granted");
        assertThat(registry.last("POST").body())
                .contains("\"associationId\":\"a1\"", "\"subject\":\"abc-123\"", "\"events\"");
        Page revoked = browser.submit(RIGHTS + "/m1/revocation", button(html, "/revocation"));
        assertThat(revoked.location().toString()).endsWith("?done=revoked");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        String elsewhere = RIGHTS.replace("a1", "a2") + "/m1/revocation";
        assertThat(browser.submit(elsewhere, button(html, "/revocation")).status())
                .as("a right for another association")
                .isEqualTo(404);
        registry.on("POST " + M + "/mandates", Reply.problem(409, "{\"reason\":\"held-already\"}"));
        Page held = browser.submit(RIGHTS, form);
        assertThat(alert(held)).contains("jo tämä oikeus");
        assertThat(held.html().select("#subject").val()).isEqualTo("abc-123");
    }

    @Test
    void keepsWhoWasToBeAddedWhenTheLoginIsOverOrTheRegistryAway() {
        Map<String, String> form = button(browser.open(ONE).html(), "/members");
        form.put("association", "liitto");
        for (int status : new int[] {401, 503}) {
            registry.on("GET " + N1, Reply.problem(status, "{}"));
            assertThat(browser.submit(ONE + "/members", form).status()).isIn(302, 503);
            FakeRegistry.holds(registry);

            Document again = browser.open(ONE).html();

            assertThat(again.select("#association").val()).isEqualTo("liitto");
            assertThat(again.select("[role=alert]").text()).contains("tallella");
            assertThat(again.select("[name='description.fi']").text())
                    .isEqualTo("Seurat ja kaupunki");
        }
    }
}
