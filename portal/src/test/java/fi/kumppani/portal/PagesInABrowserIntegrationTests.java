package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering as people do: with a phone, with keys alone, and without scripts. */
class PagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final int MOST_TABS = 60;

    private static final String REGISTRATIONS =
            "/v1/municipalities/743/events/" + Facts.EVENT + "/registrations";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;

    private final StubService events = service(Backend.EVENTS);
    private @Nullable BrowserContext browser;

    @BeforeEach
    void announceTheEvent() {
        PublicPages.announce();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
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

    /** Whoever is not sure whether it worked goes back and tries again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesBackAfterRegisteringAndRegistersNobodyTwice(boolean scripts) {
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        browser =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PHONE, HEIGHT)
                                        .setJavaScriptEnabled(scripts));
        Page page = browser.newPage();
        page.navigate(address(PAGE + "/register", "fi"));
        page.locator("#name").fill("Osallistuja");
        page.locator("#email").fill("osallistuja@example.org");
        page.locator("[name=quota]").first().check();
        page.locator("[name=group]").first().check();
        page.locator("[name='answers.lunch'][value=no]").check();
        page.locator("main form > button:not(.unseen)").click();
        page.waitForSelector("#registered");

        page.goBack();
        assertThat(page.locator("#name").inputValue()).isEqualTo("Osallistuja");
        page.locator("main form > button:not(.unseen)").click();

        page.waitForSelector("#registered");
        assertThat(page.locator("h1").textContent()).isEqualTo("Sinulla on paikka");
        assertThat(
                        events.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .map(asked -> asked.header("Idempotency-Key") + asked.body()))
                .hasSize(2)
                .containsOnly(
                        events.last("POST").header("Idempotency-Key") + events.last("POST").body());
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
}
