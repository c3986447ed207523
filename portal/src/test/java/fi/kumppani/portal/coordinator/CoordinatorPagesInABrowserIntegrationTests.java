package fi.kumppani.portal.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of coordinators on a phone and at a desk, with scripts and without. */
class CoordinatorPagesInABrowserIntegrationTests extends SignedInPages {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "coordinator-event", PAGE,
                            "feedback-questions", PAGE + "/feedback",
                            "feedback-results", PAGE + "/feedback/results",
                            "decision", PAGE + "/decision",
                            "sender", "/m/743/sender"));

    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.NEWSLETTER).on("GET /v1/municipalities/743/sender", Facts.sender(false));
        events.on("GET " + EVENT, Facts.undecided());
        events.on("GET " + EVENT + "/feedback", Facts.feedback());
        events.on("PUT " + EVENT + "/feedback", Facts.feedback());
        events.on("GET " + EVENT + "/feedback/results", Facts.feedbackResults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));

        assertThat(faults).isEmpty();
    }

    @Test
    void writesAQuestionWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(origin() + PAGE + "/feedback?lang=fi");

        page.locator("[name='q3.label.fi']").fill("Mitä jatkossa?");
        page.locator("[name='q3.kind']").selectOption("one");
        page.locator("fieldset.asked:has([name='q3.kind']) summary").first().click();
        page.locator("[name='q3.options.fi']").fill("Luentoja\nTyöpajoja");
        page.locator("main form > button").click();

        assertThat(page.locator("[role=status]").textContent()).contains("tallennettu");
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.method().equals("PUT"))
                                .map(StubService.Asked::body))
                .singleElement()
                .asString()
                .contains("\"label\":{\"fi\":\"Työpajoja\"");
    }
}
