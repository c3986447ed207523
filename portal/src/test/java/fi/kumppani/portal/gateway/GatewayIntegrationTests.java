package fi.kumppani.portal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CountDownLatch;

class GatewayIntegrationTests extends PortalUnderTest {

    private static final String EVENTS = "/v1/municipalities/743/events";

    private final Browser browser = browser();

    @ParameterizedTest
    @EnumSource(Backend.class)
    void leadsEachPrefixToItsService(Backend backend) {
        service(backend).otherwise(Reply.json(200, "{\"from\":\"" + backend.code() + "\"}"));

        Page page = browser.open("/api/" + backend.code() + "/v1/things?q=%C3%A4+b&q=2&empty=");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(backend.code());
        assertThat(service(backend).last().path()).isEqualTo("/v1/things");
        assertThat(service(backend).last().query().split("&"))
                .containsExactlyInAnyOrder("q=%C3%A4%20b", "q=2", "empty=");
    }

    @Test
    void servesTheDescriptionOfAnApi() {
        service(Backend.GRANTS).on("GET /v3/api-docs", Reply.json(200, "{\"openapi\":\"3.1.0\"}"));

        assertThat(browser.open("/api/grants/v3/api-docs").body()).contains("3.1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/events/internal/contacts",
                "/api/events/operations/rebuild",
                "/api/events/actuator/health",
                "/api/events/actuator",
                "/api/events/INTERNAL/contacts",
                "/api/events/v1/../internal/contacts",
                "/api/events/v1/%2e%2e/internal/contacts",
                "/api/events/v1/..;/internal/contacts",
                "/api/events//internal/contacts",
                "/api/events/v1%2f..%2finternal/contacts",
                "/api/events/v1/..%5cinternal",
                "/api/events/;/internal/contacts",
                "/api/events/",
                "/api/events",
                "/api/unknown/v1/x",
                "/api/",
                "/api/events/v1",
                "/api/events/v999/x"
            })
    void leavesTheInsideClosed(String path) {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            Page page = browser.send(method, path, null);

            assertThat(page.status()).isIn(400, 404);
            assertThat(page.body()).doesNotContain("java", "Exception", "Tomcat");
        }
        assertThat(service(Backend.EVENTS).asked()).isEmpty();
    }

    @Test
    void answersProgramsInTheirWords() {
        Page page = browser.open("/api/events/internal/contacts");

        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.body()).contains("urn:kumppani:problem:not-found");
    }

    @Test
    void saysItselfWhereARequestComesFrom() {
        browser.open(
                "/api/events" + EVENTS,
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-For",
                "203.0.113.10",
                "Forwarded",
                "for=203.0.113.9",
                "X-Forwarded-Host",
                "evil.example.org",
                "X-Forwarded-Prefix",
                "/evil",
                "X-Real-IP",
                "203.0.113.9",
                "baggage",
                "x=1",
                "Via",
                "1.1 elsewhere");

        Asked asked = service(Backend.EVENTS).last();
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("Forwarded")).isEmpty();
        assertThat(asked.header("X-Forwarded-Host")).isEmpty();
        assertThat(asked.header("X-Forwarded-Prefix")).isEmpty();
        assertThat(asked.header("X-Real-IP")).isEmpty();
        assertThat(asked.header("Baggage")).isEmpty();
        assertThat(asked.header("Via")).isEmpty();
    }

    @Test
    void keepsCookiesToItself() {
        browser.plant("PORTALSESSION", "nobody-knows");
        browser.plant("other", "1");
        service(Backend.EVENTS)
                .on("GET " + EVENTS, Reply.json(200, "{}").and("Set-Cookie", "theirs=1; Path=/"));

        Page page = browser.open("/api/events" + EVENTS);

        assertThat(service(Backend.EVENTS).last().header("Cookie")).isEmpty();
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("theirs"));
    }

    @Test
    void handsOnATokenThatTheRequestBrings() {
        browser.send(
                "POST",
                "/api/events" + EVENTS,
                "{\"a\":\"ä\"}",
                "Authorization",
                "Bearer own.token",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "key-12345678",
                "If-Match",
                "\"3\"");

        Asked asked = service(Backend.EVENTS).last();
        assertThat(asked.header("Authorization")).containsExactly("Bearer own.token");
        assertThat(asked.header("Idempotency-key")).containsExactly("key-12345678");
        assertThat(asked.header("If-match")).containsExactly("\"3\"");
        assertThat(asked.body()).isEqualTo("{\"a\":\"ä\"}");
    }

    @Test
    void letsNoOtherCredentialsThrough() {
        browser.open("/api/events" + EVENTS, "Authorization", "Basic dXNlcjpwYXNz");

        assertThat(service(Backend.EVENTS).last().header("Authorization")).isEmpty();
    }

    @Test
    void leavesItToTheServiceWhatNobodyInParticularMayDo() {
        service(Backend.EVENTS).on("POST " + EVENTS, Reply.problem(401, "unauthenticated"));

        Page page = browser.send("POST", "/api/events" + EVENTS, "{}");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("urn:kumppani:problem:unauthenticated");
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void handsOnFormsWhole() {
        browser.send(
                "POST",
                "/api/newsletter/v1/x?token=abc",
                "a=1&b=%C3%A4&a=2",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(service(Backend.NEWSLETTER).last().body()).isEqualTo("a=1&b=%C3%A4&a=2");
        assertThat(service(Backend.NEWSLETTER).last().query()).isEqualTo("token=abc");
    }

    @Test
    void answersWithWhatTheServiceAnswered() {
        service(Backend.EVENTS)
                .on(
                        "POST " + EVENTS,
                        Reply.json(201, "{\"id\":\"e1\"}")
                                .and("Location", EVENTS + "/e1")
                                .and("ETag", "\"1\"")
                                .and("Content-Security-Policy", "default-src 'none'"));

        Page page =
                browser.send(
                        "POST", "/api/events" + EVENTS, "{}", "Content-Type", "application/json");

        assertThat(page.status()).isEqualTo(201);
        assertThat(page.header("Location")).isEqualTo("/api/events" + EVENTS + "/e1");
        assertThat(page.header("ETag")).isEqualTo("\"1\"");
        assertThat(page.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void rewritesAddressesOfTheServiceItself() {
        StubService events = service(Backend.EVENTS);
        events.on(
                "POST " + EVENTS,
                Reply.json(201, "{}").and("Location", events.address() + EVENTS + "/e1"));

        assertThat(browser.send("POST", "/api/events" + EVENTS, "{}").header("Location"))
                .isEqualTo("/api/events" + EVENTS + "/e1");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String large = "x".repeat(110 * 1024);

        Page page = browser.send("POST", "/api/events" + EVENTS, large);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("urn:kumppani:problem:too-large");
        assertThat(service(Backend.EVENTS).asked()).isEmpty();
    }

    @Test
    void passesOnAFileForAMemoThatIsLargerThanOtherBodies() {
        String files = EVENTS + "/e1/memo/attachments";
        StubService events = service(Backend.EVENTS);
        events.on("POST " + files, Reply.json(201, "{}"));
        String large = "x".repeat(110 * 1024);

        assertThat(browser.send("POST", "/api/events" + files, large).status()).isEqualTo(201);
        assertThat(browser.send("POST", "/api/events" + files + "/1", large).status())
                .isEqualTo(413);
    }

    @Test
    @Timeout(60)
    void saysInTimeThatAServiceHangs() {
        CountDownLatch testIsOver = new CountDownLatch(1);
        service(Backend.GRANTS)
                .otherwise(
                        _ -> {
                            try {
                                testIsOver.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });

        Page page = browser.open("/api/grants/v1/municipalities/743/calls");

        testIsOver.countDown();
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
        assertThat(page.body()).contains("urn:kumppani:problem:unavailable");
    }

    @Test
    void stopsAskingAServiceThatKeepsFailing() {
        service(Backend.REGISTRY).otherwise(exchange -> exchange.close());
        for (int i = 0; i < 12; i++) {
            assertThat(browser.open("/api/registry/v1/regions").status()).isEqualTo(503);
        }
        int asked = service(Backend.REGISTRY).asked().size();

        assertThat(asked).isBetween(5, 11);
        service(Backend.EVENTS).otherwise(Reply.json(200, "{}"));
        assertThat(browser.open("/api/events/v1/x").status()).isEqualTo(200);
    }

    @Test
    void countsRefusalsNotAsFailures() {
        service(Backend.REGISTRY).otherwise(Reply.problem(503, "unavailable"));
        for (int i = 0; i < 12; i++) {
            assertThat(browser.open("/api/registry/v1/regions").status()).isEqualTo(503);
        }

        assertThat(service(Backend.REGISTRY).asked()).hasSize(12);
    }

    @Test
    void servesTheIdentityProviderWithItsOwnCookiesAndOurAddress() {
        browser.plant("PORTALSESSION", "ours");
        browser.plant("XSRF-TOKEN", "ours");
        browser.plant("KC_RESTART", "theirs");

        browser.open("/auth/realms/kumppani/protocol/openid-connect/auth?x=1");

        Asked asked = identityProvider().asked().getLast();
        assertThat(asked.path()).isEqualTo("/auth/realms/kumppani/protocol/openid-connect/auth");
        assertThat(asked.header("Cookie")).containsExactly("KC_RESTART=theirs");
        assertThat(asked.header("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.header("X-Forwarded-Host").getFirst()).startsWith("localhost:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/admin/master/console/",
                "/auth/realms/master/protocol/openid-connect/auth",
                "/auth/realms/MASTER/account",
                "/auth/metrics",
                "/auth/health"
            })
    void leavesTheAdministrationOfTheIdentityProviderClosed(String path) {
        assertThat(browser.open(path).status()).isEqualTo(404);
        assertThat(identityProvider().asked()).isEmpty();
    }
}
