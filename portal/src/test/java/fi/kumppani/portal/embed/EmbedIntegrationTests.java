package fi.kumppani.portal.embed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

class EmbedIntegrationTests extends PortalUnderTest {

    private static final String POLICY = "Content-Security-Policy";
    private static final String FRAME_OPTIONS = "X-Frame-Options";

    private final Browser browser = browser();

    @BeforeEach
    void haveMunicipalities() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        for (String code : new String[] {"743", "179"}) {
            service(Backend.REGISTRY)
                    .on(
                            "GET /v1/municipalities/" + code + "/associations",
                            Reply.json(
                                    200,
                                    "{\"items\":[" + Facts.association() + "],\"next\":\"abc\"}"));
            service(Backend.EVENTS)
                    .on(
                            "GET /v1/municipalities/" + code + "/events",
                            Reply.json(200, "{\"items\":[" + Facts.event() + "]}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "associations", "letters"})
    void isShownWithinTheSitesOfTheMunicipalityAlone(String list) {
        Page own = browser.open("/m/743/embed/" + list);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header(POLICY))
                .endsWith("frame-ancestors https://www.example.org https://intra.example.org");
        assertThat(own.headers(FRAME_OPTIONS)).isEmpty();
        assertThat(own.headers("Set-Cookie")).isEmpty();

        Page without = browser.open("/m/179/embed/" + list);
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.header(POLICY)).endsWith("frame-ancestors 'none'");
        assertThat(without.header(FRAME_OPTIONS)).isEqualTo("DENY");
        Page whole = browser.open("/m/743/" + list);
        assertThat(whole.header(POLICY)).endsWith("frame-ancestors 'none'");
        assertThat(whole.header(FRAME_OPTIONS)).isEqualTo("DENY");
    }

    @Test
    void leadsOutOfTheFrameAndStaysWithinItOnlyForTheList() {
        Document events = browser.open("/m/743/embed/events?lang=sv").html();
        assertThat(events.select("base").attr("target")).isEqualTo("_top");
        assertThat(events.select("script, header, footer")).isEmpty();
        assertThat(events.select(".sheet")).isNotEmpty();
        assertThat(events.select("a").eachAttr("href")).allMatch(href -> href.contains("lang=sv"));

        Document associations = browser.open("/m/743/embed/associations").html();
        assertThat(associations.select(".rows a").attr("href")).startsWith("/m/743/associations/");
        assertThat(associations.select("form").attr("action")).startsWith("/m/743/embed/");
        assertThat(associations.select("form").attr("target")).isEqualTo("_self");
        Element more = associations.select("a[role=button]").getFirst();
        assertThat(more.attr("href")).contains("/embed/associations", "from=abc");
        assertThat(more.attr("target")).isEqualTo("_self");
    }

    @Test
    void tellsASiteHowToShowAList() {
        String discovered =
                browser.open("/m/743/events?lang=sv")
                        .html()
                        .select("link[type=application/json+oembed]")
                        .attr("href");

        JsonNode answer = json(browser.open(discovered + "&maxwidth=300&maxheight=100000"));

        assertThat(answer.at("/type").asString()).isEqualTo("rich");
        assertThat(answer.at("/version").asString()).isEqualTo("1.0");
        assertThat(answer.at("/provider_url").asString()).isEqualTo(origin() + "/");
        assertThat(answer.at("/width").asInt()).isEqualTo(300);
        assertThat(answer.at("/height").asInt()).isEqualTo(720);
        Element frame = Jsoup.parse(answer.at("/html").asString()).select("iframe").getFirst();
        assertThat(frame.attr("src")).isEqualTo(origin() + "/m/743/embed/events?lang=sv");
        assertThat(frame.attr("title")).contains("Evenemang");
        assertThat(browser.open(frame.attr("src").substring(origin().length())).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "associations", "letters"})
    void saysOnEachPageHowToShowIt(String list) {
        String discovered =
                browser.open("/m/743/" + list)
                        .html()
                        .select("link[type=application/json+oembed]")
                        .attr("href");

        assertThat(json(browser.open(discovered)).at("/html").asString())
                .contains("/m/743/embed/" + list + "?lang=fi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.org/m/743/events",
                "ORIGIN/m/743/privacy",
                "ORIGIN/m/999/events",
                "ORIGIN.example.org/m/743/events",
                "ORIGIN/m/743/events/../associations",
                "javascript:alert(1)",
                "not an address",
                ""
            })
    void knowsNoOtherPages(String url) {
        assertThat(oembed(url.replace("ORIGIN", origin()), "json").status()).isEqualTo(404);
    }

    @Test
    void speaksJsonAlone() {
        assertThat(oembed(origin() + "/m/743/events", "xml").status()).isEqualTo(501);
    }

    private Page oembed(String url, String format) {
        return browser.open(
                "/oembed?url="
                        + URLEncoder.encode(url, StandardCharsets.UTF_8)
                        + "&format="
                        + format);
    }

    private static JsonNode json(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(page.body());
    }
}
