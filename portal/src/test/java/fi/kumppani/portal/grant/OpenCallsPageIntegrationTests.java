package fi.kumppani.portal.grant;

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

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All calls of a municipality that one can apply from now. */
class OpenCallsPageIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String CALLS = "GET " + M + "/calls";
    private static final String PAGE = "/m/743/calls";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveManyCalls() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        grants.on(
                CALLS,
                exchange -> {
                    String query = exchange.getRequestURI().getQuery();
                    boolean isFirst = !query.contains("cursor=");
                    Reply.json(
                                    200,
                                    isFirst
                                            ? listed(1, 15, ",\"next\":\"c15\"")
                                            : listed(16, 24, ""))
                            .answer(exchange);
                });
    }

    /** Calls that close the later, the smaller their number is. */
    private static String listed(int first, int last, String next) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(
                        n ->
                                Facts.wholeCall()
                                        .replace("\"c1\"", "\"c" + n + "\"")
                                        .replace("Kylien kehittämisraha", "Haku " + n)
                                        .replace(
                                                "\"closesAt\":\"2099-03-31T12",
                                                "\"closesAt\":\"2099-03-%02dT12".formatted(31 - n)))
                .collect(Collectors.joining(",", "{\"items\":[", "]" + next + "}"));
    }

    @Test
    void showsTwentyOfAllAndTheRestOnTheNextPageThoseThatCloseFirstAtTheTop() {
        Document first = browser.open(PAGE + "?lang=en").html();

        assertThat(first.select(".rows h2").eachText()).hasSize(20).startsWith("Haku 24");
        assertThat(first.select("[role=status]").text()).isEqualTo("Calls: 24");
        assertThat(grants.asked().stream().map(Asked::query))
                .containsExactly("limit=200", "limit=200&cursor=c15");

        Document second = browser.open(first.select("main a[role=button]").attr("href")).html();
        assertThat(second.select(".rows h2 a").eachText())
                .containsExactly("Haku 4", "Haku 3", "Haku 2", "Haku 1");
        assertThat(second.select(".rows h2 a").attr("href")).isEqualTo(PAGE + "/c4?lang=en");
        assertThat(second.select("main a[role=button]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text=haku+24, 1",
        "text=haku+nothing, 0",
        "form=cooperative, 20",
        "form=foundation, 0",
        "kind=village-development, 20",
        "kind=rent, 0",
        "page=0, 20",
        "page=x, 20",
        "page=9, 0"
    })
    void narrowsThem(String query, int rows) {
        Document page = browser.open(PAGE + "?" + query).html();

        assertThat(page.select(".rows li")).hasSize(rows);
        if (rows == 0 && !query.startsWith("page")) {
            assertThat(page.select("[role=status]").text()).contains("ei löytynyt");
        }
    }

    @Test
    void keepsWhatIsLookedForOnTheNextPage() {
        Document page = browser.open(PAGE + "?text=haku&form=cooperative").html();

        assertThat(page.select("#text").val()).isEqualTo("haku");
        assertThat(page.select("#form option[selected]").val()).isEqualTo("cooperative");
        assertThat(page.select("main a[role=button]").attr("href"))
                .contains("text=haku", "form=cooperative", "page=2");
    }

    @Test
    void isLinkedFromTheStartPagesAndSaysWhenItCannotBeShown() {
        assertThat(browser.open("/m/743").html().select(".calls a").eachAttr("href"))
                .contains(PAGE);

        grants.on(CALLS, Reply.problem(503, "unavailable"));
        Page away = browser.open(PAGE);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select(".notice").text()).isNotBlank();
        assertThat(browser.open("/m/999/calls").status()).isEqualTo(404);
    }

    @Test
    void leadsOfficersToAllOthers() {
        assertThat(browser.open(PAGE).html().select("a[href*='/work/calls']")).isEmpty();
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.open(PAGE).html().select("a[href*='/work/calls']")).hasSize(1);
    }
}
