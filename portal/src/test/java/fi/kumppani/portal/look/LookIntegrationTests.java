package fi.kumppani.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The municipality 890 has a look; 743 has none. */
class LookIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();

    @BeforeEach
    void haveMunicipalities() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/890", Facts.municipality("890", "Utsjoki"));
    }

    @Test
    void showsNameLogoAndColours() {
        Document page = browser.open("/m/890/privacy?lang=sv").html();

        Element top = page.select(".mark").getFirst();
        assertThat(top.text()).isEqualTo("Föreningarnas Utsjoki");
        assertThat(top.attr("href")).isEqualTo("/m/890?lang=sv");
        assertThat(top.select("img").attr("width")).isEqualTo("60");
        assertThat(top.select("img").attr("height")).isEqualTo("40");
        assertThat(page.title()).endsWith(" – Föreningarnas Utsjoki");
        Page logo = browser.open(top.select("img").attr("src"));
        assertThat(logo.status()).isEqualTo(200);
        assertThat(logo.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(logo.header("Cache-Control")).contains("max-age=31536000", "public");
        assertThat(logo.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void putsItsColoursBehindThoseOfAllPages() {
        Document page = browser.open("/m/890").html();

        String own = page.select("link[rel=stylesheet]").getLast().attr("href");
        Page styles = browser.open(own);
        assertThat(own).startsWith("/m/890/look.css?v=");
        assertThat(styles.status()).isEqualTo(200);
        assertThat(styles.header("Content-Type")).startsWith("text/css");
        assertThat(styles.header("Cache-Control")).contains("max-age=31536000", "public");
        assertThat(styles.headers("Set-Cookie")).isEmpty();
        assertThat(styles.body()).contains("--accent: light-dark(#7a1f3d, ");
        assertThat(page.select("style, [style]")).isEmpty();
        assertThat(browser.open("/m/890/embed/letters").html().select("link[href=" + own + "]"))
                .hasSize(1);
    }

    @Test
    void keepsNothingForLongThatIsNotNamed() {
        assertThat(browser.open("/m/890/look.css").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(browser.open("/m/890/logo?v=").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void leavesOthersAsTheyAre() {
        Document page = browser.open("/m/743").html();

        assertThat(page.select(".mark").text()).isEqualTo("Kumppani");
        assertThat(page.select(".mark").attr("href")).isEqualTo("/");
        assertThat(page.title()).endsWith(" – Kumppani");
        assertThat(page.select("link[href*=look]")).isEmpty();
        assertThat(browser.open("/").html().select(".mark").text()).isEqualTo("Kumppani");
        assertThat(browser.open("/m/743/look.css").status()).isEqualTo(404);
        assertThat(browser.open("/m/743/logo").status()).isEqualTo(404);
        assertThat(browser.open("/m/nobody/logo").status()).isEqualTo(404);
    }
}
