package fi.kumppani.portal.association;

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

class AssociationPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "GET /v1/municipalities/743";
    private static final String ALL = M + "/associations";

    private final Browser browser = browser();

    @BeforeEach
    void haveAMunicipality() {
        service(Backend.REGISTRY).on(M, Facts.seinajoki());
    }

    @Test
    void listsAssociationsPageByPage() {
        service(Backend.REGISTRY)
                .on(
                        ALL,
                        Reply.json(
                                200, "{\"items\":[" + Facts.association() + "],\"next\":\"abc\"}"));

        Document page = browser.open("/m/743/associations?lang=sv").html();

        assertThat(page.select("h1").text()).isEqualTo("Föreningar");
        assertThat(page.select(".rows").text())
                .contains("Byföreningen <i>", "Registrerad förening", "Kultur");
        assertThat(page.select("main i")).isEmpty();
        assertThat(page.select(".rows a").attr("href")).startsWith("/m/743/associations/a1");
        assertThat(page.select("a[role=button]").attr("href")).contains("from=abc", "lang=sv");
    }

    @Test
    void looksForWordsOfANameAndKeepsThem() {
        service(Backend.REGISTRY).on(ALL, Reply.json(200, "{\"items\":[]}"));

        Document page = browser.open("/m/743/associations?text=%20kyl%C3%A4%20&from=x").html();

        assertThat(service(Backend.REGISTRY).last().query())
                .isEqualTo("text=kyl%C3%A4&limit=50&cursor=x");
        assertThat(page.select("#text").attr("value")).isEqualTo("kylä");
        assertThat(page.select("[role=status]").text())
                .isEqualTo("Näillä ehdoilla ei löytynyt yhdistyksiä.");
    }

    @Test
    void narrowsByWhatTheRegistryKnowsAndKeepsItOnTheWay() {
        service(Backend.REGISTRY)
                .on(
                        ALL,
                        Reply.json(
                                200, "{\"items\":[" + Facts.association() + "],\"next\":\"abc\"}"));
        service(Backend.REGISTRY)
                .on(
                        M + "/networks",
                        Reply.json(
                                200,
                                """
                                {"items":[{"id":"n1","name":{"fi":"Foorumi"},"status":"active"},
                                          {"id":"n2","name":{"fi":"Vanha"},"status":"ended"}]}
                                """));

        Document page =
                browser.open(
                                "/m/743/associations?form=cooperative&purposeClass=4&theme=villages"
                                        + "&network=n1")
                        .html();

        assertThat(service(Backend.REGISTRY).last().query())
                .isEqualTo("form=cooperative&purposeClass=4&theme=villages&network=n1&limit=50");
        assertThat(page.select("select option[selected]").eachAttr("value"))
                .containsExactly("cooperative", "4", "n1");
        assertThat(page.select("#network option").eachText()).containsExactly("Kaikki", "Foorumi");
        assertThat(page.select("a[role=button]").attr("href"))
                .contains("form=cooperative", "purposeClass=4", "theme=villages", "network=n1");
        assertThat(page.select("a[download]").attr("href"))
                .isEqualTo(
                        "/api/registry/v1/municipalities/743/associations.csv"
                                + "?form=cooperative&purposeClass=4&theme=villages&network=n1");
        browser.open("/m/743/associations?form=club&purposeClass=10&theme=Kyl%C3%A4&network=a%20b");
        assertThat(service(Backend.REGISTRY).last().query())
                .as("what no registry knows is not asked for")
                .isEqualTo("limit=50");
    }

    @Test
    void saysThatTheRegisterIsAway() {
        service(Backend.REGISTRY).on(ALL, Reply.problem(503, "unavailable"));

        Page away = browser.open("/m/743/associations");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select(".notice").text()).contains("ei juuri nyt saada");
        assertThat(browser.open("/m/743/associations/a1").status()).isEqualTo(404);
    }

    @Test
    void showsAnAssociationInAllItsNames() {
        service(Backend.REGISTRY).on(ALL + "/a1", Reply.json(200, Facts.association()));

        Document page = browser.open("/m/743/associations/a1?lang=en").html();

        assertThat(page.select("h1").text()).isEqualTo("Kyläyhdistys <i>");
        assertThat(page.select("h1").attr("lang")).isEqualTo("fi");
        assertThat(page.select(".details").text())
                .contains("Byföreningen <i>", "Registered association", "Culture")
                .contains("Seinäjoki", "123.456", "1234567-1");
        assertThat(page.select("main i, main .notice")).isEmpty();
    }

    @Test
    void tellsThatAnAssociationIsNoMore() {
        service(Backend.REGISTRY)
                .on(
                        ALL + "/a1",
                        Reply.json(200, Facts.association().replace("verified", "dissolved")));

        assertThat(browser.open("/m/743/associations/a1").html().select(".notice").text())
                .isEqualTo("Yhdistys on purettu.");
    }
}
