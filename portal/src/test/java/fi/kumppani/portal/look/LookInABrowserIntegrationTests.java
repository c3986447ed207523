package fi.kumppani.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The colours and the logo of the municipality 890, by day and by night. */
class LookInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final String M = "/v1/municipalities/890";
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;

    @BeforeEach
    void haveThingsGoOn() {
        service(Backend.REGISTRY).on("GET " + M, Facts.municipality("890", "Utsjoki"));
        service(Backend.EVENTS)
                .on(
                        "GET " + M + "/events",
                        Facts.listing(Facts.event(), Facts.event("cancelled", 80, 0)));
        service(Backend.GRANTS).on("GET " + M + "/calls", Facts.listing(Facts.call()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void canBeReadAndFitsOnAPhone(ColorScheme scheme) {
        try (BrowserContext context =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PHONE, HEIGHT)
                                        .setColorScheme(scheme))) {
            Page page = context.newPage();
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> refused.add(message.text()));

            page.navigate(origin() + "/m/890?lang=fi");

            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
            assertThat(page.evaluate("document.querySelector('.mark img').naturalWidth"))
                    .as("the logo is shown")
                    .isNotEqualTo(0);
            Object color =
                    page.evaluate("getComputedStyle(document.querySelector('.sheet .date')).color");
            if (scheme == ColorScheme.LIGHT) {
                assertThat(color).isEqualTo("rgb(122, 31, 61)");
            } else {
                assertThat(color).isNotEqualTo("rgb(122, 31, 61)");
            }
            assertThat(refused).as("nothing is against the content policy").isEmpty();
            if (System.getenv("KUMPPANI_PICTURES") != null) {
                picture(page, "look-" + scheme + "-" + PHONE);
                page.setViewportSize(DESK, HEIGHT);
                picture(page, "look-" + scheme + "-" + DESK);
            }
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "pages", name + ".png")));
    }
}
