package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Following an issue on its way. */
class ProgressPageIntegrationTests extends PortalUnderTest {

    private static final String PROGRESS = PAGE + "/progress";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void tellsHowFarItIs() {
        FakeLetters.is(newsletter, "sending", "\"sentAt\":\"2026-11-22T07:00:00Z\",", "\"9\"");

        Document html = browser.open(PROGRESS + "?done=sending").html();

        assertThat(html.select("#standing").text()).isEqualTo("Kirjeitä lähetetään.");
        assertThat(html.select("progress").attr("max")).isEqualTo("1200");
        assertThat(html.select("progress").attr("value")).isEqualTo("900");
        assertThat(html.select("#live dl div").eachText())
                .containsExactly(
                        "Vastaanottajia 1 200",
                        "Lähetetty 880",
                        "Odottaa 300",
                        "Perui ennen lähetystä 5",
                        "Epäonnistui 15");
        assertThat(html.select("#again a").attr("href")).isEqualTo(PROGRESS);
        assertThat(html.select("script[src*='/progress']")).hasSize(1);
        assertThat(html.select("meta[http-equiv=refresh]")).isEmpty();
        assertThat(html.select("main form").eachAttr("action"))
                .containsExactly(PROGRESS + "/pause", PROGRESS + "/cancellation");
        assertThat(html.select("details code").eachText()).containsExactly("0193-7", "550");
    }

    @Test
    void tellsWhatCameOfIt() {
        FakeLetters.is(newsletter, "sent", "\"sentAt\":\"2026-11-22T07:00:00Z\",", "\"9\"");
        FakeLetters.numbers(newsletter);

        Document html = browser.open(PROGRESS).html();

        assertThat(html.select("section[aria-labelledby=numbers] dl div").eachText())
                .containsExactly(
                        "Perillä 1 170",
                        "Palautui 10",
                        "Merkitsi roskapostiksi 1",
                        "Lopetti tilauksen 4");
        assertThat(html.select("tbody tr").eachText())
                .containsExactly(
                        "Järjestöillat https://example.org/illat 42",
                        "Haku https://example.org/haku alle 5");
        assertThat(html.select("script[src*='/progress'], #again, main form")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sending, pause, PUT, /sending/pause, paused",
        "paused, resumption, DELETE, /sending/pause, resumed",
        "sending, cancellation, DELETE, /sending, cancelled"
    })
    void pausesGoesOnAndStops(String state, String act, String method, String path, String done) {
        FakeLetters.is(newsletter, state, "", "\"9\"");
        newsletter.on(
                method + " " + DRAFT + path, Reply.json(202, "{\"id\":\"x\",\"state\":\"x\"}"));

        Page page = act(act);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().toString()).endsWith(PROGRESS + "?done=" + done);
        Asked asked = newsletter.last();
        assertThat(asked.method() + " " + asked.path()).isEqualTo(method + " " + DRAFT + path);
        assertThat(asked.header("If-Match")).containsExactly("\"9\"");
    }

    @Test
    void ordersAgainWhenALetterLeftInBetween() {
        FakeLetters.is(newsletter, "sending", "", "\"9\"");
        newsletter.on(
                "PUT " + DRAFT + "/sending/pause",
                exchange -> {
                    FakeLetters.is(newsletter, "sending", "", "\"10\"");
                    boolean isCurrent = newsletter.last().header("If-Match").contains("\"10\"");
                    Reply.json(isCurrent ? 202 : 412, "{\"id\":\"x\",\"state\":\"paused\"}")
                            .answer(exchange);
                });

        assertThat(act("pause").location().getQuery()).isEqualTo("done=paused");
    }

    @ParameterizedTest
    @CsvSource({"409, ei ole enää matkalla", "412, Yritä uudelleen", "503, ei juuri nyt vastaa"})
    void tellsWhyItCannotBeStopped(int status, String words) {
        FakeLetters.is(newsletter, "sending", "", "\"9\"");
        newsletter.on(
                "DELETE " + DRAFT + "/sending",
                Reply.problem(status, "{\"reason\":\"not-on-its-way\"}"));
        if (status == 412) {
            newsletter.on("DELETE " + DRAFT + "/sending", Reply.problem(412, "{}"));
        }

        Page page = act("cancellation");

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.html().select("[role=alert]").text()).contains(words);
    }

    private Page act(String act) {
        var form = browser.open(PROGRESS).html().select("main form[action$='/" + act + "']");
        return browser.submit(PROGRESS + "/" + act, FakeLetters.fields(form.getFirst()));
    }
}
