package fi.kumppani.portal.invitation;

import static fi.kumppani.portal.registrar.FakeRegistry.I1;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Somebody accepts the invitation that was mailed to them. */
class InvitationPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = "/m/743/invitations/i1";
    private static final String LINK = PAGE + "?token=secret";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveAnInvitation() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("association-representative");
    }

    @Test
    void tellsWhatOneIsInvitedToAndDoesNothing() {
        Page page = browser.open(LINK);

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page.html()))
                .contains("Kylien <i> liitto a1", "Yhdistyksen tiedot ja verkostot", "Pääkäyttäjä")
                .contains("Koordinaattori, Seinäjoki", "pe 4.12.2026 klo 10.00", "luo se");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers("Set-Cookie")).isEmpty();
        assertThat(browser.open(PAGE).status()).isEqualTo(404);
        assertThat(browser.open(PAGE + "?token=other").status()).isEqualTo(404);
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void bringsOneBackFromTheLoginToTheButtonWithoutTheTokenInAnyAddress() {
        Map<String, String> form = button(browser.open(LINK).html(), "/acceptance");

        Page login = browser.submit(PAGE + "/acceptance", form);

        assertThat(login.location().getPath()).isEqualTo("/login");
        assertThat(login.location().getQuery()).isEqualTo("to=" + PAGE);
        Page back = browser.logIn(identityProvider(), login.location().toString());
        assertThat(back.location().toString()).endsWith(PAGE);
        assertThat(registry.asked())
                .as("nothing is accepted by logging in")
                .allMatch(asked -> asked.method().equals("GET"));
        assertThat(identityProvider().asked())
                .noneMatch(asked -> (asked.query() + asked.body()).contains("secret"));
        Map<String, String> again = button(browser.open(PAGE).html(), "/acceptance");
        Page done = browser.submit(PAGE + "/acceptance", again);
        assertThat(done.location().toString()).endsWith(PAGE + "?done=accepted");
        assertThat(registry.last("PUT").path()).isEqualTo(I1 + "/acceptance");
        assertThat(registry.last("PUT").header("X-Link-Token")).containsExactly("secret");
        assertThat(registry.last("PUT").header("Authorization").getFirst()).startsWith("Bearer ");
        registry.on(
                "GET " + I1 + "/offer",
                FakeRegistry.linked(Reply.json(200, FakeRegistry.offer("accepted"))));
        Page after = browser.open(PAGE + "?done=accepted");
        assertThat(text(after.html())).contains("Olet hyväksynyt kutsun");
        assertThat(after.html().select("main a").eachAttr("href"))
                .contains("/m/743/my", "/m/743/my/associations/a1/rights");
        assertThat(text(browser.open(PAGE).html())).contains("jo käytetty");
    }

    @Test
    void takesNoAcceptanceThatThePersonDidNotMean() {
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.submit(PAGE + "/acceptance", Map.of("token", "secret")).status())
                .isEqualTo(403);
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @Test
    void saysWhyAnAccountOfAnotherKindCannotAccept() {
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(LINK);

        assertThat(text(page.html())).contains("tilillä, jolla ei voi toimia");
        assertThat(page.html().select("form[action*=acceptance]")).isEmpty();
    }

    @Test
    void saysWhyItCannotBeAcceptedAnyMore() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(LINK).html(), "/acceptance");
        for (String reason :
                List.of("expired", "withdrawn", "used-by-another", "association-dissolved")) {
            registry.on(
                    "PUT " + I1 + "/acceptance",
                    Reply.problem(409, "{\"reason\":\"" + reason + "\"}"));
            Page refused = browser.submit(PAGE + "/acceptance", form);
            assertThat(refused.status()).as(reason).isEqualTo(409);
            assertThat(alert(refused)).as(reason).isNotBlank().doesNotContain("Yritä hetken");
        }
        registry.on("PUT " + I1 + "/acceptance", exchange -> exchange.close());
        Page away = browser.submit(PAGE + "/acceptance", form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(button(away.html(), "/acceptance")).containsEntry("token", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        for (String status : List.of("open", "accepted", "withdrawn", "expired")) {
            registry.on(
                    "GET " + I1 + "/offer",
                    FakeRegistry.linked(Reply.json(200, FakeRegistry.offer(status))));
            Page page = browser.open(LINK + "&lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("form[action*=acceptance]").isEmpty())
                    .isEqualTo(!status.equals("open"));
        }
    }
}
