package fi.kumppani.portal.ownassociation;

import static fi.kumppani.portal.registrar.FakeRegistry.A1;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
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

/** A representative says that the data of their association are right, and where its mail goes. */
class OwnConfirmationIntegrationTests extends PortalUnderTest {

    private static final String PAGE = "/m/743/my/associations/a1";
    private static final String CONTACT = PAGE + "/contact";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void keepAnAssociation() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void takesNoFormWithoutItsTokenAndNoneOfAnothersAssociation() {
        browser.logIn(identityProvider(), "/login");
        for (String path : List.of(PAGE + "/confirmation", CONTACT)) {
            assertThat(browser.submit(path, Map.of()).status()).isEqualTo(403);
        }
        assertThat(browser.open(CONTACT.replace("a1", "a2")).status()).isEqualTo(404);
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void saysThatTheDataShownAreRight() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(PAGE).html();
        assertThat(text(html)).contains("Tiedot vahvistettu ma 5.5.2025", "pe 20.11.2026");
        Map<String, String> form = button(html, "/confirmation");

        Page done = browser.submit(PAGE + "/confirmation", form);

        assertThat(done.location().toString()).endsWith(PAGE + "?done=confirmed");
        assertThat(registry.last("PUT").path()).isEqualTo(A1 + "/confirmation");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(text(browser.open(PAGE + "?done=confirmed").html())).contains("Kiitos!");
        registry.on("PUT " + A1 + "/confirmation", Reply.problem(412, "stale"));
        Page stale = browser.submit(PAGE + "/confirmation", form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("muuttunut");
        registry.on(
                "PUT " + A1 + "/confirmation", Reply.problem(409, "{\"reason\":\"dissolved\"}"));
        assertThat(alert(browser.submit(PAGE + "/confirmation", form))).contains("purettu");
        registry.on("PUT " + A1 + "/confirmation", exchange -> exchange.close());
        Page away = browser.submit(PAGE + "/confirmation", form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");
    }

    @Test
    void keepsWhereMailGoesAlsoOverALoginThatEnds() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(CONTACT).html(), "/contact");
        form.put("email", "uusi@example.org");
        form.put("language", "en");
        registry.on("PUT " + A1 + "/contact", Reply.problem(401, "unauthenticated"));
        assertThat(browser.submit(CONTACT, form).location().getQuery()).isEqualTo("to=" + CONTACT);

        Page again = browser.open(CONTACT);

        assertThat(again.html().select("#email").val()).isEqualTo("uusi@example.org");
        assertThat(alert(again)).contains("tallella");
        registry.on("PUT " + A1 + "/contact", FakeRegistry.seen("{}"));
        Page done = browser.submit(CONTACT, button(again.html(), "/contact"));
        assertThat(done.location().toString()).endsWith(PAGE + "?done=contact");
    }

    @Test
    void isAmongWhatIsDueUntilItIsDone() {
        browser.logIn(identityProvider(), "/login");
        service(Backend.GRANTS)
                .on("GET " + M + "/own-applications", Reply.problem(404, "not-found"));

        Document due = browser.open("/m/743/my").html();

        assertThat(due.select("#due ~ ol h3 a").eachAttr("href")).containsExactly(PAGE);
        assertThat(text(due)).contains("Vahvista yhdistyksen tiedot", "pe 20.11.2026");
        registry.on(
                "GET " + M + "/own-associations",
                Reply.json(
                        200,
                        "{\"items\":["
                                + FakeRegistry.association("a1", "verified")
                                        .replace("2025-05-05", "2026-11-20")
                                + "]}"));
        assertThat(browser.open("/m/743/my").html().select("#due ~ ol")).isEmpty();
    }
}
