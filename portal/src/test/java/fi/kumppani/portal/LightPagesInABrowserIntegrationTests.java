package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.testing.PageLook;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Public pages as somebody with a slow line gets them who was never there before: small,
 * compressed, still while they load, and not asked for again what does not change.
 */
class LightPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    /** Bytes over the line for a page with all it needs. */
    private static final int MOST = 100_000;

    /** What is shorter is not worth compressing. */
    private static final int SHORT = 2_048;

    private static final String HELD_UNTIL = "2099-09-01T10:00:00Z";
    private static final Pattern TEXTS =
            Pattern.compile("(text/(html|css|javascript)|application/javascript|image/svg).*");
    private static final Pattern KEPT = Pattern.compile("/(assets|webjars)/.*");

    private static final String WATCH =
            """
            window.shifted = [];
            new PerformanceObserver(list => list.getEntries()
                .filter(each => !each.hadRecentInput)
                .forEach(each => window.shifted.push(
                    each.value + ' ' + each.sources.map(one => one.node && one.node.nodeName))))
              .observe({type: 'layout-shift', buffered: true});
            """;
    private static final String SETTLED =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                    + "() => setTimeout(() => done(window.shifted.join('; ')), 100))))";
    private static final String TRANSFERRED =
            "() => ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))"
                    + ".reduce((sum, each) => sum + each.transferSize, 0)";

    @BeforeEach
    void announce() {
        PublicPages.announce();
    }

    @ParameterizedTest
    @ValueSource(ints = {PageLook.PHONE, PageLook.DESK})
    void arriveSmallAndCompressedAndDoNotMove(int width) {
        List<String> faults = new ArrayList<>();
        PublicPages.PATHS.forEach((name, path) -> faults.addAll(faults(name, path, width)));
        assertThat(faults).isEmpty();
    }

    @Test
    void hearsOfAFaultThatIsThere() {
        try (BrowserContext fresh = fresh(PageLook.PHONE)) {
            Page page = fresh.newPage();
            page.navigate(origin() + "/m/743/privacy");
            page.evaluate(
                    "document.querySelector('main').before(Object.assign("
                            + "document.createElement('div'), {innerHTML: '<br>'.repeat(9)}))");

            assertThat(page.evaluate(SETTLED)).asString().isNotEmpty();
        }
    }

    private static List<String> faults(String name, String path, int width) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext fresh = fresh(width)) {
            Page page = fresh.newPage();
            List<Response> responses = new ArrayList<>();
            page.onResponse(responses::add);
            String shown = path.replace(HELD_UNTIL, inAMoment());
            page.navigate(origin() + shown + (path.contains("?") ? "&" : "?") + "lang=fi");
            page.waitForLoadState();

            String shifted = String.valueOf(page.evaluate(SETTLED));
            if (!shifted.isEmpty()) {
                faults.add(name + " moves: " + shifted);
            }
            int transferred = ((Number) page.evaluate(TRANSFERRED)).intValue();
            if (transferred == 0 || transferred > MOST) {
                faults.add(name + " takes " + transferred + " bytes");
            }
            responses.forEach(response -> faults.addAll(faults(name, response)));
        }
        return faults;
    }

    private static List<String> faults(String name, Response response) {
        List<String> faults = new ArrayList<>();
        String path = URI.create(response.url()).getPath();
        String type = response.headers().getOrDefault("content-type", "");
        if (TEXTS.matcher(type).matches()
                && response.body().length > SHORT
                && !response.headers()
                        .getOrDefault("content-encoding", "")
                        .matches("gzip|br|zstd")) {
            faults.add(name + " gets " + path + " uncompressed");
        }
        if (KEPT.matcher(path).matches()
                && !response.headers()
                        .getOrDefault("cache-control", "")
                        .contains("max-age=31536000")) {
            faults.add(name + " asks for " + path + " again");
        }
        return faults;
    }

    /** Until when seats are really held: the minutes that are left stand on one line. */
    private static String inAMoment() {
        return Instant.now().plus(Duration.ofMinutes(9)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static BrowserContext fresh(int width) {
        BrowserContext fresh =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(width, PageLook.HEIGHT));
        fresh.addInitScript(WATCH);
        return fresh;
    }
}
