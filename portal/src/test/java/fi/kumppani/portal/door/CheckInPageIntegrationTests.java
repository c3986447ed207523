package fi.kumppani.portal.door;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

class CheckInPageIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String COUNT = "POST " + EVENT + "/door/self-check-ins";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT + "/check-in";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
    }

    @Test
    void countsWhoeverHasComeOnceHoweverOftenTheFormIsSent() {
        events.on(COUNT, Reply.json(200, "{\"result\":\"counted\"}"));
        String key = browser.open(PAGE).html().select("[name=key]").val();
        Map<String, String> form = Map.of("key", key, "shown", " 482913 ", "category", "resident");

        browser.submit(PAGE, form);
        Page page = browser.submit(PAGE, form);

        assertThat(page.html().select("h1").text()).isEqualTo("Tervetuloa");
        assertThat(events.last().body())
                .isEqualTo("{\"code\":\"482913\",\"category\":\"resident\"}");
        assertThat(events.last().header("Idempotency-Key")).containsExactly(key);
    }

    @Test
    void saysThatTheCodeIsAnotherOneByNow() {
        events.on(
                COUNT,
                Reply.problem(422, "{\"errors\":[{\"field\":\"code\",\"code\":\"wrong\"}]}"));

        Page page = browser.submit(PAGE, Map.of("shown", "1", "category", "other"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("#shown-wrong").text()).contains("kymmenen minuutin");
        assertThat(page.html().select("[name=category][checked]").val()).isEqualTo("other");
    }

    @Test
    void asksAsWhatOneComesAndSaysWhenTheDoorIsClosed() {
        events.on(COUNT, Reply.problem(409, "{\"reason\":\"door-closed\"}"));

        Page undecided = browser.submit(PAGE, Map.of("shown", "1"));
        Page closed = browser.submit(PAGE, Map.of("shown", "1", "category", "staff"));

        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.html().select("#category-wrong")).hasSize(1);
        assertThat(closed.html().select("[role=alert]").text()).contains("kolmesta tunnista");
    }
}
