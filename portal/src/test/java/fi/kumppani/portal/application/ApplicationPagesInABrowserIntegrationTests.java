package fi.kumppani.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;

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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of representatives on a phone and at a desk, with scripts and without. */
class ApplicationPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;
    private static final String PAGE = FakeGrants.PAGE;
    private static final String APPLY = "/m/743/my/calls/c1";
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "my-applications", FakeGrants.MINE,
                            "my-call", APPLY,
                            "my-call-chosen", APPLY + "?association=k1",
                            "my-application-draft", PAGE,
                            "my-plan", PAGE + "/plan",
                            "my-section", PAGE + "/sections/doing",
                            "my-files", PAGE + "/files"));

    private final StubService grants = service(Backend.GRANTS);
    private @Nullable BrowserContext context;

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrants.draft(grants);
        identityProvider().rolesAre("association-representative");
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
        FakeGrants.arrived(grants, "submitted", "", "");
        look(page, "my-application-submitted", PAGE + "?done=submission", language, faults);
        FakeGrants.arrived(
                grants,
                "supplementing",
                "\"supplement\":{\"what\":{\"fi\":\"Tilinpäätös\"},\"dueOn\":\"2026-05-01\"},",
                "{\"what\":\"supplement\",\"on\":\"2026-05-01\",\"overdue\":false}");
        look(page, "my-application-supplementing", PAGE, language, faults);
        FakeGrants.granted(grants);
        look(page, "my-application-granted", PAGE, language, faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void answersASectionWithoutScriptsAndSeesWhatSomebodyElseWrote() {
        Page page = open(false);
        page.navigate(origin() + PAGE + "/sections/doing?lang=fi");
        page.locator("[name='answers.what']").fill("Oma vastaus");
        page.locator("[name='answers.for'][value=young]").check();
        grants.on("PUT " + FakeGrants.APPLICATION + "/sections/doing", Reply.problem(412, "stale"));
        FakeGrants.section(grants, "doing", "{\"what\":\"Toisen vastaus\"}", "\"9\"");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator("[name='answers.what']").inputValue()).isEqualTo("Oma vastaus");
        assertThat(page.locator(".saved").first().textContent()).contains("Toisen vastaus");
        if (PICTURES) {
            picture(page, "my-section-stale-fi-" + PHONE);
        }
    }

    @Test
    void attachesAFileAsBrowsersSendIt() {
        Page page = open(true);
        grants.on("POST " + FakeGrants.APPLICATION + "/attachments", Reply.json(201, "{}"));
        page.navigate(origin() + PAGE + "/files?lang=fi");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "päätös.txt",
                                "text/plain",
                                "Hyvä".getBytes(StandardCharsets.UTF_8)));

        page.locator("main form[enctype] button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("lisätty");
        assertThat(
                        grants.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .filter(asked -> asked.path().endsWith("/attachments"))
                                .map(asked -> asked.header("Content-Disposition").getFirst()))
                .singleElement()
                .asString()
                .contains("p%C3%A4%C3%A4t%C3%B6s.txt");
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
