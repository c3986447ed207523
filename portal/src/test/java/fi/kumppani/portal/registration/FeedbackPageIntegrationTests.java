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
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class FeedbackPageIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String FEEDBACK = EVENT + "/registrations/7/feedback";
    private static final String PAGE = "/m/743/registrations/" + Facts.EVENT + "/7/feedback";
    private static final String ASKED =
            """
            {"anonymous": true, "closesAt": "2025-10-23T16:00:00Z",
             "questions": [
               {"id": "grade", "label": {"fi": "Arvosana", "sv": "Betyg"}, "kind": "one",
                "required": true,
                "options": [{"id": "good", "label": {"fi": "Hyvä"}},
                            {"id": "bad", "label": {"fi": "Huono"}}]},
               {"id": "next", "label": {"fi": "Mitä seuraavaksi?"}, "kind": "text"}],
             "answers": {"grade": ["bad"]}}
            """;

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        events.on("GET " + FEEDBACK, Reply.json(200, ASKED));
    }

    @Test
    void asksWithWhatWasAnsweredSoFarAndDoesNothingWhenOpened() {
        Document html = browser.open(PAGE + "?token=abc").html();

        assertThat(html.select("h1").text()).isEqualTo("Anna palautetta");
        assertThat(html.select("main").text()).contains("nimettömästi");
        assertThat(html.select("input[name=answers.grade][checked]").attr("value"))
                .isEqualTo("bad");
        assertThat(html.select("main form").attr("action")).isEqualTo(PAGE);
        assertThat(html.select("input[name=token]").attr("value")).isEqualTo("abc");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));
        assertThat(browser.open(PAGE + "?token=abc&lang=sv").html().select("legend").text())
                .startsWith("Betyg");
        assertThat(browser.open(PAGE + "?token=abc&lang=en").html().select("h1").text())
                .isEqualTo("Give feedback");
    }

    @Test
    void thanksForAnAnswerAndLetsItBeChanged() {
        events.on("PUT " + FEEDBACK, Reply.json(200, ASKED));

        Page page =
                browser.submit(
                        PAGE, Map.of("token", "abc", "answers.grade", "good", "answers.next", " "));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("[role=status]").text()).contains("tallennettu");
        assertThat(page.html().select("article a[href*=feedback]").attr("href"))
                .isEqualTo(PAGE + "?token=abc");
        assertThat(events.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.header("X-Link-Token")).containsExactly("abc");
                            assertThat(asked.body())
                                    .isEqualTo("{\"answers\":{\"grade\":[\"good\"]}}");
                        });
    }

    @Test
    void saysWhatIsMissingAndLosesNothing() {
        events.on(
                "PUT " + FEEDBACK,
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"answers.grade\",\"code\":\"missing\"}]}"));

        Page page = browser.submit(PAGE, Map.of("token", "abc", "answers.next", "Lisää"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").attr("href")).isEqualTo("#answers.grade");
        assertThat(page.html().select("textarea").text()).isEqualTo("Lisää");
    }

    @ParameterizedTest
    @CsvSource({
        "feedback-not-open, vasta tapahtuman jälkeen",
        "feedback-closed, on päättynyt",
        "did-not-come, kirjattiin ovella",
        "something-else, ei voitu tallentaa"
    })
    void saysInWordsWhyNothingCanBeAnswered(String reason, String words) {
        events.on("GET " + FEEDBACK, Reply.problem(409, "{\"reason\":\"" + reason + "\"}"));

        for (Page page :
                new Page[] {
                    browser.open(PAGE + "?token=abc"), browser.submit(PAGE, Map.of("token", "abc"))
                }) {
            assertThat(page.status()).isEqualTo(409);
            assertThat(page.html().select("[role=alert]").text()).contains(words);
            assertThat(page.html().select("main form")).isEmpty();
        }
    }

    @Test
    void keepsTheAnswersWhenTheServiceIsAwayAndTellsNothingWithoutALink() {
        events.on("PUT " + FEEDBACK, Reply.problem(503, "{}"));
        Page page = browser.submit(PAGE, Map.of("token", "abc", "answers.next", "Lisää"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("textarea").text()).isEqualTo("Lisää");

        events.on("GET " + FEEDBACK, Reply.problem(404, "{}"));
        assertThat(browser.open(PAGE).status()).isEqualTo(404);
    }
}
