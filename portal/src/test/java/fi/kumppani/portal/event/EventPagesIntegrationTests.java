package fi.kumppani.portal.event;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class EventPagesIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String REGISTRATIONS = EVENT + "/registrations";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
    }

    @Test
    void showsTheEventWithItsSeats() {
        Document page = browser.open(PAGE + "?lang=en").html();

        assertThat(page.select("h1").text()).isEqualTo("Järjestöilta <b>2099</b>");
        assertThat(page.select("h1 b")).isEmpty();
        assertThat(page.select(".details").text().replace('\u00a0', ' '))
                .contains(
                        "Wed 23.9.2099 at 17.00–19.00",
                        "Coffee is served at 16.45",
                        "Matara-sali",
                        "12 of 80 seats are free",
                        "Mon 21.9.2099 at 23.59");
        assertThat(page.select(".text p").eachText()).containsExactly("Ensin.", "Sitten.");
        assertThat(page.select("form.none, .panel form")).hasSize(1);
        assertThat(page.select(".panel .small").text()).contains("Seinäjoki", "90");
    }

    @Test
    void offersTheQueueWhenAllSeatsAreTaken() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event("published", 0, 3)));

        Document page = browser.open(PAGE + "?lang=en").html();

        assertThat(page.select(".details").text()).contains("All 80 seats", "In the queue: 3");
        assertThat(page.select(".panel button").text()).isEqualTo("Join the queue");
    }

    @Test
    void takesNobodyForACancelledEvent() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event("cancelled", 80, 0)));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".fault").text()).contains("peruttu", "Sali on suljettu");
        assertThat(page.select(".panel form")).isEmpty();
    }

    @Test
    void registersAndSaysTheOutcome() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.json(
                        201,
                        """
                        {"id":"x:7","eventId":"x","number":7,"status":"waitlisted","place":3}
                        """));
        Page page = submitted(Map.of("name", " Maija Mallikas ", "email", "maija@example.org"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo("Olet jonossa");
        assertThat(page.html().select(".done").text()).contains("Sijasi jonossa on 3.");
        var asked = events.last();
        assertThat(asked.body())
                .isEqualTo(
                        """
                        {"name":"Maija Mallikas","email":"maija@example.org","language":"fi"}\
                        """);
        assertThat(asked.header("Idempotency-Key").getFirst()).hasSize(24);
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("Authorization")).isEmpty();
    }

    @Test
    void sendsAFormThatIsSentTwiceWithTheSameKey() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.json(201, "{\"status\":\"confirmed\",\"number\":1}"));
        Map<String, String> form = filled(browser.open(PAGE).html(), Map.of("name", "A"));
        browser.submit(PAGE + "/registrations", form);
        browser.submit(PAGE + "/registrations", form);
        Map<String, String> other = filled(browser.open(PAGE).html(), Map.of("name", "A"));

        List<String> keys =
                events.asked().stream()
                        .filter(asked -> asked.method().equals("POST"))
                        .map(asked -> asked.header("Idempotency-Key").getFirst())
                        .toList();
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(other.get("key")).isNotEqualTo(keys.getFirst());
    }

    @Test
    void namesTheFieldsAtFaultAndKeepsWhatWasFilledIn() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(
                        422,
                        """
                        {"status":422,"errors":[{"field":"email","code":"invalid","message":"x"}]}
                        """));

        Page page = submitted(Map.of("name", "Maija", "email", "<script>alert(1)</script>"));
        Document html = page.html();

        assertThat(page.status()).isEqualTo(422);
        assertThat(html.title()).startsWith("Tarkista tiedot");
        assertThat(html.select("[role=alert] a").attr("href")).isEqualTo("#email");
        assertThat(html.select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(html.select("#" + html.select("#email").attr("aria-describedby")).text())
                .contains("nimi@example.org");
        assertThat(html.select("#email").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(html.select("#name").val()).isEqualTo("Maija");
        assertThat(html.select("#name").hasAttr("aria-invalid")).isFalse();
        assertThat(html.select("script")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "already-registered",
                "deadline-passed",
                "event-cancelled",
                "waiting-list-full",
                "something-new"
            })
    void saysWhyItWasRefused(String reason) {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(409, "{\"status\":409,\"reason\":\"" + reason + "\"}"));

        Page page = submitted(Map.of("name", "Maija", "email", "maija@example.org"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().select("[role=alert] p").text()).isNotBlank().doesNotContain("??");
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
    }

    @Test
    void offersANewKeyForAFormThatWasSentBeforeWithOtherContent() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(
                        422,
                        """
                        {"errors":[{"field":"Idempotency-Key","code":"idempotency-key-reused"}]}
                        """));
        Map<String, String> form = filled(browser.open(PAGE).html(), Map.of("name", "B"));

        Document html = browser.submit(PAGE + "/registrations", form).html();

        assertThat(html.select("[role=alert]").text()).contains("jo ilmoittauduttu");
        assertThat(html.select("input[name=key]").val()).isNotEqualTo(form.get("key")).hasSize(24);
    }

    @Test
    void saysThatACrowdMustWait() {
        events.on("POST " + REGISTRATIONS, Reply.problem(429, "too-many"));

        Page page = submitted(Map.of("name", "A"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.html().select("[role=alert]").text()).contains("Odota minuutti");
    }

    @Test
    void losesNothingWhenTheServiceGoesAway() {
        events.on("POST " + REGISTRATIONS, exchange -> exchange.close());
        Map<String, String> form = filled(browser.open(PAGE).html(), Map.of("name", "Maija"));

        Page page = browser.submit(PAGE + "/registrations", form);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
        assertThat(page.html().select("input[name=key]").val()).isEqualTo(form.get("key"));
    }

    @Test
    void registersWithoutTheLoginOfThePerson() {
        browser.logIn(identityProvider(), "/login");
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        Map<String, String> form = filled(browser.open(PAGE).html(), Map.of("name", "A"));
        form.remove("_csrf");

        Page page = browser.submit(PAGE + "/registrations", form);

        assertThat(page.status()).isEqualTo(200);
        assertThat(events.last().header("Authorization")).isEmpty();
    }

    @Test
    void refusesAFormOfMegabytes() {
        Page page = browser.submit(PAGE + "/registrations", Map.of("name", "x".repeat(5_000_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.html().select("h1").text()).isEqualTo("Lähetit liikaa tietoa");
    }

    @Test
    void saysWhenTheEventCannotBeShown() {
        events.on("GET " + EVENT, exchange -> exchange.close());
        Page away = browser.open(PAGE);
        Page missing = browser.open("/m/743/events/nothing");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(missing.status()).isEqualTo(404);
    }

    @Test
    void showsARegistrationToWhoeverHoldsItsLink() {
        events.on(
                "GET " + REGISTRATIONS + "/7",
                Reply.json(200, "{\"number\":7,\"status\":\"waitlisted\",\"place\":3}"));

        Page page = browser.open(MANAGE + "?token=abc_-1&lang=sv");
        Document html = page.html();

        assertThat(html.select(".done").text()).isEqualTo("Din plats i kön är 3.");
        assertThat(html.select("h2 a").text()).isEqualTo("Föreningskväll");
        assertThat(html.select("main form").attr("method")).isEqualTo("post");
        assertThat(html.select("main form").attr("action"))
                .isEqualTo(MANAGE + "/cancellation?lang=sv");
        assertThat(html.select("a[hreflang=fi]").attr("href"))
                .isEqualTo(MANAGE + "?token=abc_-1&lang=fi");
        assertThat(html.select(".login").attr("href")).doesNotContain("token");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(events.asked())
                .allSatisfy(asked -> assertThat(asked.query()).doesNotContain("abc"))
                .allSatisfy(asked -> assertThat(asked.method()).isEqualTo("GET"))
                .anySatisfy(
                        asked ->
                                assertThat(asked.header("X-Link-Token")).containsExactly("abc_-1"));
    }

    @Test
    void cancelsByTheButtonAlone() {
        events.on(
                "GET " + REGISTRATIONS + "/7",
                Reply.json(200, "{\"number\":7,\"status\":\"confirmed\"}"));
        events.on(
                "POST " + REGISTRATIONS + "/7/cancellation",
                Reply.json(200, "{\"number\":7,\"status\":\"cancelled\"}"));
        var form = browser.open(MANAGE + "?token=abc").html().select("main form");

        Page page = browser.submit(form.attr("action"), Map.of("token", "abc"));

        assertThat(page.html().select(".notice").text()).contains("nyt peruttu");
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .map(asked -> asked.header("X-Link-Token").getFirst()))
                .containsExactly("abc");
    }

    @Test
    void saysThatItIsTooLateToCancel() {
        events.on("GET " + REGISTRATIONS + "/7", Reply.json(200, "{\"status\":\"confirmed\"}"));
        events.on(
                "POST " + REGISTRATIONS + "/7/cancellation",
                Reply.problem(409, "{\"reason\":\"event-started\"}"));

        Page page = browser.submit(MANAGE + "/cancellation", Map.of("token", "abc"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().select("[role=alert]").text()).contains("jo alkanut");
    }

    @Test
    void tellsNothingToThoseWithoutTheRightLink() {
        Page page = browser.open(MANAGE + "?token=wrong");
        Page without = browser.open(MANAGE);

        assertThat(page.status()).isEqualTo(404);
        assertThat(without.status()).isEqualTo(404);
        assertThat(page.html().select("h1").text()).isEqualTo("Sivua ei löydy");
    }

    private Page submitted(Map<String, String> values) {
        return browser.submit(PAGE + "/registrations", filled(browser.open(PAGE).html(), values));
    }

    private static Map<String, String> filled(Document page, Map<String, String> values) {
        Map<String, String> form = new LinkedHashMap<>();
        page.select(".panel input[type=hidden], .panel input[checked]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        form.putAll(values);
        return form;
    }
}
