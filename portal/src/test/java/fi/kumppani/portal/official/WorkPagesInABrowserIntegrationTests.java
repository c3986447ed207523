package fi.kumppani.portal.official;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Chromium;
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
import java.util.TreeMap;

/** The pages of an official's work on a phone and at a desk, with scripts and without. */
class WorkPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "work", FakeWork.WORK,
                            "work-call", FakeWork.CALL_PAGE,
                            "work-lists", FakeWork.LISTS_PAGE,
                            "work-list", FakeWork.LIST_PAGE,
                            "work-ledger", FakeWork.CALL_PAGE + "/ledger",
                            "work-batch", FakeWork.BATCH_PAGE,
                            "work-application", FakeWork.PAGE,
                            "work-supplement", FakeWork.PAGE + "/supplement-request",
                            "work-review", FakeWork.PAGE + "/review",
                            "work-proposal", FakeWork.PAGE + "/proposal"));

    private final StubService grants = service(Backend.GRANTS);
    private @Nullable BrowserContext context;

    @BeforeEach
    void haveWork() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
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
        PAGES.forEach((name, path) -> look(page, name, path, language, faults));
        look(page, "work-decision", FakeWork.PAGE + "/decision", language, faults);
        FakeWork.listIs(grants, "presented");
        look(page, "work-minutes", FakeWork.LIST_PAGE + "/minutes", language, faults);
        FakeWork.listIs(grants, "recorded");
        look(page, "work-list-recorded", FakeWork.LIST_PAGE + "?done=minutes", language, faults);
        grants.on("GET " + FakeWork.APPLICATION, FakeWork.disqualified());
        look(page, "work-closed", FakeWork.PAGE, language, faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void takesDownTheMinutesWithoutScripts() {
        FakeWork.listIs(grants, "presented");
        Page page = open(false);
        page.navigate(origin() + FakeWork.LIST_PAGE + "/minutes?lang=fi");
        page.locator("#section").fill("§ 42");
        page.locator("[name='row1.resolution']").selectOption("otherwise");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Valitse, mitä esität");
        if (PICTURES) {
            picture(page, "work-minutes-otherwise-fi-" + PHONE);
        }
        grants.on("PUT " + FakeWork.LIST + "/minutes", Reply.json(200, FakeWork.list("recorded")));
        page.locator("[name='row1.decision'][value=grant]").check();
        page.locator("[name='row1.amount']").fill("100");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("kirjattu");
    }

    @Test
    void decidesWithKeysAlone() {
        grants.on("POST " + FakeWork.APPLICATION + "/decision", Reply.json(201, "{}"));
        Page page = open(true);
        page.navigate(origin() + FakeWork.PAGE + "/decision?lang=fi");
        page.locator("[name=decision][value=grant]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("300,50");
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=status]").textContent()).contains("Päätös on tehty");
    }

    private static void look(
            Page page, String name, String path, String language, List<String> faults) {
        Response opened =
                page.navigate(
                        origin() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        if (opened == null || opened.status() != 200) {
            faults.add(name + " is not shown");
        }
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
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
