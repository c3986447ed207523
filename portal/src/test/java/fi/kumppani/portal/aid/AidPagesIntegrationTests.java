package fi.kumppani.portal.aid;

import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.filled;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
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

/** Applicants declare their other de minimis aid, and officers note what was declared to them. */
class AidPagesIntegrationTests extends PortalUnderTest {

    private static final String OWN = FakeGrants.PAGE + "/de-minimis";
    private static final String WORK = FakeWork.PAGE + "/de-minimis";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAnApplication() {
        FakeGrants.draft(grants);
        FakeWork.waits(grants, service(Backend.REGISTRY));
        FakeAid.tell(grants, FakeAid.NEVER, 3);
    }

    private void logIn(String role) {
        identityProvider().rolesAre(role);
        browser.logIn(identityProvider(), "/login");
    }

    @ParameterizedTest
    @CsvSource({
        OWN + ", association-representative, coordinator",
        WORK + ", grant-officer, association-representative"
    })
    void letsThoseInWhoMayAndNobodyElse(String path, String role, String other) {
        assertThat(browser.open(path).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre(other);
        Browser somebodyElse = browser();
        somebodyElse.logIn(identityProvider(), "/login");
        assertThat(somebodyElse.open(path).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();

        logIn(role);
        assertThat(browser.submit(path, Map.of("none", "true")).status())
                .as("without its token")
                .isEqualTo(403);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
        grants.on("GET " + FakeAid.API, Reply.problem(404, "not-found"));
        assertThat(browser.open(path).status()).isEqualTo(404);
        grants.on("GET " + FakeAid.API, Reply.problem(503, "away"));
        assertThat(browser.open(path).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({OWN + ", association-representative", WORK + ", grant-officer"})
    void takesADeclarationDown(String path, String role) {
        logIn(role);
        Document html = browser.open(path).html();
        assertThat(text(html))
                .contains("300 000 €", "295 799,50 €", "Ei vielä ilmoitettu")
                .contains("Seinäjoki", "999");
        Map<String, String> form = filled(html, 0);
        form.put("aid0.granter", "Business Finland");
        form.put("aid0.grantedOn", "5.5.2025");
        form.put("aid0.amount", "1 200,50 €");

        Page saved = browser.submit(path, form);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.location().toString()).endsWith(path + "?done=saved");
        assertThat(grants.last("PUT").body())
                .contains("\"granter\":\"Business Finland\"")
                .contains("\"grantedOn\":\"2025-05-05\"", "\"amount\":\"1200.50\"");
        FakeAid.tell(grants, FakeAid.HERE, 4);
        Document again = browser.open(saved.location().toString()).html();
        assertThat(again.select("[role=status]").text()).contains("tallennettu");
        assertThat(again.select("[name='aid0.granter']").val()).isEqualTo("Elinvoimakeskus <b>");
        assertThat(again.select("[name='aid0.amount']").val()).isEqualTo("1200,50");
    }

    @Test
    void takesDownThatThereIsNone() {
        logIn("association-representative");
        Map<String, String> form = filled(browser.open(OWN).html(), 0);
        Page empty = browser.submit(OWN, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(alert(empty)).contains("rastita");
        assertThat(grants.asked()).noneMatch(asked -> asked.method().equals("PUT"));

        form.put("none", "true");
        assertThat(browser.submit(OWN, form).status()).isEqualTo(302);
        assertThat(grants.last("PUT").body()).isEqualTo("{\"items\":[]}");

        form.put("aid0.granter", "Joku");
        assertThat(alert(browser.submit(OWN, form))).contains("Poista jompikumpi");
    }

    @ParameterizedTest
    @CsvSource({
        "aid1.granter, Joku, '#aid1.grantedOn,#aid1.amount'",
        "aid1.grantedOn, 2099-01-01, '#aid1.granter,#aid1.grantedOn,#aid1.amount'",
        "aid1.amount, 0, '#aid1.granter,#aid1.grantedOn,#aid1.amount'"
    })
    void saysAtEachFieldWhatIsWrongAndLosesNothing(String field, String value, String faults) {
        logIn("association-representative");
        Map<String, String> form = filled(browser.open(OWN).html(), 0);
        form.put(field, value);

        Page page = browser.submit(OWN, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly(faults.split(","));
        assertThat(page.html().select("[name='" + field + "']").val()).isEqualTo(value);
    }

    @Test
    void mindsWhatSomebodyElseDeclaredMeanwhileButNoGrantOfAnotherMunicipality() {
        logIn("association-representative");
        Map<String, String> form = filled(browser.open(OWN).html(), 0);
        form.put("none", "true");
        FakeAid.tell(grants, FakeAid.NEVER, 9);
        assertThat(browser.submit(OWN, form).status()).isEqualTo(302);

        FakeAid.tell(grants, FakeAid.HERE, 10);
        Page stale = browser.submit(OWN, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select(".saved").text()).contains("Elinvoimakeskus <b>");
        assertThat(stale.html().select("[name=none][checked]")).hasSize(1);
        Page onPurpose = browser.submit(OWN, filled(stale.html(), 0));
        assertThat(onPurpose.status()).isEqualTo(302);
    }

    @Test
    void saysThatWhatIsWrittenTakesThePlaceOfWhatWasDeclaredElsewhere() {
        FakeAid.tell(grants, FakeAid.ELSEWHERE, 3);
        logIn("association-representative");

        assertThat(text(browser.open(OWN).html())).contains("1 200,50 € (ti 3.11.2026)", "tilalle");
    }

    @ParameterizedTest
    @CsvSource({OWN + ", association-representative", WORK + ", grant-officer"})
    void losesNothingWhileTheServiceIsAwayOrTheLoginIsOver(String path, String role) {
        logIn(role);
        Map<String, String> form = filled(browser.open(path).html(), 0);
        form.put("aid0.granter", "Business Finland");
        form.put("aid0.grantedOn", "2025-05-05");
        form.put("aid0.amount", "10");
        grants.on("PUT " + FakeAid.API + "/declaration", Reply.problem(503, "away"));
        Page away = browser.submit(path, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name='aid0.granter']").val()).isEqualTo("Business Finland");

        grants.on("GET " + FakeAid.API, Reply.problem(401, "{}"));
        assertThat(browser.submit(path, form).location().getPath()).isEqualTo("/login");
        FakeAid.tell(grants, FakeAid.NEVER, 3);
        Document again = browser.open(path).html();
        assertThat(again.select("[name='aid0.granter']").val()).isEqualTo("Business Finland");
        assertThat(again.select("[role=alert]").text()).isNotBlank();
    }

    @Test
    void isReadByThoseWhoOnlyDecide() {
        logIn("decision-maker");

        Page page = browser.open(WORK);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(browser.open(FakeWork.PAGE).html().select("main a").eachAttr("href"))
                .contains(WORK);
    }

    @Test
    void isAskedForOnTheApplicationsPageWhereTheCallGrantsSuchAid() {
        logIn("association-representative");
        FakeGrants.arrived(grants, "submitted", "", "");
        assertThat(text(browser.open(FakeGrants.PAGE).html())).contains("Jos kunta pyytää");

        grants.on("GET " + FakeWork.CALL, Reply.json(200, AID_CALL));
        Document needed = browser.open(FakeGrants.PAGE).html();
        assertThat(text(needed)).contains("ennen sitä päätöstä ei voida tehdä");
        assertThat(needed.select("main a").eachAttr("href")).contains(OWN);
        FakeAid.tell(grants, FakeAid.HERE, 4);
        assertThat(text(browser.open(FakeGrants.PAGE).html())).contains("Olette ilmoittaneet");
    }

    private static final String AID_CALL =
            """
            {"id":"c1","open":true,"title":{"fi":"Kylien kehittämisraha"},"budget":"30000.00",
             "capPerApplication":"400.00","scheme":{"kind":"event","payment":{"mode":"in-advance"},
             "deMinimis":true}}
            """;
}
