package fi.kumppani.portal.application;

import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** Costs and what pays for them by kind, as an applicant writes them. */
class CostPlanPageIntegrationTests extends PortalUnderTest {

    private static final String PLAN = FakeGrants.PAGE + "/plan";
    private static final String COSTS =
            """
            "costPlan":{"costs":[{"category":"premises","amount":"300.50"},
              {"category":"volunteer-work","amount":"50.00"}],
             "incomes":[]},"totalCost":"350.50",
            """;

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrants.draft(grants);
        grants.on(
                "GET " + FakeGrants.M + "/calls/c1",
                Reply.json(
                        200,
                        """
                        {"id":"c1","open":true,"title":{"fi":"Kylien kehittämisraha"},
                         "budget":"30000.00","capPerApplication":"400.00",
                         "scheme":{"kind":"event","rules":[{"rule":"costs-by-kind","costs":[
                          {"category":"premises"},{"category":"travel","most":"60.00"},
                          {"category":"volunteer-work","most":"0.00"}]}]}}
                        """));
        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void asksForTheKindsThatTheCallAcceptsInEachLanguage() {
        Document html = browser.open(PLAN).html();

        assertThat(html.select("[name^=cost.]").eachAttr("name"))
                .containsExactly("cost.premises", "cost.travel", "cost.volunteer-work");
        assertThat(html.select("[name^=income.]")).hasSize(5);
        assertThat(text(html)).contains("Avustusta voi saada enintään 60 €", "Talkootyö");
        for (String language : List.of("sv", "en")) {
            Page page = browser.open(PLAN + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
    }

    @Test
    void sendsWhatIsWrittenAndShowsWhatIsKept() {
        Map<String, String> form = form();
        form.put("cost.premises", "300,50");
        form.put("cost.travel", "99,99");
        form.put("income.fees", "49,99");
        grants.on("PUT " + FakeGrants.APPLICATION, FakeGrants.application("draft", ""));

        assertThat(browser.submit(PLAN, form).status()).isEqualTo(302);

        assertThat(sent())
                .contains(
                        "\"costPlan\":{",
                        "{\"category\":\"premises\",\"amount\":\"300.50\"},{\"category\":\"travel\",\"amount\":\"99.99\"}",
                        "\"incomes\":[{\"kind\":\"fees\",\"amount\":\"49.99\"}]");
        grants.on(
                "GET " + FakeGrants.APPLICATION,
                FakeGrants.application("draft", COSTS).and("ETag", "\"4\""));
        Document html = browser.open(PLAN).html();
        assertThat(html.select("[name=cost.premises]").val()).isEqualTo("300,50");
        assertThat(html.select("[name=cost.volunteer-work]").val()).isEqualTo("50");
        assertThat(browser.open(FakeGrants.PAGE).status()).isEqualTo(200);
        assertThat(
                        grants.asked().stream()
                                .filter(each -> each.path().endsWith("/eligibility"))
                                .toList()
                                .getLast()
                                .body())
                .contains("\"costPlan\"", "\"300.50\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, '', cost.premises, eivät ole yhteensä yhtä paljon kuin kokonaiskustannukset",
        "350.50, 350.50, 0.01, income.own-money, eivät ole yhteensä yhtä paljon kuin kustannukset",
        "paljon, '', '', cost.premises, Kirjoita määrä euroina",
    })
    void namesWhatDoesNotAddUpAndLosesNothing(
            String premises, String total, String fees, String field, String why) {
        Map<String, String> form = form();
        form.put("cost.premises", premises.isEmpty() ? "350,50" : premises);
        form.put("totalCost", total);
        form.put("income.fees", fees);

        Page page = browser.submit(PLAN, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#" + field);
        assertThat(text(page.html())).contains(why);
        assertThat(page.html().select("[name=income.fees]").val()).isEqualTo(fees);
        assertThat(grants.asked()).noneMatch(each -> each.method().equals("PUT"));
    }

    @Test
    void keepsCostsThatTheCallDoesNotAskFor() {
        FakeGrants.draft(grants);
        assertThat(browser.open(PLAN).html().select("[name^=cost.]")).isEmpty();
        grants.on(
                "GET " + FakeGrants.APPLICATION,
                FakeGrants.application("draft", COSTS).and("ETag", "\"4\""));
        grants.on("PUT " + FakeGrants.APPLICATION, FakeGrants.application("draft", ""));
        Map<String, String> form = form();
        form.put("purpose", "Toinen");

        assertThat(browser.submit(PLAN, form).status()).isEqualTo(302);

        assertThat(sent()).contains("Toinen", "\"costPlan\"", "volunteer-work");
    }

    private Map<String, String> form() {
        return fields(browser.open(PLAN).html().select("main form").getFirst());
    }

    private String sent() {
        return grants.asked().stream()
                .filter(each -> each.method().equals("PUT"))
                .toList()
                .getLast()
                .body();
    }
}
