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

class OwnDataPagesIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String REGISTRATION = EVENT + "/registrations/7";
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void registerSomebody() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        events.on(
                "GET " + REGISTRATION, Reply.json(200, "{\"number\":7,\"status\":\"confirmed\"}"));
        events.on(
                "GET " + REGISTRATION + "/said",
                Reply.json(
                        200,
                        """
                        {"name":"Osallistuja","email":"osallistuja@example.org","seats":1,
                         "answers":{"diet":["gluteeniton"]},"newField":{"a":[1]}}
                        """));
    }

    @Test
    void givesAllThatWasSaidAsAFile() {
        Document page = browser.open(MANAGE + "?token=abc&lang=sv").html();

        Page file = browser.open(page.select("main a[download]").attr("href"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"kumppani-743-7.json\"");
        assertThat(file.header("Content-Type")).isEqualTo("application/json");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.body()).contains("Osallistuja", "gluteeniton", "newField");
        assertThat(events.last().header("X-Link-Token")).containsExactly("abc");
        assertThat(events.last().query()).isEmpty();
    }

    @Test
    void saysWhatGoesBeforeAnythingIsErased() {
        Document page = browser.open(MANAGE + "?token=abc").html();

        Document asked = browser.open(page.select("a[href*=erasure]").attr("href")).html();

        assertThat(asked.select("h1").text()).isEqualTo("Poista tietosi");
        assertThat(asked.select("main").text())
                .contains("nimesi ja sähköpostiosoitteesi", "ei voi perua", "luovut samalla");
        assertThat(asked.select("main form").attr("action")).isEqualTo(MANAGE + "/erasure");
        assertThat(asked.select("main form [name=token]").val()).isEqualTo("abc");
        assertThat(events.asked()).noneMatch(each -> each.method().equals("POST"));
    }

    @Test
    void erasesByTheButton() {
        events.on("POST " + REGISTRATION + "/erasure", Reply.with(204, "application/json", ""));

        Page page = browser.submit(MANAGE + "/erasure?lang=en", Map.of("token", "of-the-link"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo("Your data is erased");
        assertThat(events.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(asked.header("X-Link-Token"))
                                        .containsExactly("of-the-link"));
        assertThat(page.body()).doesNotContain("of-the-link");
    }

    @Test
    void saysThatNothingIsErasedWhileTheServiceIsAway() {
        events.on("POST " + REGISTRATION + "/erasure", Reply.problem(503, "unavailable"));

        Page page = browser.submit(MANAGE + "/erasure", Map.of("token", "abc"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("[role=alert]").text()).contains("ei ole poistettu");
        assertThat(page.html().select("main form [name=token]").val()).isEqualTo("abc");
    }

    @Test
    void isNotThereWithoutTheLink() {
        events.on("GET " + REGISTRATION + "/said", Reply.problem(404, "not-found"));

        assertThat(browser.open(MANAGE + "/said?token=x").status()).isEqualTo(404);
        assertThat(browser.open(MANAGE + "/erasure?token=x").status()).isEqualTo(404);
        assertThat(browser.submit(MANAGE + "/erasure", Map.of("token", "x")).status())
                .isEqualTo(404);
    }
}
