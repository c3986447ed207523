package fi.kumppani.portal.registration;

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

import java.util.Map;

class RegistrationPagesIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String REGISTRATION = EVENT + "/registrations/7";
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
    }

    @Test
    void showsARegistrationToWhoeverHoldsItsLink() {
        stands("{\"number\":7,\"status\":\"waitlisted\",\"place\":3}");

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
    void tellsWhatAnOfferAndAnAddressWaitForAndWhereTheCalendarIs() {
        stands(
                """
                {"number":7,"status":"offered","seats":2,"acceptBy":"2099-09-01T10:00:00Z",
                 "confirmAddressBy":"2099-09-02T10:00:00Z","deputy":true,
                 "calendar":"https://kumppani.example.org/my-calendar.ics?token=x"}
                """);

        Document page = browser.open(MANAGE + "?token=abc").html();

        assertThat(page.select("main form").eachAttr("action"))
                .containsExactly(
                        MANAGE + "/acceptance",
                        MANAGE + "/address-confirmation",
                        MANAGE + "/handover",
                        MANAGE + "/cancellation");
        assertThat(page.select("form[action$=acceptance]").text().replace('\u00a0', ' '))
                .contains("viimeistään ti 1.9.2099 klo 13.00");
        assertThat(page.select("a[href^=webcal]").attr("href"))
                .isEqualTo("webcal://kumppani.example.org/my-calendar.ics?token=x");
        assertThat(page.select("details form").eachAttr("action"))
                .containsExactly(MANAGE + "/handover", MANAGE + "/cancellation");
    }

    @Test
    void cancelsByTheButtonAlone() {
        stands("{\"number\":7,\"status\":\"confirmed\"}");
        events.on(
                "POST " + REGISTRATION + "/cancellation",
                exchange -> {
                    stands("{\"number\":7,\"status\":\"cancelled\",\"ending\":\"given-up\"}");
                    Reply.json(200, "{\"number\":7,\"status\":\"cancelled\"}").answer(exchange);
                });
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
    void showsTheTicketOfWhoeverHasASeat() {
        stands("{\"number\":7,\"status\":\"confirmed\"}");

        Document page = browser.open(MANAGE + "?token=abc").html();

        assertThat(page.select(".ticket img").attr("src"))
                .isEqualTo("/api/events" + REGISTRATION + "/ticket.svg?token=abc");
        assertThat(page.select(".ticket img").attr("alt")).isNotBlank();
        assertThat(page.select(".ticket p").text()).contains("numerosi: 7");
    }

    @Test
    void saysHowItEnded() {
        stands("{\"status\":\"cancelled\",\"ending\":\"offer-lapsed\"}");

        Document page = browser.open(MANAGE + "?token=abc").html();

        assertThat(page.select(".notice").text()).contains("ei vastattu ajoissa");
    }

    @Test
    void saysThatItIsTooLateToCancel() {
        stands("{\"status\":\"confirmed\"}");
        events.on(
                "POST " + REGISTRATION + "/cancellation",
                Reply.problem(409, "{\"reason\":\"event-started\"}"));

        Page page = browser.submit(MANAGE + "/cancellation", Map.of("token", "abc"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().select("[role=alert]").text()).contains("jo alkanut");
    }

    @Test
    void handsOverAndAsksNoMoreWithALinkThatOpensNothing() {
        events.on(
                "POST " + REGISTRATION + "/handover",
                Reply.json(200, "{\"status\":\"confirmed\"}"));

        Page page = browser.submit(MANAGE + "/handover", Map.of("token", "abc"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".done").text()).contains("varahenkilölläsi");
    }

    @Test
    void changesWhatWasSaidAndKeepsWhatCannotChange() {
        events.on(
                "GET " + EVENT,
                Reply.json(
                        200,
                        Facts.event(
                                """
                                "registration":{"largestParty":4,"questions":[
                                  {"id":"diet","label":{"fi":"Ruokavalio"},"kind":"text",
                                   "purpose":"catering"}]},
                                """)));
        stands("{\"status\":\"confirmed\",\"seats\":2}");
        events.on(
                "GET " + REGISTRATION + "/said",
                Reply.json(
                        200,
                        """
                        {"name":"Maija","email":"maija@example.org","language":"sv","seats":3,
                         "associationId":"a1","answers":{"diet":["maidoton"]}}
                        """));
        events.on("PUT " + REGISTRATION, Reply.json(200, "{\"status\":\"confirmed\"}"));
        Document form = browser.open(MANAGE + "/change?token=abc").html();

        Page page =
                browser.submit(
                        MANAGE + "/change",
                        Map.of(
                                "token", "abc",
                                "name", "Maija M",
                                "email", "other@example.org",
                                "language", "fi",
                                "seats", "2",
                                "answers.diet", ""));

        assertThat(form.select("#name").val()).isEqualTo("Maija");
        assertThat(form.select("#seats").val()).isEqualTo("3");
        assertThat(form.select("[name=language][checked]").val()).isEqualTo("sv");
        assertThat(form.select("textarea").val()).isEqualTo("maidoton");
        assertThat(page.html().select(".done").text()).contains("Muutokset on tallennettu");
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.method().equals("PUT"))
                                .map(StubService.Asked::body))
                .containsExactly(
                        """
                        {"name":"Maija M","email":"maija@example.org","language":"fi","seats":2,\
                        "associationId":"a1","answers":{}}\
                        """);
    }

    @Test
    void saysWhyAChangeIsRefusedAndLosesNothing() {
        stands("{\"status\":\"confirmed\"}");
        events.on(
                "GET " + REGISTRATION + "/said",
                Reply.json(
                        200,
                        """
                        {"name":"Maija","email":"maija@example.org","language":"sv","seats":1}
                        """));
        events.on("PUT " + REGISTRATION, Reply.problem(409, "{\"reason\":\"no-seat-free\"}"));

        Page page =
                browser.submit(
                        MANAGE + "/change",
                        Map.of("token", "abc", "name", "Uusi", "language", "fi", "seats", "4"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().select("[role=alert]").text()).contains("Lisäpaikkoja");
        assertThat(page.html().select("#name").val()).isEqualTo("Uusi");
    }

    @Test
    void tellsNothingToThoseWithoutTheRightLink() {
        Page page = browser.open(MANAGE + "?token=wrong");
        Page without = browser.open(MANAGE);
        Page change = browser.open(MANAGE + "/change?token=wrong");

        assertThat(page.status()).isEqualTo(404);
        assertThat(without.status()).isEqualTo(404);
        assertThat(change.status()).isEqualTo(404);
        assertThat(page.html().select("h1").text()).isEqualTo("Sivua ei löydy");
    }

    private void stands(String registration) {
        events.on("GET " + REGISTRATION, Reply.json(200, registration));
    }
}
