package fi.kumppani.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportPageIntegrationTests extends PortalUnderTest {

    private static final String M = "GET /v1/municipalities/743";

    private final Browser browser = browser();

    @BeforeEach
    void haveFigures() {
        service(Backend.REGISTRY).on(M, Facts.seinajoki());
        service(Backend.REGISTRY).on(M + "/report", Reply.json(200, Facts.report("")));
        service(Backend.REGISTRY)
                .on("GET /v1/report-definitions", Reply.json(200, Facts.REPORT_DEFINITIONS));
    }

    @Test
    void showsTheFiguresBesideThoseOfTheRegion() {
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/regions/14/report",
                        Reply.json(
                                200,
                                Facts.report(
                                        "\"region\":{\"name\":{\"fi\":\"Etelä-Pohjanmaa\"}},")));

        Document page = browser.open("/m/743/report?year=2023").html();
        String table = page.select("table").text().replace('\u00a0', ' ');

        assertThat(page.select("h1").text()).isEqualTo("Järjestöt lukuina 2023");
        assertThat(page.select("thead th").eachText())
                .containsExactly("Luku", "Seinäjoki", "Etelä-Pohjanmaa");
        assertThat(table)
                .contains("Toimivia yhdistyksiä Ne, jotka toimivat. 1 122", "986 400 €", "14,92 €")
                .contains("16,97", "Ei kerrota", "Ei tiedossa");
        assertThat(page.select("tbody tr")).hasSize(6);
        assertThat(page.select("main").text()).contains("yksittäisistä ihmisistä");
    }

    @Test
    void doesWithoutTheRegionAndWithoutMeanings() {
        service(Backend.REGISTRY)
                .on("GET /v1/regions/14/report", Reply.problem(503, "unavailable"));

        Document page = browser.open("/m/743/report?lang=en").html();

        assertThat(page.select("thead th").eachText()).containsExactly("Figure", "Seinäjoki");
        assertThat(page.select("table").text()).contains("Active associations");
    }

    @Test
    void isNotThereWithoutFigures() {
        service(Backend.REGISTRY).on(M + "/report", Reply.problem(400, "malformed"));
        assertThat(browser.open("/m/743/report?year=1").status()).isEqualTo(503);
        assertThat(browser.open("/m/743/report?year=x").status()).isEqualTo(400);
    }
}
