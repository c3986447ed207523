package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Chromium;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

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

/** The pages as people meet them: with a phone, with keys alone, and in the eyes of axe. */
class PagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final int MOST_TABS = 60;

    /** Whether pictures of all pages are to be left in {@code target/pages}. */
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String REGISTRATIONS = EVENT + "/registrations";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String HELD = "01939c5e-0000-7000-8000-000000000002";
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";

    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("start", "/"),
                    Map.entry("municipality", "/m/743"),
                    Map.entry("events", "/m/743/events"),
                    Map.entry("event", PAGE),
                    Map.entry("register", PAGE + "/register"),
                    Map.entry(
                            "register-held",
                            PAGE
                                    + "/register?seats=2&quota=clubs&held=9&heldToken=x"
                                    + "&heldUntil=2099-09-01T10:00:00Z"),
                    Map.entry("registration", MANAGE + "?token=x"),
                    Map.entry("event-held", "/m/743/events/" + HELD),
                    Map.entry("registration-erasure", MANAGE + "/erasure?token=x"),
                    Map.entry("registration-change", MANAGE + "/change?token=x"),
                    Map.entry("series", "/m/743/series/s1"),
                    Map.entry("series-register", "/m/743/series/s1/register"),
                    Map.entry("following", "/m/743/series/s1/following/7?token=x"),
                    Map.entry("check-in", PAGE + "/check-in"),
                    Map.entry("privacy", "/m/743/privacy"),
                    Map.entry("associations", "/m/743/associations"),
                    Map.entry("association", "/m/743/associations/a1"),
                    Map.entry("report", "/m/743/report"),
                    Map.entry("region", "/r/14"),
                    Map.entry("accessibility", "/m/743/accessibility"),
                    Map.entry("open-data", "/m/743/open-data"),
                    Map.entry("calendar", "/m/743/calendar?month=2099-09"),
                    Map.entry("call", "/m/743/calls/c1"),
                    Map.entry("decisions", "/m/743/decisions"),
                    Map.entry("embedded-events", "/m/743/embed/events"),
                    Map.entry("embedded-associations", "/m/743/embed/associations"),
                    Map.entry("embedded-letters", "/m/743/embed/letters"),
                    Map.entry("letters", "/m/743/letters"),
                    Map.entry("problem", "/m/743/nothing"));

    private final StubService events = service(Backend.EVENTS);
    private final StubService registry = service(Backend.REGISTRY);
    private @Nullable BrowserContext browser;

    @BeforeEach
    void announceTheEvent() {
        registry.on("GET " + M, Facts.seinajoki());
        registry.on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        registry.on(
                "GET " + M + "/associations",
                Facts.listing(
                        "{\"id\":\"a\",\"name\":{\"fi\":\"Kyläyhdistys\"}}",
                        "{\"id\":\"b\",\"name\":{\"fi\":\"Kyläkerho\"}}"));
        registry.on("GET " + M + "/associations/a1", Reply.json(200, Facts.association()));
        registry.on("GET " + M + "/report", Facts.reports(""));
        registry.on("GET /v1/municipalities/179/report", Facts.reports(""));
        registry.on(
                "GET /v1/regions/14/report",
                Facts.reports("\"region\":{\"name\":{\"fi\":\"Etelä-Pohjanmaa\"}},"));
        registry.on("GET /v1/report-definitions", Reply.json(200, Facts.REPORT_DEFINITIONS));
        String event = Facts.event(Facts.EVERYTHING);
        events.on("GET " + EVENT, Reply.json(200, event));
        events.on("GET " + M + "/events", Facts.listing(event, Facts.event("cancelled", 80, 0)));
        events.on(
                "GET " + M + "/events/" + HELD,
                Reply.json(200, Facts.heldEvent().replace(Facts.EVENT, HELD)));
        events.on("GET " + M + "/events/" + HELD + "/memo", Reply.json(200, Facts.memo("f1")));
        events.on("GET " + EVENT + "/parts", Facts.listing(Facts.event()));
        events.on("GET " + EVENT + "/tasks", Reply.json(200, Facts.TASKS));
        events.on("GET " + M + "/series/s1", Reply.json(200, Facts.SERIES));
        events.on("GET " + M + "/series/s1/registrations/7", Reply.json(200, Facts.following("")));
        events.on(
                "GET " + REGISTRATIONS + "/7",
                Reply.json(
                        200,
                        """
                        {"number":7,"status":"offered","seats":2,"quota":"clubs",
                         "acceptBy":"2099-09-01T10:00:00Z",
                         "confirmAddressBy":"2099-09-02T10:00:00Z","deputy":true,
                         "calendar":"https://kumppani.example.org/api/events/v1/municipalities/743/events/01939c5e-0000-7000-8000-000000000001/registrations/7/my-calendar.ics?token=0123456789abcdef0123456789abcdef"}
                        """));
        events.on(
                "GET " + REGISTRATIONS + "/7/said",
                Reply.json(
                        200,
                        """
                        {"name":"Osallistuja","email":"osallistuja@example.org","language":"fi","seats":2,
                         "quota":"clubs","answers":{"lunch":["yes"],"diet":["gluteeniton"]}}
                        """));
        service(Backend.GRANTS).on("GET " + M + "/calls", Facts.listing(Facts.call()));
        service(Backend.GRANTS).on("GET " + M + "/calls/c1", Reply.json(200, Facts.wholeCall()));
        service(Backend.GRANTS)
                .on(
                        "GET " + M + "/open-data/decisions",
                        Facts.listing(Facts.openDecision(), Facts.openDecision()));
        service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/issues",
                        Facts.listing(Facts.letter("2/2024", "2024-08-28T10:00:00Z")));
        service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/lists",
                        Facts.listing(
                                """
                                {"id":"l1","name":{"fi":"Järjestökirje"},
                                 "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},
                                          {"code":"pera","name":{"fi":"Peräseinäjoki"}}]}
                                """));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open(PHONE);
        List<String> faults = new ArrayList<>();
        PAGES.forEach(
                (name, path) -> {
                    page.navigate(address(path, language));
                    openAllDetails(page);
                    new AxeBuilder(page)
                            .analyze().getViolations().stream()
                                    .map(PagesInABrowserIntegrationTests::told)
                                    .forEach(fault -> faults.add(name + ": " + fault));
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
    void hearsOfAFaultThatIsThere() {
        Page page = open(PHONE);
        page.navigate(address("/m/743/privacy", "fi"));
        page.evaluate("document.querySelector('main').append(document.createElement('input'))");

        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .contains("label");
    }

    @Test
    void registersWithKeysAloneOnAPhone() {
        events.on(
                "POST " + REGISTRATIONS + "/holds",
                Reply.json(
                        201,
                        """
                        {"number":9,"token":"abc","seats":2,"until":"2099-09-01T10:00:00Z"}
                        """));
        events.on(
                "POST " + REGISTRATIONS,
                Reply.json(201, "{\"status\":\"waitlisted\",\"place\":3}"));
        Page page = open(PHONE);
        page.navigate(address(PAGE, "fi"));

        reach(page, "#seats");
        page.keyboard().press("ArrowUp");
        reach(page, "[name=quota]");
        page.keyboard().press("Space");
        reach(page, ".panel button[type=submit]");
        page.keyboard().press("Enter");
        page.waitForURL("**/register?**");
        reach(page, "#name");
        page.keyboard().type("Osallistuja");
        reach(page, "#email");
        page.keyboard().type("osallistuja@example.org");
        reach(page, "#association");
        page.keyboard().type("kylä");
        reach(page, "[name=find]");
        page.keyboard().press("Enter");
        page.waitForURL("**/registrations?**");
        reach(page, "[name=associationId]");
        page.keyboard().press("Space");
        reach(page, "[name=group]");
        page.keyboard().press("Space");
        reach(page, "[name='answers.lunch']");
        page.keyboard().press("Space");
        reach(page, "[name='answers.diet']");
        page.keyboard().type("gluteeniton");
        page.keyboard().press("Tab");
        reach(page, "main form > button:not(.unseen)");
        page.keyboard().press("Enter");
        page.waitForSelector("#registered");

        assertThat(page.locator("h1").textContent()).isEqualTo("Olet jonossa");
        assertThat(events.last().body())
                .contains(
                        "\"seats\":2",
                        "\"quota\":\"clubs\"",
                        "\"associationId\":\"b\"",
                        "\"lunch\":[\"yes\"]",
                        "\"diet\":[\"gluteeniton\"]",
                        "\"hold\":{\"number\":9,\"token\":\"abc\"}");
    }

    @Test
    void asksWhatDependsOnAnAnswerOnlyThenAndSendsNothingElse() {
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        Page page = open(DESK);
        page.navigate(address(PAGE + "/register", "fi"));
        assertThat(page.locator("[name='answers.diet']").isVisible()).isFalse();

        page.locator("[name='answers.lunch'][value=yes]").check();
        assertThat(page.locator("[name='answers.diet']").isVisible()).isTrue();
        page.locator("[name='answers.diet']").fill("gluteeniton");
        page.locator("[name='answers.lunch'][value=no]").check();
        page.locator("#name").fill("Osallistuja");
        page.locator("#email").fill("osallistuja@example.org");
        page.locator("[name=quota]").first().check();
        page.locator("[name=group]").first().check();
        page.locator("main form > button:not(.unseen)").click();

        assertThat(page.locator("h1").textContent()).isEqualTo("Sinulla on paikka");
        assertThat(events.last().body()).contains("\"answers\":{\"lunch\":[\"no\"]}");
    }

    @Test
    void registersWithoutScripts() {
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        browser =
                CHROMIUM.browser()
                        .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = browser.newPage();
        page.navigate(address(PAGE + "/register", "sv"));

        assertThat(page.locator("[name='answers.diet']").isVisible()).isTrue();
        page.locator("#name").fill("Osallistuja");
        page.locator("#email").fill("osallistuja@example.org");
        page.locator("[name=quota]").first().check();
        page.locator("[name=group]").first().check();
        page.locator("[name='answers.lunch'][value=no]").check();
        page.locator("main form > button:not(.unseen)").click();

        assertThat(page.locator("h1").textContent()).isEqualTo("Du har en plats");
    }

    private Page open(int width) {
        browser =
                CHROMIUM.browser()
                        .newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
        return browser.newPage();
    }

    private static String address(String path, String language) {
        return origin() + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** Goes on with the tabulator until something is reached, as somebody without a mouse would. */
    private static void reach(Page page, String selector) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            if (Boolean.TRUE.equals(
                    page.evaluate("chosen => document.activeElement.matches(chosen)", selector))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("No key leads to " + selector + " on " + page.url());
    }

    private static void openAllDetails(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", name + ".png")));
    }

    private static String told(Rule rule) {
        return rule.getId()
                + " "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
