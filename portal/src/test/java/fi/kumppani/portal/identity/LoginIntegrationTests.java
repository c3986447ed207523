package fi.kumppani.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

class LoginIntegrationTests extends PortalUnderTest {

    private static final String EVENTS = "/api/events/v1/municipalities/743/events";

    private final Browser browser = browser();

    @Test
    void leadsToTheProviderWithProofAndLanguage() {
        URI begin = browser.open("/login?lang=sv").location();
        URI away = browser.open(begin.toString()).location();

        assertThat(away.toString())
                .startsWith(identityProvider().issuer() + "/authorize")
                .contains(
                        "client_id=portal",
                        "code_challenge_method=S256",
                        "ui_locales=sv",
                        "scope=openid%20profile");
    }

    @Test
    void goesOnWhereThePersonWas() {
        Page page = browser.logIn(identityProvider(), "/login?to=/m/743&lang=sv");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().getPath()).isEqualTo("/m/743");
        assertThat(page.location().getQuery()).isEqualTo("lang=sv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "//evil.example.org",
                "/%5Cevil.example.org",
                "/\\evil.example.org",
                "javascript:alert(1)",
                "/m/743%0d%0aX:1"
            })
    void leadsNobodyAstray(String target) {
        Page page =
                browser.logIn(
                        identityProvider(),
                        "/login?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8));

        assertThat(page.location().getPath()).isEqualTo("/");
        assertThat(page.location().getHost()).isEqualTo("localhost");
    }

    @Test
    void showsWhoIsLoggedInAndWithWhichRoles() {
        browser.logIn(identityProvider(), "/login");

        var person = browser.open("/?lang=en").html().select(".person");

        assertThat(person.select(".name").text()).isEqualTo("coordinator.seinajoki");
        assertThat(person.select(".roles").text()).isEqualTo("Association coordinator");
    }

    @Test
    void givesTheServiceTheTokenAndTheBrowserNone() {
        browser.logIn(identityProvider(), "/login");
        service(Backend.EVENTS).otherwise(Reply.json(200, "{}"));

        Page page = browser.open(EVENTS);

        assertThat(service(Backend.EVENTS).last().header("Authorization").getFirst())
                .startsWith("Bearer access-");
        assertThat(page.body() + page.headers("Set-Cookie")).doesNotContain("access-", "refresh-");
        assertThat(browser.cookie("PORTALSESSION").orElseThrow()).doesNotContain("access");
    }

    @Test
    void prefersTheTokenThatARequestBringsItself() {
        browser.logIn(identityProvider(), "/login");

        browser.send("POST", EVENTS, "{}", "Authorization", "Bearer own");

        assertThat(service(Backend.EVENTS).last().header("Authorization"))
                .containsExactly("Bearer own");
    }

    @Test
    void hidesTheCookieFromScripts() {
        URI begin = browser.open("/login").location();
        Page page = browser.open(begin.toString());
        Page first = browser().open("/login");

        assertThat(page.status()).isEqualTo(302);
        assertThat(first.header("Set-Cookie"))
                .startsWith("PORTALSESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void changesTheSessionWithTheLogin() {
        URI begin = browser.open("/login").location();
        String before = browser.cookie("PORTALSESSION").orElseThrow();
        URI away = browser.open(begin.toString()).location();
        browser.open(identityProvider().logIn(away).toString());
        String after = browser.cookie("PORTALSESSION").orElseThrow();

        Browser whoPlantedIt = browser();
        whoPlantedIt.plant("PORTALSESSION", before);

        assertThat(after).isNotEqualTo(before);
        assertThat(whoPlantedIt.open("/").html().select(".who")).isEmpty();
    }

    @Test
    void takesNoSessionIdFromOutside() {
        browser.plant("PORTALSESSION", "planted");

        browser.open("/login");

        assertThat(browser.cookie("PORTALSESSION").orElseThrow()).isNotEqualTo("planted");
    }

    @Test
    void tellsWhenTheLoginDidNotSucceed() {
        browser.open("/login");

        Page back = browser.open("/login/oauth2/code/kumppani?error=access_denied&state=x");
        Page told = browser.open(back.location().toString());

        assertThat(back.location().getPath()).isEqualTo("/login/failed");
        assertThat(told.html().select("h1").text()).isEqualTo("Et ole kirjautunut sisään");
    }

    @Test
    void acceptsNoCodeThatSomebodyElseGot() {
        URI begin = browser.open("/login").location();
        URI away = browser.open(begin.toString()).location();
        URI back = identityProvider().logIn(away);

        Page page = browser().open(back.toString());

        assertThat(page.location().getPath()).isEqualTo("/login/failed");
    }

    @Test
    void asksABrowserWithALoginForAToken() {
        browser.logIn(identityProvider(), "/login");
        browser.open("/");
        service(Backend.EVENTS).otherwise(Reply.json(200, "{}"));

        Page without = browser.send("POST", EVENTS, "{}");
        Page with =
                browser.send(
                        "POST",
                        EVENTS,
                        "{}",
                        "X-XSRF-TOKEN",
                        browser.cookie("XSRF-TOKEN").orElseThrow());

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body()).contains("urn:kumppani:problem:forged");
        assertThat(with.status()).isEqualTo(200);
        assertThat(service(Backend.EVENTS).asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .hasSize(1);
        assertThat(service(Backend.EVENTS).last().header("X-xsrf-token")).isEmpty();
    }

    @Test
    void renewsTheToken() {
        identityProvider().tokensLive(Duration.ofSeconds(30));
        browser.logIn(identityProvider(), "/login");
        browser.open(EVENTS);
        String first = service(Backend.EVENTS).last().header("Authorization").getFirst();

        browser.open(EVENTS);

        assertThat(service(Backend.EVENTS).last().header("Authorization").getFirst())
                .startsWith("Bearer access-")
                .isNotEqualTo(first);
    }

    @Test
    void endsTheLoginWhenTheTokenIsNotRenewed() {
        identityProvider().tokensLive(Duration.ofSeconds(30));
        browser.logIn(identityProvider(), "/login");
        identityProvider().refuseRenewal();

        Page page = browser.open(EVENTS);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("urn:kumppani:problem:unauthenticated");
        assertThat(browser.open("/").html().select(".who")).isEmpty();
    }

    @Test
    void keepsTheLoginWhileTheProviderIsAway() {
        identityProvider().tokensLive(Duration.ofSeconds(30));
        browser.logIn(identityProvider(), "/login");
        identityProvider().goDown();

        Page page = browser.open(EVENTS);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(browser.open("/").html().select(".who")).isNotEmpty();
    }

    @Test
    void logsOutHereAndAtTheProvider() {
        browser.logIn(identityProvider(), "/login");
        String session = browser.cookie("PORTALSESSION").orElseThrow();
        String token =
                browser.open("/").html().select("form[action^=/logout] input[name=_csrf]").val();

        Page refused = browser.submit("/logout", Map.of());
        Page page = browser.submit("/logout", Map.of("_csrf", token));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(page.location().toString())
                .startsWith(identityProvider().issuer() + "/logout")
                .contains("id_token_hint=", "post_logout_redirect_uri=http://localhost:");
        assertThat(page.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        Browser thief = browser();
        thief.plant("PORTALSESSION", session);
        assertThat(thief.open("/").html().select(".who")).isEmpty();
    }

    @Test
    void beginsAtThePortalsOwnAddress() {
        Page page = browser.open("http://127.0.0.1:" + port() + "/login");

        assertThat(page.location().toString()).isEqualTo("http://localhost:" + port() + "/login");
    }

    private int port() {
        return browser.open("/login").location().getPort();
    }
}
