package fi.kumppani.grants.deminimis.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.deadline.WorkingDays;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;

@GrantsServiceTest
class DeMinimisIntegrationTests {

    private static final Tokens DECIDER_ELSEWHERE =
            Tokens.of("decider-there").inMunicipality("145").withRoles(Role.DECISION_MAKER);

    @Autowired Api api;
    @Autowired Clock clock;

    @Test
    void refusesWhatIsOverTheLimitAndSaysHowMuchIsUsed() {
        String association = api.association();
        api.mandate("aid-declarer", association);
        String id = api.submitted(call(api), association, "300.00");
        String path = "/applications/" + id + "/de-minimis";
        assertThat(decide(id).text("/reason")).isEqualTo("de-minimis-undeclared");

        Answer declared =
                api.put(
                        path + "/declaration",
                        Api.personFromElsewhere("aid-declarer"),
                        version(path),
                        declaration("299800.00"));

        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        assertThat(declared.text("/left")).isEqualTo("200.00");
        assertThat(declared.text("/declared/0/granter")).isEqualTo("ELY-keskus");
        Answer refused = decide(id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("over-de-minimis");
        assertThat(refused.body()).contains("300000.00", "299800.00");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/status"))
                .isEqualTo("submitted");

        var _ = api.put(path + "/declaration", Api.officer(), version(path), "{\"items\":[]}");
        assertThat(decide(id).status()).isEqualTo(201);
        assertThat(api.get(path, Api.officer()).text("/used")).isEqualTo("300.00");
    }

    @Test
    void countsWhatAnotherMunicipalityGrantedUntilItIsDeclined() {
        String association = api.association();
        Api there = api.in("145");
        String id = there.submitted(call(there), association, "300.00");
        var _ =
                there.put(
                        "/applications/" + id + "/de-minimis/declaration",
                        Tokens.of("o").inMunicipality("145").withRoles(Role.GRANT_OFFICER),
                        "\"0\"",
                        "{\"items\":[]}");
        Answer granted =
                there.post(
                        "/applications/" + id + "/decision",
                        DECIDER_ELSEWHERE,
                        "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        String here = api.submitted(call(api), association, "100.00");
        String path = "/applications/" + here + "/de-minimis";

        Answer seen = api.get(path, Api.officer());

        assertThat(seen.text("/used")).isEqualTo("300.00");
        assertThat(seen.text("/grants/0/municipality")).isEqualTo("145");
        assertThat(seen.json().has("declared")).isFalse();
        Answer table =
                there.get(
                        "/de-minimis/register.csv?year=2026",
                        Tokens.of("o").inMunicipality("145").withRoles(Role.GRANT_OFFICER));
        assertThat(table.body()).contains("aidAmountEur", association, "300.00", "Kunta 145");
        assertThat(table.body())
                .contains(
                        "grantingDate,registerBy,",
                        ","
                                + FinnishTime.today(clock)
                                + ","
                                + WorkingDays.after(FinnishTime.today(clock), 20)
                                + ",");
        Tokens officerThere = Tokens.of("o").inMunicipality("145").withRoles(Role.GRANT_OFFICER);
        String award = "/applications/" + id + "/award";
        Answer declined =
                there.put(
                        award + "/refusal",
                        officerThere,
                        there.get(award, officerThere).header("ETag"),
                        "");
        assertThat(declined.status()).as(declined.body()).isEqualTo(200);
        assertThat(api.get(path, Api.officer()).text("/used")).isEqualTo("0.00");
        assertThat(there.get("/de-minimis/register.csv?year=2026", officerThere).body())
                .doesNotContain(association);
    }

    @Test
    void keepsADeclarationToWhoActsForTheApplicantAndNamesEveryField() {
        String association = api.association();
        String id = api.submitted(call(api), association, "300.00");
        String path = "/applications/" + id + "/de-minimis/declaration";

        assertThat(
                        api.put(
                                        path,
                                        Api.personFromElsewhere("somebody"),
                                        "\"0\"",
                                        declaration("1.00"))
                                .status())
                .isEqualTo(404);
        Answer faulty =
                api.put(
                        path,
                        Api.officer(),
                        "\"0\"",
                        """
                        {"items":[{"granter":"X","grantedOn":"2999-01-01","amount":"0.00"}]}
                        """);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("items[0].grantedOn", "items[0].amount");
        assertThat(api.put(path, Api.officer(), "\"7\"", declaration("1.00")).status())
                .isEqualTo(412);
    }

    @Test
    void leavesOtherGrantsAlone() {
        String id = api.granted(api.association());

        assertThat(api.get("/applications/" + id + "/de-minimis", Api.officer()).text("/used"))
                .isEqualTo("0.00");
    }

    private static String call(Api where) {
        return where.publishedCallWith("{\"kind\":\"project\",\"deMinimis\":true}");
    }

    private Answer decide(String id) {
        return api.post(
                "/applications/" + id + "/decision",
                Api.decider(),
                "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
    }

    private String version(String path) {
        return api.get(path, Api.officer()).header("ETag");
    }

    private String declaration(String amount) {
        return """
        {"items":[{"granter":"ELY-keskus","grantedOn":"%s","amount":"%s"}]}
        """
                .formatted(FinnishTime.today(clock), amount);
    }
}
