package fi.kumppani.portal.paywork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The books of a month, with a month to choose and the report to download. */
class ReconciliationPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.WORK + "/reconciliation";
    private static final String REPORT = "/v1/municipalities/743/reconciliation";
    private static final String SUMS =
            "{\"appropriation\":\"%s\",\"available\":\"%s\",\"reserved\":\"0.00\",\"granted\":\"0.00\",\"paid\":\"%s\",\"returned\":\"0.00\"}";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveBooks() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
        grants.on(
                "GET " + REPORT,
                Reply.json(
                        200,
                        """
                        {"month":"2026-03","differences":1,"calls":[
                         {"callId":"c1","title":{"fi":"Kylien <b>kehittämisraha"},"account":"4740",
                          "opening":%s,"closing":%s,
                          "movements":[{"kind":"paid","count":2,"amount":"349.99"},
                           {"kind":"loan-repaid","count":1,"amount":"50.01"},
                           {"kind":"wine","count":1,"amount":"1.00"}],
                          "batches":[{"batchId":"b1","sentAt":"2026-03-10T08:00:00Z",
                           "all":{"count":2,"amount":"349.99"},
                           "confirmed":{"count":1,"amount":"250.01"},
                           "rejected":{"count":1,"amount":"99.98"},
                           "unanswered":{"count":0,"amount":"0.00"}}],
                          "differences":[{"kind":"payment-unknown","applicationId":"a1",
                           "about":"p1","inLedger":"300.00","elsewhere":"0.00"}]}]}
                        """
                                .formatted(
                                        SUMS.formatted("1000.00", "1000.00", "0.00"),
                                        SUMS.formatted("1000.00", "650.01", "349.99"))));
    }

    @Test
    void showsTheBooksOfAMonthAndItsDownloads() {
        Document html = browser.open(PAGE + "?month=2026-03").html();

        assertThat(Forms.text(html))
                .contains("Kylien <b>kehittämisraha", "Tili ja palveluluokka: 4740")
                .contains("Käytettävissä 1 000 € 650,01 €", "Maksettu 2 349,99 €")
                .contains("Lainan lyhennyksiä 1 50,01 €", "Muita tapahtumia")
                .contains("2 349,99 € 250,01 € 99,98 € 0 €")
                .contains("Eroja löytyi 1", "maksu, jota maksuerissä ei ole")
                .contains("Kirjanpidossa 300 €, muualla 0 €");
        assertThat(html.select("main a[download]").eachAttr("href"))
                .containsExactly(
                        "/api/grants" + REPORT + ".csv?month=2026-03",
                        "/api/grants" + REPORT + "?month=2026-03");
        assertThat(html.select("main li a").attr("href")).isEqualTo("/m/743/work/applications/a1");
        assertThat(html.select("[name=month]").val()).isEqualTo("2026-03");
        assertThat(grants.asked().getLast().query()).contains("month=2026-03");
    }

    @Test
    void isReachedFromTheQueueInEachLanguageByOfficialsAlone() {
        assertThat(browser.open(FakeWork.WORK).html().select("main a").eachAttr("href"))
                .contains(PAGE);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main script")).isEmpty();
        }
        identityProvider().rolesAre("association-representative");
        Browser other = browser();
        other.logIn(identityProvider(), "/login");
        assertThat(other.open(PAGE).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "marraskuu", "9999-01", "2026"})
    void saysWhichMonthsThereAre(String month) {
        Page page = browser.open(PAGE + "?month=" + month);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("main [role=alert]").text()).contains("2026-11");
        assertThat(page.html().select("main section")).hasSize(1);
    }

    @Test
    void saysWhenItIsAway() {
        grants.on("GET " + REPORT, Reply.problem(503, "away"));

        Page page = browser.open(PAGE + "?month=2026-03");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("main a[download]")).isEmpty();
        assertThat(page.html().select("main [role=status]")).hasSize(1);
    }
}
