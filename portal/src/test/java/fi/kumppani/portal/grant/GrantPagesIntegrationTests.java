package fi.kumppani.portal.grant;

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

class GrantPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "GET /v1/municipalities/743";
    private static final String DECISIONS = M + "/open-data/decisions";

    private final Browser browser = browser();

    @BeforeEach
    void haveAMunicipality() {
        service(Backend.REGISTRY).on(M, Facts.seinajoki());
    }

    @Test
    void tellsWhatACallIsForAndByWhatItIsDecided() {
        service(Backend.GRANTS).on(M + "/calls/c1", Reply.json(200, Facts.wholeCall()));

        Document page = browser.open("/m/743/calls/c1").html();
        String text = page.select("main").text().replace('\u00a0', ' ');

        assertThat(page.select("h1").text()).isEqualTo("Kylien kehittämisraha");
        assertThat(text)
                .contains("Haku on auki", "Kylien elinvoimaan <b>", "30 000 €")
                .contains("400 € hakemusta kohden", "800 € hakijaa kohden")
                .contains("100 % kustannuksista, kun ne ovat enintään 1 000 €")
                .contains("Maksetaan jälkikäteen kuitteja vastaan", "ti 30.11.2027")
                .contains("Osuuskunta", "kotipaikka on tässä kunnassa", "Vakuutamme")
                .contains("Enintään 2 hakemusta")
                .contains("Vaikutus kylään painoarvo 60 %")
                .contains("Säännöt (vain ensimmäisellä kerralla)");
        assertThat(page.select("main b")).isEmpty();
    }

    @Test
    void showsACallInSwedishAsFarAsItIsWrittenSo() {
        service(Backend.GRANTS).on(M + "/calls/c1", Reply.json(200, Facts.wholeCall()));

        Document page = browser.open("/m/743/calls/c1?lang=sv").html();

        assertThat(page.select("h1").attr("lang")).isEqualTo("fi");
        assertThat(page.select("main").text()).contains("Ansökan är öppen", "Andelslag");
        assertThat(browser.open("/m/743/calls/none").status()).isEqualTo(404);
    }

    @Test
    void listsWhatWasDecidedAndWhyPageByPage() {
        service(Backend.GRANTS)
                .on(
                        DECISIONS,
                        Reply.json(
                                200,
                                "{\"items\":[" + Facts.openDecision() + "],\"next\":\"abc\"}"));

        Document page = browser.open("/m/743/decisions?year=2025&lang=en").html();

        assertThat(service(Backend.GRANTS).last().query()).isEqualTo("year=2025&limit=50");
        assertThat(page.select("main").text().replace('\u00a0', ' '))
                .contains("Kyläyhdistys <i>", "A part of the grant is awarded.")
                .contains("Awarded 250,50 €", "Applied for 400 €", "Costs cannot be accepted");
        assertThat(page.select("main i")).isEmpty();
        assertThat(page.select("a[role=button]").attr("href"))
                .contains("year=2025", "from=abc", "lang=en");
        assertThat(page.select("a[href$='decisions.csv?year=2025']").attr("href"))
                .isEqualTo("/api/grants/v1/municipalities/743/open-data/decisions.csv?year=2025");
    }

    @Test
    void saysThatNothingWasDecidedOrCannotBeShown() {
        service(Backend.GRANTS).on(DECISIONS, Reply.json(200, "{\"items\":[]}"));
        assertThat(browser.open("/m/743/decisions").html().select("main").text())
                .contains("Tältä vuodelta ei ole päätöksiä.");

        service(Backend.GRANTS).on(DECISIONS, Reply.problem(503, "unavailable"));
        Page away = browser.open("/m/743/decisions");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select(".notice").text()).contains("Päätöksiä ei juuri nyt saada");

        service(Backend.GRANTS).on(DECISIONS, Reply.problem(422, "invalid"));
        assertThat(browser.open("/m/743/decisions?year=1").status()).isEqualTo(404);
        assertThat(browser.open("/m/743/decisions?year=x").status()).isEqualTo(400);
    }
}
