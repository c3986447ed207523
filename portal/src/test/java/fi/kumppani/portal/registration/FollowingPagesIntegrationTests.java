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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** What the link of one who follows a series leads to. */
class FollowingPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String FOLLOWER = M + "/series/s1/registrations/7";
    private static final String PAGE = "/m/743/series/s1/following/7";
    private static final Map<String, String> TOKEN = Map.of("token", "t");

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void follow() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        events.on("GET " + M + "/series/s1", Reply.json(200, Facts.SERIES));
        events.on("GET " + FOLLOWER, Reply.json(200, Facts.following("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void showsWhatOneFollowsAndAllThatIsKnown(String language) {
        Page page = browser.open(PAGE + "?token=t&lang=" + language);

        assertThat(page.status()).isEqualTo(200);
        Document html = page.html();
        assertThat(html.select("dl").text()).contains("Osallistuja", "osallistuja@example.org");
        assertThat(html.select("main form").eachAttr("action"))
                .allMatch(action -> action.startsWith(PAGE + "/"))
                .hasSize(2);
        assertThat(html.text()).doesNotContain("??");
        assertThat(events.asked())
                .as("opening it changes nothing")
                .allMatch(asked -> asked.method().equals("GET"));
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.header("X-Link-Token").contains("t")))
                .as("the token travels in a header")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void leavesByAButtonOnly(String language) {
        events.on("POST " + FOLLOWER + "/leaving", Reply.json(204, ""));
        assertThat(browser.open(PAGE + "/leaving?token=t").status()).isIn(404, 405);

        Page page = browser.submit(PAGE + "/leaving?lang=" + language, TOKEN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("[role=status]").text()).isNotBlank();
        assertThat(page.html().text()).doesNotContain("??", "osallistuja@example.org");
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .map(asked -> asked.header("X-Link-Token").getFirst()))
                .containsExactly("t");
    }

    @Test
    void confirmsTheAddressOnce() {
        String confirmed = Facts.following(",\"addressConfirmedAt\":\"2026-11-01T10:00:00Z\"");
        events.on("POST " + FOLLOWER + "/address-confirmation", Reply.json(200, confirmed));
        events.on("GET " + FOLLOWER, Reply.json(200, confirmed));

        Document html = browser.submit(PAGE + "/address-confirmation", TOKEN).html();

        assertThat(html.select("[role=status]").text()).contains("vahvistettu");
        assertThat(html.select("main form")).hasSize(1);
    }

    @Test
    void saysSoWhenItCannotBeDoneAndKnowsNobodyElse() {
        events.on("POST " + FOLLOWER + "/leaving", exchange -> exchange.close());

        Page away = browser.submit(PAGE + "/leaving", TOKEN);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[role=alert]").text()).isNotBlank();
        assertThat(away.html().select("main form")).hasSize(2);
        events.on("POST " + FOLLOWER + "/leaving", Reply.problem(404, "not-found"));
        assertThat(browser.submit(PAGE + "/leaving", TOKEN).status()).isEqualTo(404);
        events.on("GET " + FOLLOWER, Reply.problem(404, "not-found"));
        assertThat(browser.open(PAGE + "?token=x").status()).isEqualTo(404);
    }
}
