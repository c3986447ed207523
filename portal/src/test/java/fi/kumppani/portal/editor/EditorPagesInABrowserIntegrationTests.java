package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.HOME;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;

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

/** Writing and sending letters on a phone and at a desk, with scripts and without. */
class EditorPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;

    private final StubService newsletter = service(Backend.NEWSLETTER);
    private @Nullable BrowserContext context;

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        FakeLetters.checks(
                newsletter,
                FakeLetters.finding("error", "items[1].link", "not-public")
                        + ","
                        + FakeLetters.finding("warning", "items[0].title.sv", "not-translated"));
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
        look(page, "drafts", HOME, language, faults);
        look(page, "draft", PAGE + "?done=saved&empty=2", language, faults);
        look(page, "draft-preview", PAGE + "/preview", language, faults);
        look(page, "draft-order-own", PAGE + "/order", language, faults);
        FakeLetters.list(newsletter, false);
        FakeLetters.checks(newsletter, "");
        look(page, "draft-order", PAGE + "/order", language, faults);
        FakeLetters.is(newsletter, "scheduled", "\"sendAt\":\"2026-12-01T07:00:00Z\",", "\"5\"");
        look(page, "draft-order-scheduled", PAGE + "/order?done=scheduled", language, faults);
        FakeLetters.is(newsletter, "sending", "\"sentAt\":\"2026-11-22T07:00:00Z\",", "\"9\"");
        FakeLetters.numbers(newsletter);
        look(page, "draft-progress", PAGE + "/progress?done=sending", language, faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void movesABlockWithoutScriptsAndSeesWhatSomebodyElseWrote() {
        Page page = open(false);
        page.navigate(origin() + PAGE + "?lang=fi");
        page.locator("[name='items[0].text.fi']").fill("Oma teksti");
        newsletter.on("PUT " + DRAFT, Reply.problem(412, "stale"));
        newsletter.on(
                "GET " + DRAFT,
                Reply.json(200, FakeLetters.issue("draft", "", "Toisen teksti"))
                        .and("ETag", "\"8\""));

        page.locator("#block-1 button[value='down.0']").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator("[name='items[1].text.fi']").inputValue()).isEqualTo("Oma teksti");
        assertThat(page.locator("#block-1 .saved").allTextContents())
                .anyMatch(text -> text.contains("Toisen teksti"));
        if (PICTURES) {
            picture(page, "draft-stale-fi-" + PHONE);
        }
        newsletter.on("PUT " + DRAFT, FakeLetters.of("draft", "\"own\":true,"));

        page.locator("[name='items[0].title.fi']").press("Enter");

        assertThat(page.url()).contains("done=saved");
    }

    @Test
    void followsALetterByItselfUntilItIsHeld() {
        FakeLetters.is(newsletter, "sending", "", "\"9\"");
        Page page = open(true);
        page.clock().install();
        page.navigate(origin() + PAGE + "/progress?lang=fi&done=sending");
        newsletter.on(
                "GET " + DRAFT + "/sending",
                Reply.json(
                        200,
                        "{\"state\":\"sending\",\"recipients\":1200,\"waiting\":0,\"sent\":1180,"
                                + "\"left\":5,\"failed\":15,\"troubled\":[]}"));

        page.clock().runFor(5_000);

        page.locator("#live dd", new Page.LocatorOptions().setHasText("180")).waitFor();
        page.locator("#hold").click();
        assertThat(page.locator("#hold").textContent()).isEqualTo("Päivitä automaattisesti");
        FakeLetters.is(newsletter, "sent", "", "\"20\"");
        page.locator("#hold").click();
        page.locator("#standing", new Page.LocatorOptions().setHasText("on lähetetty")).waitFor();
        assertThat(page.url()).doesNotContain("done=");
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
        for (int width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            new AxeBuilder(page)
                    .exclude("iframe")
                    .analyze()
                    .getViolations()
                    .forEach(fault -> faults.add(name + " at " + width + ": " + fault.getId()));
            if (!page.evaluate("document.documentElement.scrollWidth").equals(width)) {
                faults.add(name + " is wider than " + width);
            }
            if (PICTURES) {
                picture(page, name + "-" + language + "-" + width);
            }
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
