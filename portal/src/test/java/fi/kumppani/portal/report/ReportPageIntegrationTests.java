package fi.kumppani.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;

class ReportPageIntegrationTests extends PortalUnderTest {

    private static final String M = "GET /v1/municipalities/743";

    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");

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
        String table = page.select("#figures ~ tbody").text().replace('\u00a0', ' ');

        assertThat(page.select("h1").text()).isEqualTo("Järjestöt lukuina 2023");
        assertThat(page.select("#figures + thead th").eachText())
                .containsExactly("Luku", "Seinäjoki", "Etelä-Pohjanmaa");
        assertThat(table)
                .contains("Toimivia yhdistyksiä Ne, jotka toimivat. 1 122", "986 400 €", "14,92 €")
                .contains("16,97", "Ei kerrota", "Ei tiedossa");
        assertThat(page.select("#figures ~ tbody tr")).hasSize(6);
        assertThat(page.select("main").text()).contains("yksittäisistä ihmisistä");
        assertThat(page.select("thead a").attr("href")).isEqualTo("/r/14?year=2023");
        assertThat(page.select("#data + ul a").eachAttr("href"))
                .containsExactly(
                        "/api/registry/v1/municipalities/743/report.csv?year=2023",
                        "/api/registry/v1/municipalities/743/report?year=2023",
                        "/api/registry/v1/regions/14/report.csv?year=2023",
                        "/api/registry/v1/regions/14/report?year=2023");
    }

    @Test
    void drawsPlacesBesideEachOtherAndYearsAfterEachOther() {
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/regions/14/report",
                        Reply.json(
                                200,
                                Facts.report("\"region\":{\"name\":{\"fi\":\"Etelä-Pohjanmaa\"}},")
                                        .replace("16.97", "33.94")));
        int now = LocalDate.now(FINLAND).getYear();

        Document page = browser.open("/m/743/report?lang=en").html();

        Elements places = page.select("[aria-labelledby=year] .chart");
        assertThat(places.select("figcaption").eachText())
                .containsExactly("Associations per 1,000 inhabitants", "Grants per inhabitant");
        assertThat(places.getFirst().select("svg[role=img]").attr("aria-label"))
                .isEqualTo("Seinäjoki: 16,97; Etelä-Pohjanmaa: 33,94");
        assertThat(places.getFirst().select(".chosen rect:not(.ground)").attr("width"))
                .isEqualTo("50.0%");
        Elements years = page.select("[aria-labelledby=years] .chart");
        assertThat(years.select("figcaption").eachText())
                .as("those of which there is anything to draw")
                .containsExactly("Grants awarded, euros");
        assertThat(years.select(".bar text:not(.value)").eachText())
                .hasSize(5)
                .endsWith(Integer.toString(now));
        assertThat(years.select(".chosen text").eachText().getFirst().replace('\u00a0', ' '))
                .isEqualTo("986 400");
        assertThat(page.select("#past ~ tbody").text().replace('\u00a0', ' '))
                .contains("Not told", "Not known")
                .contains("986 400 €");
        assertThat(page.select("main [style], main style, main script"))
                .as("what the content policy forbids")
                .isEmpty();
    }

    @Test
    void showsARegionBesideItsMunicipalities() {
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/regions/14/report",
                        Reply.json(
                                200,
                                Facts.report(
                                        "\"region\":{\"name\":{\"fi\":\"Etelä-Pohjanmaa\"}},")));

        Document page = browser.open("/r/14?year=2023").html();

        assertThat(page.title()).startsWith("Järjestöt lukuina 2023: Etelä-Pohjanmaa");
        assertThat(page.select("#figures + thead th").eachText())
                .as("whoever does not answer is left out")
                .containsExactly("Luku", "Etelä-Pohjanmaa", "Seinäjoki");
        assertThat(page.select("thead a").attr("href")).isEqualTo("/m/743/report?year=2023");
        assertThat(page.select(".choice a").attr("href")).startsWith("/r/14?year=");
        assertThat(page.select("[aria-labelledby=year] .chart")).hasSize(2);
    }

    @Test
    void knowsNoOtherRegions() {
        assertThat(browser.open("/r/99").status()).isEqualTo(404);
        assertThat(browser.open("/r/143").status()).isEqualTo(404);
        service(Backend.REGISTRY)
                .on("GET /v1/regions/14/report", Reply.problem(503, "unavailable"));
        assertThat(browser.open("/r/14").status()).isEqualTo(503);
    }

    @Test
    void doesWithoutTheRegionAndWithoutMeanings() {
        service(Backend.REGISTRY)
                .on("GET /v1/regions/14/report", Reply.problem(503, "unavailable"));

        Document page = browser.open("/m/743/report?lang=en").html();

        assertThat(page.select("#figures + thead th").eachText())
                .containsExactly("Figure", "Seinäjoki");
        assertThat(page.select("[aria-labelledby=year] .chart")).isEmpty();
        assertThat(page.select("table").text()).contains("Active associations");
    }

    @Test
    void isNotThereWithoutFigures() {
        service(Backend.REGISTRY).on(M + "/report", Reply.problem(400, "malformed"));
        assertThat(browser.open("/m/743/report?year=1").status()).isEqualTo(503);
        assertThat(browser.open("/m/743/report?year=x").status()).isEqualTo(400);
    }
}
