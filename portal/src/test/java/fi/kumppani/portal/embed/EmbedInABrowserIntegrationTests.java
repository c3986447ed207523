package fi.kumppani.portal.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A frame within the municipality's own site, and within one that it has not allowed. */
class EmbedInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final String M = "/v1/municipalities/890";

    private final StubService newsletter = service(Backend.NEWSLETTER);
    private final BrowserContext context =
            CHROMIUM.browser()
                    .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));

    @BeforeEach
    void haveALetter() {
        service(Backend.REGISTRY).on("GET " + M, Facts.municipality("890", "Utsjoki"));
        site().on(
                        "GET /",
                        Reply.with(
                                200,
                                "text/html",
                                "<title>Site</title><iframe src='%s/m/890/embed/letters?lang=fi' title='Letters'></iframe>"
                                        .formatted(origin())));
        newsletter.on(
                "GET " + M + "/lists",
                Facts.listing("{\"id\":\"l1\",\"name\":{\"fi\":\"Järjestökirje\"}}"));
        newsletter.on(
                "POST " + M + "/lists/l1/subscriptions", Reply.json(202, "{\"status\":\"asked\"}"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void subscribesWithinTheMunicipalitysSiteWithoutScriptsAndCookies() {
        FrameLocator frame = opened(site().address().toString()).frameLocator("iframe");

        frame.locator("#email").fill("maija@example.org");
        frame.locator("section form > button:not(.unseen)").click();
        frame.locator(".done").waitFor();

        assertThat(frame.locator("h1").textContent()).isEqualTo("Katso sähköpostisi");
        assertThat(newsletter.last().body()).contains("\"email\":\"maija@example.org\"");
        assertThat(context.cookies()).isEmpty();
    }

    @Test
    void isNotShownWithinAnyOtherSite() {
        Page page = opened(site().address().toString().replace("localhost", "127.0.0.1"));

        assertThat(page.frames()).hasSize(2);
        assertThat(page.frameLocator("iframe").locator("#email").count()).isZero();
    }

    private Page opened(String site) {
        Page page = context.newPage();
        page.navigate(site);
        return page;
    }
}
