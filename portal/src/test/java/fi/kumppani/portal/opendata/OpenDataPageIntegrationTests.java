package fi.kumppani.portal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** That services answer there is seen where they all run: OpenDataJourneyTests. */
class OpenDataPageIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();

    @BeforeEach
    void haveAMunicipality() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
    }

    @Test
    void listsWhatIsOpenWithFormatsLicenceAndExamples() {
        Document page = browser.open("/m/743/open-data").html();

        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Avustuspäätökset",
                        "Avustushaut",
                        "Tapahtumat",
                        "Kirjeet",
                        "Yhdistykset",
                        "Järjestöt lukuina",
                        "Omalle sivustolle",
                        "Rajapinnat");
        assertThat(page.select("a[rel~=license]").attr("href"))
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/deed.fi");
        assertThat(page.select("[aria-labelledby=events] code").text())
                .isEqualTo(
                        "curl \"" + origin() + "/api/events/v1/municipalities/743/calendar.ics\"");
        assertThat(page.select("#apis ~ ul a").eachAttr("href"))
                .contains("/api/grants/v3/api-docs")
                .hasSize(Backend.values().length);
    }

    @Test
    void leadsOnlyToWhatTheGatewayPasses() {
        Reply reply = Reply.json(200, "{\"items\":[]}");
        Document page = browser.open("/m/743/open-data?lang=sv").html();
        for (Backend backend : Backend.values()) {
            service(backend).otherwise(reply);
        }

        List<String> links = page.select("main li a").eachAttr("href");

        assertThat(links).hasSizeGreaterThan(15).contains("/m/743/embed/letters");
        assertThat(links)
                .allSatisfy(link -> assertThat(browser.open(link).status()).isEqualTo(200));
    }

    @Test
    void saysNothingOfARegionThatIsNotKnown() {
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/091",
                        Reply.json(200, "{\"code\":\"091\",\"name\":{\"fi\":\"Helsinki\"}}"));

        assertThat(browser.open("/m/091/open-data").html().select("a[href*=regions]")).isEmpty();
        assertThat(browser.open("/m/999/open-data").status()).isEqualTo(404);
    }
}
