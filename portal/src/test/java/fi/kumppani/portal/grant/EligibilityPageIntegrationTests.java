package fi.kumppani.portal.grant;

import static fi.kumppani.portal.testing.Forms.alert;

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

import java.util.List;

/** Whether an association could apply, asked by anybody. */
class EligibilityPageIntegrationTests extends PortalUnderTest {

    private static final String CALL = "/v1/municipalities/743/calls/c1";
    private static final String ASKED = CALL + "/eligibility";
    private static final String PAGE = "/m/743/calls/c1/eligibility";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveACall() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        grants.on("GET " + CALL, Reply.json(200, Facts.wholeCall()));
        grants.on("GET " + ASKED, Reply.json(200, Facts.ELIGIBILITY));
    }

    @Test
    void asksOnTheCallsPageOnlyWhatItsRulesWantToKnow() {
        Document call = browser.open("/m/743/calls/c1").html();

        assertThat(call.select("form[action=" + PAGE + "] [name]").eachAttr("name"))
                .containsExactly(
                        "lang", "form", "homeHere", "requested", "totalCost", "events", "declared");
        assertThat(call.select("[name=declared]").val()).isEqualTo("d");
        assertThat(browser.cookie("PORTALSESSION")).isEmpty();
        assertThat(questions()).as("opening a call asks nothing").isEmpty();

        grants.on(
                "GET " + CALL,
                Reply.json(
                        200,
                        Facts.wholeCall()
                                .replace("\"home-here\"", "\"within-year\"")
                                .replace("\"share\"", "\"noShare\"")
                                .replace("\"capPerEvent\"", "\"noCap\"")));
        assertThat(
                        browser.open("/m/743/calls/c1")
                                .html()
                                .select("form select, form input")
                                .eachAttr("name"))
                .contains("beginsOn", "endsOn")
                .doesNotContain("homeHere", "totalCost", "events");
        grants.on(
                "GET " + CALL,
                Reply.json(
                        200,
                        Facts.wholeCall()
                                .replace("\"open\":true", "\"open\":false")
                                .replace("2099-03-31", "2026-03-31")));
        assertThat(browser.open("/m/743/calls/c1").html().select("form[action=" + PAGE + "]"))
                .isEmpty();
    }

    @Test
    void tellsWhatEachRuleAnswersWithoutALogin() {
        Page page =
                browser.open(
                        PAGE
                                + "?lang=fi&form=foundation&homeHere=false&requested=1%20350,5"
                                + "&totalCost=&events=2&declared=d");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".rule").eachText())
                .containsExactly(
                        "Kyllä Hakuaika on käynnissä.",
                        "Avoin Yhdistys toimii.",
                        "Ei Haku on tämänmuotoisille yhteisöille. Haku ei ole tarkoitettu"
                                + " tämänmuotoisille yhteisöille.");
        assertThat(page.html().select("[role=status]").text()).contains("ei voi hakea");
        assertThat(questions())
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.query().split("&"))
                                    .containsExactlyInAnyOrder(
                                            "form=foundation",
                                            "homeHere=false",
                                            "requested=1350.50",
                                            "events=2",
                                            "declared=d");
                            assertThat(asked.header("Authorization")).isEmpty();
                        });
        assertThat(page.html().select("[name=requested]").val()).isEqualTo("1 350,5");
        assertThat(page.html().select("option[selected]").eachAttr("value"))
                .containsExactly("foundation", "false");
        assertThat(page.headers("Set-Cookie")).isEmpty();

        grants.on(
                "GET " + ASKED,
                Reply.json(
                        200, Facts.ELIGIBILITY.replace("\"possible\":false", "\"possible\":true")));
        Document possible = browser.open(PAGE + "?requested=1").html();
        assertThat(possible.select("[role=status]").text()).contains("ei estä hakemasta");
        assertThat(possible.select("a[role=button]").attr("href")).isEqualTo("/m/743/my/calls/c1");
    }

    @Test
    void asksNothingBeforeAnythingIsSaidAndInThreeLanguages() {
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language + "&form=");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select(".rule")).isEmpty();
        }
        assertThat(questions()).isEmpty();
        assertThat(browser.open("/m/743/calls/none/eligibility?requested=1").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "form=company, form",
        "homeHere=perhaps, homeHere",
        "requested=much, requested",
        "totalCost=-1, totalCost",
        "events=many, events",
        "beginsOn=tomorrow, beginsOn"
    })
    void namesWhatItCannotReadAndAsksNobody(String query, String field) {
        Page page = browser.open(PAGE + "?" + query);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").attr("href")).isEqualTo("#" + field);
        assertThat(questions()).isEmpty();
    }

    @Test
    void saysWhatTheServiceRefusesAndWhenItIsAway() {
        grants.on(
                "GET " + ASKED,
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"events\",\"code\":\"unreadable\"}]}"));
        Page refused = browser.open(PAGE + "?events=2000");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#events-wrong").text()).contains("1–1000");
        assertThat(refused.html().select("[name=events]").val()).isEqualTo("2000");

        grants.on("GET " + ASKED, Reply.problem(429, "too-many"));
        assertThat(alert(browser.open(PAGE + "?events=2"))).contains("Odota hetki");
        grants.on("GET " + ASKED, Reply.problem(503, "away"));
        Page away = browser.open(PAGE + "?events=2");
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");
    }

    private List<Asked> questions() {
        return grants.asked().stream().filter(asked -> asked.path().equals(ASKED)).toList();
    }
}
