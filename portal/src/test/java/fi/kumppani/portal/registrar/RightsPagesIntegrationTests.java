package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.I1;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** Coordinators and main users give and take rights, invite, and see who might act before. */
class RightsPagesIntegrationTests extends PortalUnderTest {

    private static final String OF_COORDINATORS = "/m/743/registry/associations/a1/rights";
    private static final String OF_MAIN_USERS = "/m/743/my/associations/a1/rights";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("coordinator", "association-representative");
    }

    @Test
    void letsOnlyMainUsersIn() {
        for (String page : List.of(OF_MAIN_USERS, OF_MAIN_USERS + "/invitations")) {
            assertThat(browser.open(page).location().getQuery()).isEqualTo("to=" + page);
        }
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(OF_MAIN_USERS).status()).isEqualTo(404);

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        for (int status : new int[] {403, 404}) {
            registry.on("GET " + M + "/mandates", Reply.problem(status, "no"));
            registry.on("GET " + M + "/invitations", Reply.problem(status, "no"));
            assertThat(browser.open(OF_MAIN_USERS).status()).isEqualTo(404);
            assertThat(browser.open(OF_MAIN_USERS + "/invitations").status()).isEqualTo(404);
        }
        for (String act :
                List.of("", "/m1/revocation", "/invitations", "/invitations/i1/withdrawal")) {
            assertThat(browser.submit(OF_MAIN_USERS + act, Map.of()).status())
                    .as("a form without its token")
                    .isEqualTo(403);
        }
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_COORDINATORS, OF_MAIN_USERS})
    void showsWhoMayActSinceWhenAndWhoMightBefore(String page) {
        browser.logIn(identityProvider(), "/login");

        String text = text(browser.open(page).html());

        assertThat(text)
                .contains("5f1f6f0a-2c1e", "Annettu ma 2.11.2026 klo 10.00")
                .contains("antajana pääkäyttäjä 9b2e-main")
                .contains("Päättyneet oikeudet (1)", "77aa-former")
                .contains("Poistettu su 1.11.2026 klo 10.00, poistajana kunnan koordinaattori")
                .contains("m…@example.org", "Voimassa pe 4.12.2026 klo 10.00 asti");
        assertThat(registry.asked())
                .anyMatch(asked -> asked.query().equals("association=a1&state=all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_COORDINATORS, OF_MAIN_USERS})
    void invitesByMailAndLosesNothingThatIsWrong(String page) {
        browser.logIn(identityProvider(), "/login");
        String invite = page + "/invitations";
        Map<String, String> form = button(browser.open(invite).html(), "/invitations");
        assertThat(form).containsEntry("language", "fi");
        form.put("email", "maija@example.org");
        form.put("modules", "administration");

        Page done = browser.submit(invite, form);

        assertThat(done.location().toString()).endsWith(page + "?done=invited");
        Asked sent = registry.last("POST");
        assertThat(sent.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(sent.body())
                .contains("\"associationId\":\"a1\"", "\"email\":\"maija@example.org\"")
                .contains("\"language\":\"fi\"", "\"modules\":[\"administration\"]");
        assertThat(text(browser.open(page + "?done=invited").html())).contains("on lähetetty");
        registry.on(
                "POST " + M + "/invitations",
                Reply.problem(
                        422,
                        """
                        {"errors":[{"field":"email","code":"malformed"},
                                   {"field":"modules","code":"size"}]}
                        """));
        Page wrong = browser.submit(invite, form);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#email", "#modules");
        assertThat(wrong.html().select("[name=email]").val()).isEqualTo("maija@example.org");
        registry.on(
                "POST " + M + "/invitations",
                Reply.problem(409, "{\"reason\":\"invited-already\"}"));
        assertThat(alert(browser.submit(invite, form))).contains("jo lähetetty kutsu");
        registry.on("POST " + M + "/invitations", exchange -> exchange.close());
        Page away = browser.submit(invite, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=email]").val()).isEqualTo("maija@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_COORDINATORS, OF_MAIN_USERS})
    void withdrawsAnInvitationOfThisAssociation(String page) {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(page).html(), "/withdrawal");

        Page done = browser.submit(page + "/invitations/i1/withdrawal", form);

        assertThat(done.location().toString()).endsWith(page + "?done=withdrawn");
        assertThat(registry.last("PUT").path()).isEqualTo(I1 + "/withdrawal");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        String other = page.replace("a1", "a2") + "/invitations/i1/withdrawal";
        assertThat(browser.submit(other, form).status()).isEqualTo(404);
        registry.on("PUT " + I1 + "/withdrawal", Reply.problem(412, "stale"));
        assertThat(alert(browser.submit(page + "/invitations/i1/withdrawal", form)))
                .contains("sillä välin muuttunut");
    }

    @Test
    void tellsAMainUserThatTheyAreTheLast() {
        browser.logIn(identityProvider(), "/login");
        registry.on(
                "PUT " + M + "/mandates/m1/revocation",
                Reply.problem(409, "{\"reason\":\"last-main-user\"}"));
        Map<String, String> form = button(browser.open(OF_MAIN_USERS).html(), "/revocation");

        Page refused = browser.submit(OF_MAIN_USERS + "/m1/revocation", form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("ainakin yksi pääkäyttäjä");
    }

    @Test
    void showsRightsWhenInvitationsAreAwayAndFindsTheWayFromOnesOwnPage() {
        browser.logIn(identityProvider(), "/login");
        registry.on("GET " + M + "/invitations", Reply.problem(503, "away"));

        Page page = browser.open(OF_MAIN_USERS);

        assertThat(page.status()).isEqualTo(200);
        assertThat(text(page.html())).contains("Kutsuja ei juuri nyt saada", "5f1f6f0a-2c1e");
        service(Backend.GRANTS)
                .on("GET " + M + "/own-applications", Reply.problem(404, "not-found"));
        assertThat(browser.open("/m/743/my").html().select("main a").eachAttr("href"))
                .contains(OF_MAIN_USERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        browser.logIn(identityProvider(), "/login");
        for (String path : List.of(OF_MAIN_USERS, OF_MAIN_USERS + "/invitations")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
    }
}
