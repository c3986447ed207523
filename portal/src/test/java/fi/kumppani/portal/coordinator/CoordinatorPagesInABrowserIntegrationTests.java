package fi.kumppani.portal.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Chromium;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of coordinators on a phone and at a desk, with scripts and without. */
class CoordinatorPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;
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
    private @Nullable BrowserContext context;

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.NEWSLETTER).on("GET /v1/municipalities/743/sender", Facts.sender(false));
        events.on("GET " + EVENT, Facts.undecided());
        events.on("GET " + EVENT + "/feedback", Facts.feedback());
        events.on("PUT " + EVENT + "/feedback", Facts.feedback());
        events.on("GET " + EVENT + "/feedback/results", Facts.feedbackResults());
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open(true);
        List<String> faults = new ArrayList<>();
        PAGES.forEach(
                (name, path) -> {
                    page.navigate(origin() + path + "?lang=" + language);
                    page.evaluate(
                            "document.querySelectorAll('details').forEach(each => each.open ="
                                    + " true)");
                    new AxeBuilder(page)
                            .analyze()
                            .getViolations()
                            .forEach(fault -> faults.add(name + ": " + fault.getId()));
                    if (!page.evaluate("document.documentElement.scrollWidth").equals(PHONE)) {
                        faults.add(name + " is wider than the screen");
                    }
                    if (PICTURES) {
                        picture(page, name + "-" + language + "-" + PHONE);
                        page.setViewportSize(DESK, HEIGHT);
                        picture(page, name + "-" + language + "-" + DESK);
                        page.setViewportSize(PHONE, HEIGHT);
                    }
                });

        assertThat(faults).isEmpty();
    }

    @Test
    void writesAQuestionWithoutScripts() {
        Page page = open(false);
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

    private Page open(boolean scripts) {
        BrowserContext opened =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PHONE, HEIGHT)
                                        .setJavaScriptEnabled(scripts));
        context = opened;
        var login = browser();
        login.logIn(identityProvider(), "/login");
        opened.addCookies(
                List.of(
                        new Cookie("PORTALSESSION", login.cookie("PORTALSESSION").orElseThrow())
                                .setUrl(origin())));
        return opened.newPage();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", name + ".png")));
    }
}
