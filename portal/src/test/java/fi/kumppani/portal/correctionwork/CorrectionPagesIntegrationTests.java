package fi.kumppani.portal.correctionwork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** What was decided, version by version, and correcting an error in it. */
class CorrectionPagesIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeVersions.PAGE;

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);
    private FakeVersions versions;

    @BeforeEach
    void haveADecision() {
        versions = new FakeVersions(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("decision-maker");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void letsOfficialsOfTheMunicipalityInAndNobodyElse() {
        assertThat(browser().open(PAGE).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(PAGE).status()).isEqualTo(404);
        assertThat(browser.open(PAGE.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b, main i, main script")).isEmpty();
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(browser.submit(PAGE, Map.of("error", "clerical", "corrects", "2")).status())
                .isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void tellsEveryDecisionThereWas() {
        assertThat(browser.open(FakeWork.PAGE).html().select("main a").eachAttr("href"))
                .contains(PAGE);

        Document html = browser.open(PAGE).html();
        assertThat(html.select("h2").eachText())
                .startsWith("Päätös 2, ke 1.4.2026", "Päätös 1, pe 20.3.2026");
        assertThat(html.select("section:has(#version2)").text())
                .contains("Voimassa", "Kirjoitusvirhe korjattu", "§ 12", "Terveys <b>");
        assertThat(html.select("section:has(#version1)").text())
                .contains("Korvattu uudella päätöksellä", "250 €", "Ensin <i>näin")
                .doesNotContain("Kirjoitusvirhe");
    }

    @Test
    void isReadButNotCorrectedByThoseWhoOnlyHandle() {
        Map<String, String> form = filled();
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");

        Document html = officer.open(PAGE).html();
        assertThat(html.select("main form")).isEmpty();
        assertThat(Forms.text(html)).contains("Virheen korjaa päätöksentekijä");
        form.put("_csrf", html.select("[name=_csrf]").val());
        assertThat(officer.submit(PAGE, form).status()).isEqualTo(404);
    }

    @Test
    void correctsAClericalErrorAndKeepsHowTheSumIsDivided() {
        Map<String, String> form = filled();
        assertThat(form)
                .containsEntry("amount", "300")
                .containsEntry("explanation.fi", "Lyöntivirhe");
        Page unsaid = browser.submit(PAGE, form);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#error");
        form.put("error", "clerical");
        form.put("section", "§ 13");

        Page corrected = browser.submit(PAGE, form);

        assertThat(corrected.location().toString()).endsWith("/corrections?done=corrected");
        assertThat(grants.last("POST").header("Idempotency-Key")).containsExactly(form.get("key"));
        JsonNode sent = tree(grants.last("POST").body());
        assertThat(sent.get("corrects").asInt()).isEqualTo(2);
        assertThat(sent.get("section").asString()).isEqualTo("§ 13");
        assertThat(sent.at("/verdict/shares").findValuesAsString("category"))
                .containsExactly("materials", "rent");
        assertThat(sent.at("/verdict/secret").asString()).isEqualTo("Terveys <b>");
        assertThat(Forms.text(browser.open(PAGE + "?done=corrected").html()))
                .contains("Päätös on korjattu");
    }

    @Test
    void needsReasonsForAFactualErrorAndConsentToLess() {
        Map<String, String> form = filled();
        form.put("error", "factual");
        form.put("amount", "200,50");
        form.put("explanation.fi", "");
        Page without = browser.submit(PAGE, form);
        assertThat(without.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#explanation.fi");

        form.put("explanation.fi", "Kulut eivät ole tukikelpoisia");
        Page detriment = browser.submit(PAGE, form);
        assertThat(detriment.status()).isEqualTo(422);
        assertThat(detriment.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#consentedOn");
        assertThat(detriment.html().select("#consentedOn-wrong").text()).contains("suostui");
        assertThat(detriment.html().select("[name=amount]").val()).isEqualTo("200,50");

        form.put("consentedOn", "1.4.2026");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(302);
        JsonNode sent = tree(grants.last("POST").body());
        assertThat(sent.get("consentedOn").asString()).isEqualTo("2026-04-01");
        assertThat(sent.at("/verdict").has("shares")).isFalse();

        form.put("consentedOn", "");
        form.put("causedByParty", "true");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(302);
        assertThat(tree(grants.last("POST").body()).get("causedByParty").asBoolean()).isTrue();
    }

    @Test
    void saysThatAnotherDecisionTookItsPlaceMeanwhile() {
        Map<String, String> form = filled();
        form.put("error", "clerical");
        versions.isReplaced();

        Page overtaken = browser.submit(PAGE, form);

        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(Forms.alert(overtaken)).contains("korvattu toisella");
        assertThat(overtaken.html().select("h2").getFirst().text()).startsWith("Päätös 3");
        assertThat(overtaken.html().select("[name=corrects]").val()).isEqualTo("3");
        assertThat(overtaken.html().select("[name='explanation.fi']").text())
                .isEqualTo("Lyöntivirhe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"too-late-to-correct", "declined", "imported"})
    void saysWhyItCannotBeCorrected(String reason) {
        Map<String, String> form = filled();
        form.put("error", "clerical");
        grants.on("POST " + FakeVersions.CORRECTIONS, FakeWork.refused(reason));

        Page refused = browser.submit(PAGE, form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).isNotBlank().doesNotContain("??", "Tarkista tiedot");
    }

    @Test
    void putsASumThatIsTooLargeAtItsField() {
        Map<String, String> form = filled();
        form.put("error", "clerical");
        form.put("amount", "400");

        Page refused = browser.submit(PAGE, form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("#amount-wrong").text()).contains("suurempi kuin haettu");
    }

    @Test
    void losesNothingWhileTheServiceIsAway() {
        Map<String, String> form = filled();
        form.put("error", "clerical");
        form.put("explanation.sv", "Skrivfel");
        grants.on("POST " + FakeVersions.CORRECTIONS, exchange -> exchange.close());
        Page away = browser.submit(PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name='explanation.sv']").text()).isEqualTo("Skrivfel");
        assertThat(away.html().select("[name=key]").val()).isEqualTo(form.get("key"));

        grants.on("GET " + FakeVersions.VERSIONS, Reply.problem(503, "away"));
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(503);
        versions = new FakeVersions(grants, service(Backend.REGISTRY));
        Document again = browser.open(PAGE).html();
        assertThat(again.select("[name='explanation.sv']").text()).isEqualTo("Skrivfel");
        assertThat(again.select("[role=alert]").text()).contains("tallella");
    }

    private Map<String, String> filled() {
        return Forms.filled(browser.open(PAGE).html(), 0);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
