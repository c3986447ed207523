package fi.kumppani.portal.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memo on the page of its event, with its files. */
class MemoIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String MEMO = "GET " + EVENT + "/memo";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String ID =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String FILE = PAGE + "/memo/attachments/" + ID;
    private static final String AT_SERVICE = "GET " + EVENT + "/memo/attachments/" + ID;

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void holdTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.heldEvent()));
        events.on(MEMO, Reply.json(200, Facts.memo(ID)));
    }

    @Test
    void showsWhatWasSaidAndAgreed() {
        Document page = browser.open(PAGE + "?lang=en").html();

        assertThat(page.select(".memo h2").text()).isEqualTo("Memo");
        assertThat(page.select(".memo > .small").text().replace('\u00a0', ' '))
                .isEqualTo("Published on Tue 30.9.2025");
        assertThat(page.select(".memo h3").eachText())
                .containsExactly("Tilat", "What was agreed", "Attachments");
        assertThat(page.select(".memo .text p").eachText())
                .containsExactly("Paikalla oli 23 <b>toimijaa</b>.", "Kiitos!", "Tiloja puuttuu.");
        assertThat(page.select(".memo .rows li").eachText())
                .satisfiesExactly(
                        open ->
                                assertThat(open.replace('\u00a0', ' '))
                                        .contains("Under way", "KYT ry", "By Fri 31.10.2025"),
                        done -> assertThat(done).contains("Done", "Koordinaattori"));
        assertThat(page.select(".memo a").text()).isEqualTo("muistio & liite.pdf");
        assertThat(page.select(".memo a").attr("href")).isEqualTo(FILE);
        assertThat(page.select(".memo li .small").text().replace('\u00a0', ' '))
                .isEqualTo("(1 235 kB)");
        assertThat(events.asked()).allMatch(asked -> asked.header("Authorization").isEmpty());
    }

    @Test
    void showsAMemoThatTellsOfNoFiles() {
        events.on(MEMO, Reply.json(200, "{\"status\":\"published\",\"text\":{\"fi\":\"Lyhyt\"}}"));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".memo").text()).isEqualTo("Muistio Lyhyt");
    }

    @Test
    void showsNoneBeforeItIsPublishedAndAsksForNoneBeforeTheEvent() {
        events.on(MEMO, Reply.problem(404, "not-found"));
        assertThat(browser.open(PAGE).html().select(".memo")).isEmpty();

        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        int asked = askedForTheMemo();
        assertThat(browser.open(PAGE).html().select(".memo")).isEmpty();
        assertThat(askedForTheMemo()).isEqualTo(asked);
    }

    @Test
    void passesFilesOnToBeSaved() {
        events.on(
                AT_SERVICE,
                Reply.with(200, "application/pdf", "%PDF-1.7")
                        .and("Content-Disposition", "attachment; filename*=UTF-8''muistio.pdf")
                        .and("ETag", "\"x\"")
                        .and("Set-Cookie", "theirs=1"));
        browser.logIn(identityProvider(), "/login");

        Page file = browser.open(FILE + "?lang=fi");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("%PDF-1.7");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''muistio.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("theirs"));
        assertThat(events.last().header("Authorization")).isEmpty();
        assertThat(events.last().header("Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inline", "inline; filename=x.html"})
    void letsNoBrowserShowWhatAServiceWouldHaveShown(String disposition) {
        Reply page = Reply.with(200, "text/html", "<script>alert(1)</script>");
        events.on(
                AT_SERVICE,
                disposition.isEmpty() ? page : page.and("Content-Disposition", disposition));

        Page file = browser.open(FILE);

        assertThat(file.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void tellsPeopleInAPageThatThereIsNoSuchFile() {
        Page missing = browser.open(FILE);
        events.on(AT_SERVICE, exchange -> exchange.close());
        Page away = browser.open(FILE);

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.html().select("h1").text()).isEqualTo("Sivua ei löydy");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/memo/attachments/..%2f", "/memo/attachments/a.b", "/memo/attachments/"})
    void leadsNowhereElse(String path) {
        assertThat(browser.open(PAGE + path).status()).isIn(400, 404);
        assertThat(events.asked()).isEmpty();
    }

    private int askedForTheMemo() {
        return (int)
                events.asked().stream().filter(asked -> asked.path().endsWith("/memo")).count();
    }
}
