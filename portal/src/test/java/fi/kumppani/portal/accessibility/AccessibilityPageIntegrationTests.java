package fi.kumppani.portal.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;

class AccessibilityPageIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();

    @BeforeEach
    void haveMunicipalities() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
    }

    @Test
    void tellsWhereFeedbackGoesAndWhoSupervises() {
        Document page = browser.open("/m/743/accessibility").html();

        assertThat(page.select("h1").text()).isEqualTo("Saavutettavuusseloste");
        assertThat(page.select("main").text().replace('\u00a0', ' '))
                .contains("Seinäjoki ja yhdistykset", "306/2019", "WCAG 2.1", "osittain")
                .contains("laadittu ma 23.11.2026", "14 päivän kuluessa", "Traficom");
        assertThat(page.select("#feedback ~ ul a").eachAttr("href"))
                .containsExactly("mailto:saavutettavuus@example.org");
    }

    @Test
    void leadsToTheRegistryOfficeWhereNoAddressIsKnown() {
        Document page = browser.open("/accessibility?lang=en").html();

        assertThat(page.select("#feedback ~ ul li").eachText())
                .containsExactly(
                        "Seinäjoki: saavutettavuus@example.org",
                        "Jyväskylä: the registry office of the municipality");
    }

    @ParameterizedTest
    @CsvSource({
        "/m/743/letters?lang=sv, /m/743/accessibility?lang=sv",
        "/accessibility, /accessibility",
        "/nothing, /accessibility"
    })
    void isLinkedFromTheFootOfEveryPage(String path, String statement) {
        assertThat(browser.open(path).html().select("footer a").eachAttr("href"))
                .contains(statement);
    }

    @Test
    void leadsFromTheFootOfAMunicipalitysPagesToWhatIsItsOwn() {
        assertThat(browser.open("/m/743").html().select("footer a").eachAttr("href"))
                .containsExactly("/m/743/accessibility", "/m/743/privacy", "/m/743/open-data");
        assertThat(browser.open("/").html().select("footer a")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"743, nobody", "743, a@b", "Seinäjoki, a@example.org", "743, a@example.org?cc=b"})
    void takesFeedbackAtMailAddressesOfMunicipalitiesOnly(String code, String address) {
        LocalDate day = LocalDate.parse("2026-11-23");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessibilitySettings(Map.of(code, address), day));
    }
}
