package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.A1;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.registrar.FakeRegistry.PAGE;
import static fi.kumppani.portal.registrar.FakeRegistry.REQUESTS;
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

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Coordinators have associations asked whether their data are right. */
class ConfirmationPagesIntegrationTests extends PortalUnderTest {

    private static final String HERE = PAGE + "/confirmations";
    private static final String ONE = PAGE + "/associations/a1";
    private static final String CONTACT = ONE + "/contact";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("coordinator");
    }

    @Test
    void letsOnlyCoordinatorsInAndTakesNoFormWithoutItsToken() {
        for (String page : List.of(HERE, CONTACT)) {
            assertThat(browser.open(page).location().getQuery()).isEqualTo("to=" + page);
        }
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        for (String page : List.of(HERE, CONTACT)) {
            assertThat(officer.open(page).status()).as(page).isEqualTo(404);
        }

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        for (String path :
                List.of(
                        HERE,
                        HERE + "/yearly",
                        HERE + "/by-hand",
                        ONE + "/confirmation-request",
                        CONTACT)) {
            assertThat(browser.submit(path, Map.of()).status()).as(path).isEqualTo(403);
        }
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
        for (String language : List.of("fi", "sv", "en")) {
            for (String page : List.of(HERE, CONTACT, PAGE + "?due=year")) {
                Document html =
                        browser.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language)
                                .html();
                assertThat(html.text()).as(page).doesNotContain("??");
            }
        }
    }

    @Test
    void asksAllAndSaysHowManyNoMailReaches() {
        browser.logIn(identityProvider(), "/login");

        Page asked = browser.submit(HERE, button(browser.open(HERE).html(), "/confirmations"));

        assertThat(asked.location().toString()).endsWith(HERE + "?done=12-3");
        assertThat(registry.last("POST").path()).isEqualTo(REQUESTS);
        assertThat(text(browser.open(HERE + "?done=12-3").html()))
                .contains("Pyyntöjä lähti: 12", "Ilman osoitetta: 3");
        registry.on("POST " + REQUESTS, exchange -> exchange.close());
        Page away = browser.submit(HERE, button(browser.open(HERE).html(), "/confirmations"));
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");
    }

    @Test
    void hasThemAskedOnceAYearUntilItIsStopped() {
        browser.logIn(identityProvider(), "/login");

        Page on = browser.submit(HERE + "/yearly", button(browser.open(HERE).html(), "/yearly"));

        assertThat(on.location().toString()).endsWith(HERE + "?done=yearly-on");
        assertThat(registry.last("PUT").path()).isEqualTo(REQUESTS + "/yearly");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        registry.on("GET " + REQUESTS + "/yearly", FakeRegistry.versioned("{\"on\":true}"));
        Map<String, String> stop = button(browser.open(HERE).html(), "/by-hand");
        Page off = browser.submit(HERE + "/by-hand", stop);
        assertThat(off.location().toString()).endsWith(HERE + "?done=yearly-off");
        assertThat(registry.last("DELETE").header("If-Match")).containsExactly("\"3\"");
        registry.on("DELETE " + REQUESTS + "/yearly", Reply.problem(412, "stale"));
        Page stale = browser.submit(HERE + "/by-hand", stop);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("muuttunut");
    }

    @Test
    void showsSinceWhenAnAssociationIsConfirmedAndAsksIt() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(ONE).html();
        assertThat(text(html)).contains("Tiedot vahvistettu ma 5.5.2025", "pe 20.11.2026");

        Page asked =
                browser.submit(
                        ONE + "/confirmation-request", button(html, "/confirmation-request"));

        assertThat(asked.location().toString()).endsWith(ONE + "?done=confirmation-request");
        assertThat(registry.last("PUT").path()).isEqualTo(A1 + "/confirmation-request");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(text(browser.open(ONE + "?done=confirmation-request").html()))
                .contains("on pyydetty vahvistamaan");
    }

    @Test
    void findsThoseThatHaveNotConfirmedForAYear() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PAGE + "?due=year").html();

        LocalDate since = LocalDate.now(ZoneId.of("Europe/Helsinki")).minusYears(1).plusDays(1);
        assertThat(registry.last().query())
                .isEqualTo("status=unverified%2Cverified&unconfirmedSince=" + since + "&limit=200");
        assertThat(html.select("#for-a-year").hasAttr("checked")).isTrue();
        assertThat(html.select("tbody tr").text())
                .contains("ma 5.5.2025", "Pyydetty vahvistamaan tiedot");
        assertThat(html.select("a[download]").attr("href")).contains("due=year");
    }

    @Test
    void keepsWhereMailGoesAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(CONTACT).html();
        assertThat(html.select("#email").val()).isEqualTo("seura@example.org");
        assertThat(html.select("#language option[selected]").val()).isEqualTo("sv");
        Map<String, String> form = button(html, "/contact");
        form.put("email", "uusi@example.org");
        form.put("language", "fi");

        Page done = browser.submit(CONTACT, form);

        assertThat(done.location().toString()).endsWith(ONE + "?done=contact");
        assertThat(registry.last("PUT").path()).isEqualTo(A1 + "/contact");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(registry.last("PUT").body())
                .isEqualTo("{\"email\":\"uusi@example.org\",\"language\":\"fi\"}");
        registry.on("PUT " + A1 + "/contact", Reply.problem(412, "stale"));
        Page stale = browser.submit(CONTACT, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("#email").val()).isEqualTo("uusi@example.org");
        assertThat(stale.html().select(".saved").eachText())
                .anyMatch(saved -> saved.contains("seura@example.org"))
                .anyMatch(saved -> saved.contains("Svenska"));
        registry.on(
                "PUT " + A1 + "/contact",
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"malformed\"}]}"));
        form.put("email", "ei osoite");
        Page wrong = browser.submit(CONTACT, form);
        assertThat(wrong.html().select("[role=alert] a").attr("href")).isEqualTo("#email");
        assertThat(wrong.html().select("#email").val()).isEqualTo("ei osoite");
        registry.on("PUT " + A1 + "/contact", exchange -> exchange.close());
        Page away = browser.submit(CONTACT, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("#email").val()).isEqualTo("ei osoite");
        registry.on("PUT " + A1 + "/contact", FakeRegistry.seen("{}"));
        form.put("email", "");
        browser.submit(CONTACT, form);
        assertThat(registry.last("PUT").body()).as("no address at all").isEqualTo("{}");
        assertThat(registry.asked()).allMatch(asked -> !asked.query().contains("@"));
        assertThat(registry.asked()).anyMatch(asked -> asked.path().startsWith(M));
    }
}
