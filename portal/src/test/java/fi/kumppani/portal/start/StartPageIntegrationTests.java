package fi.kumppani.portal.start;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CountDownLatch;

class StartPageIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/";

    private final Browser browser = browser();

    @BeforeEach
    void letThingsGoOn() {
        service(Backend.REGISTRY).on("GET " + M + "743", Facts.seinajoki());
        service(Backend.REGISTRY).on("GET " + M + "179", Facts.municipality("179", "Jyväskylä"));
        service(Backend.EVENTS).on("GET " + M + "743/events", Facts.listing(Facts.event()));
        service(Backend.GRANTS).on("GET " + M + "743/calls", Facts.listing(Facts.call()));
        service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "743/issues",
                        Facts.listing(
                                Facts.letter("1/2024", "2024-02-01T10:00:00Z"),
                                Facts.letter("2/2024", "2024-08-28T10:00:00Z")));
        service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "179/issues",
                        Facts.listing(Facts.letter("9/2024", "2024-05-01T10:00:00Z")));
    }

    @Test
    void showsWhatGoesOnInAllMunicipalities() {
        Document page = browser.open("/").html();

        assertThat(page.select("html").attr("lang")).isEqualTo("fi");
        assertThat(page.select("h1").text()).isEqualTo("Kunta ja yhdistykset yhdessä");
        assertThat(page.select(".choice a").eachText())
                .containsExactly("Kaikki kunnat", "Seinäjoki", "Jyväskylä");
        assertThat(page.select(".events h3").text()).isEqualTo("Järjestöilta <b>2099</b>");
        assertThat(page.select(".events time").text().replace('\u00a0', ' '))
                .isEqualTo("ke 23.9.2099 klo 17.00–19.00");
        assertThat(page.select(".calls").text().replace('\u00a0', ' '))
                .contains("Kylien kehittämisraha", "400 €", "30 000 €", "Seinäjoki");
        assertThat(page.select(".letters h3").eachText())
                .containsExactly(
                        "Järjestökirje 2/2024", "Järjestökirje 9/2024", "Järjestökirje 1/2024");
        assertThat(page.select(".notice")).isEmpty();
    }

    @Test
    void showsOneMunicipality() {
        Page page = browser.open("/m/743?lang=sv");
        Document html = page.html();

        assertThat(html.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.header("Content-Language")).isEqualTo("sv");
        assertThat(html.select("h1").text()).isEqualTo("Seinäjoki");
        assertThat(html.select("h1").attr("lang")).isEqualTo("fi");
        assertThat(html.select(".events h3 a").text()).isEqualTo("Föreningskväll");
        assertThat(html.select(".events h3 a").attr("href"))
                .isEqualTo("/m/743/events/" + Facts.EVENT + "?lang=sv");
        assertThat(html.select(".letters h3")).hasSize(2);
        assertThat(html.select("a[hreflang=en]").attr("href")).isEqualTo("/m/743?lang=en");
    }

    @Test
    void saysWhatIsLackingAndShowsTheRest() {
        service(Backend.EVENTS).on("GET " + M + "743/events", Reply.problem(503, "unavailable"));

        Page page = browser.open("/m/743?lang=en");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".events .notice").text())
                .isEqualTo("Events cannot be shown just now. Try again in a moment.");
        assertThat(page.html().select(".calls h3").text()).isEqualTo("Kylien kehittämisraha");
        assertThat(page.html().select(".letters h3")).hasSize(2);
    }

    @Test
    @Timeout(60)
    void waitsForNobodyLong() {
        CountDownLatch testIsOver = new CountDownLatch(1);
        Reply never =
                _ -> {
                    try {
                        testIsOver.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        service(Backend.GRANTS).otherwise(never);
        service(Backend.GRANTS).on("GET " + M + "743/calls", never);
        service(Backend.NEWSLETTER).on("GET " + M + "743/issues", never);

        Document page = browser.open("/m/743?lang=en").html();

        testIsOver.countDown();
        assertThat(page.select(".calls .notice, .letters .notice")).hasSize(2);
        assertThat(page.select(".events h3")).hasSize(1);
    }

    @Test
    void worksWithoutTheRegistry() {
        service(Backend.REGISTRY).on("GET " + M + "980", exchange -> exchange.close());

        Page page = browser.open("/m/980");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo("980");
    }

    @Test
    void saysWhenThereIsNothing() {
        service(Backend.REGISTRY).on("GET " + M + "052", Facts.municipality("052", "Evijärvi"));
        service(Backend.EVENTS).on("GET " + M + "052/events", Facts.listing());

        Document page = browser.open("/m/052?lang=en").html();

        assertThat(page.select(".quiet-text").eachText())
                .contains("There are no upcoming events just now.");
        assertThat(page.select(".notice")).isEmpty();
    }

    @Test
    void leadsToWhoseEventItIs() {
        String shared = Facts.event().replaceFirst("\\{", "{\"municipality\":\"052\",");
        service(Backend.EVENTS).on("GET " + M + "743/events", Facts.listing(shared));

        assertThat(browser.open("/m/743").html().select(".events h3 a").attr("href"))
                .startsWith("/m/052/events/" + Facts.EVENT);
    }

    @Test
    void tellsACancelledEvent() {
        service(Backend.EVENTS)
                .on("GET " + M + "743/events", Facts.listing(Facts.event("cancelled", 0, 0)));

        assertThat(browser.open("/m/743").html().select(".events .tag").text())
                .isEqualTo("Peruttu");
    }

    @Test
    void asksServicesAsNobodyInParticularForTheReader() {
        browser.open("/m/743?lang=sv", "X-Forwarded-For", "203.0.113.9");

        var asked = service(Backend.EVENTS).last();
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("Accept-Language")).containsExactly("sv");
    }

    @Test
    void setsNoCookieForReaders() {
        assertThat(browser.open("/").headers("Set-Cookie")).isEmpty();
    }

    @Test
    void asksBrowsersToTrustNothingButUs() {
        Page page = browser.open("/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.html().select("[style], style, script:not([src]), [onclick]")).isEmpty();
        assertThat(page.html().select("[src], link[href]"))
                .allSatisfy(
                        element ->
                                assertThat(element.attr("src") + element.attr("href"))
                                        .startsWith("/"));
    }

    @Test
    void servesItsLooksItself() {
        for (var element : browser.open("/").html().select("link[rel=stylesheet], img")) {
            String address = element.attr("href") + element.attr("src");
            Page page = browser.open(address);

            assertThat(page.status()).as(address).isEqualTo(200);
            assertThat(page.header("Cache-Control")).as(address).contains("max-age=31536000");
        }
    }

    @Test
    void knowsNoMunicipalityThatIsNotThere() {
        for (String path : new String[] {"/m/999", "/m/abc", "/m/7430", "/m/", "/nothing"}) {
            Page page = browser.open(path + "?lang=sv");

            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.html().select("h1").text()).isEqualTo("Sidan finns inte");
            assertThat(page.body()).doesNotContain("Exception", "java.", "Whitelabel");
        }
    }
}
