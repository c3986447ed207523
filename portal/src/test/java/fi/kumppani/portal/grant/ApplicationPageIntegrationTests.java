package fi.kumppani.portal.grant;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationPageIntegrationTests extends PortalUnderTest {

    private static final String PAGE = "/m/743/applications/a1?token=abc";

    private final Browser browser = browser();

    @BeforeEach
    void haveAMunicipality() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
    }

    @Test
    void showsTheDecisionWithItsReasons() {
        service(Backend.GRANTS)
                .on(
                        "GET /v1/municipalities/743/applications/a1/view",
                        Reply.json(
                                200,
                                """
                                {"id":"a1","diaryNumber":"743/2026/00042",
                                 "callTitle":{"fi":"Kylien kehittämisraha"},
                                 "associationName":{"fi":"Kyläyhdistys"},"requested":"400.00",
                                 "decision":{"id":"d","outcome":"partly-granted","granted":"250.50",
                                  "reasons":[{"code":"budget","text":{"fi":"Määräraha"}}],
                                  "decidedOn":"2026-03-03"}}
                                """));

        Page page = browser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main").text().replace('\u00a0', ' '))
                .contains(
                        "Avustus on myönnetty osittain.",
                        "743/2026/00042",
                        "400 €",
                        "250,50 €",
                        "ti 3.3.2026",
                        "Määräraha");
        assertThat(service(Backend.GRANTS).last().query()).isEqualTo("token=abc");
        assertThat(page.html().select("main a[href*=document]")).isEmpty();
    }

    @Test
    void leadsToTheDocumentWhereThereIsOne() {
        String view = "GET /v1/municipalities/743/applications/a1/view";
        service(Backend.GRANTS)
                .on(
                        view,
                        Reply.json(
                                200,
                                """
                                {"id":"a1","diaryNumber":"743/2026/00042",
                                 "callTitle":{"fi":"Kylien kehittämisraha"},"requested":"400.00",
                                 "decision":{"id":"d","outcome":"granted","granted":"400.00",
                                  "reasons":[],"decidedOn":"2026-03-03"}}
                                """));
        service(Backend.GRANTS)
                .on(view + "/documents", Reply.json(200, "{\"languages\":[\"fi\",\"sv\",\"en\"]}"));

        Page page = browser.open("/m/743/applications/a1?token=a%26b&lang=sv");

        assertThat(page.html().select("main a[href*=document]").attr("href"))
                .isEqualTo(
                        "/api/grants/v1/municipalities/743/applications/a1/view/document.pdf"
                                + "?language=sv&token=a%26b");
    }

    @Test
    void saysPlainlyThatThereIsNoDecisionToShow() {
        Page page = browser.open(PAGE + "&lang=en");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select(".notice").text()).contains("cannot be shown");
    }
}
