package fi.kumppani.grants.retention.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.retention.ForgetAged;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.util.List;

@GrantsServiceTest
class RetentionApiIntegrationTests {

    private static final String SCHEDULE = "/retention-schedule";

    @Autowired Api api;
    @Autowired ForgetAged forgetAged;
    @Autowired Clock clock;

    @Test
    void showsEverybodyTheTimesOfEveryKindWithTheirBasis() {
        Answer schedule = api.in("179").get(SCHEDULE);

        assertThat(schedule.status()).isEqualTo(200);
        assertThat(schedule.json().at("/items").size()).isEqualTo(12);
        schedule.json()
                .at("/items")
                .forEach(
                        each -> {
                            for (String language : new String[] {"fi", "sv", "en"}) {
                                assertThat(each.at("/basis/" + language).asString()).isNotBlank();
                            }
                        });
        assertThat(schedule.body())
                .contains("\"kind\":\"de-minimis\",\"from\":\"decided\",\"kept\":\"P10Y\"");
    }

    @Test
    void keepsToWhatTheMunicipalityChoseWithinTheLaw() {
        Api elsewhere = api.in("052");
        Tokens coordinator =
                Tokens.of("coordinator").inMunicipality("052").withRoles(Role.COORDINATOR);
        Answer seen = elsewhere.get(SCHEDULE);

        assertThat(choose(elsewhere, coordinator, seen, "payments", "P5Y").text("/errors/0/code"))
                .isEqualTo("too-short");
        assertThat(choose(elsewhere, coordinator, seen, "payments", "P99Y").text("/errors/0/code"))
                .isEqualTo("out-of-range");
        assertThat(choose(elsewhere, coordinator, seen, "decision", "P20Y").text("/reason"))
                .isEqualTo("kept-for-ever");
        assertThat(choose(elsewhere, coordinator, seen, "letters", "P20Y").status()).isEqualTo(404);
        assertThat(
                        choose(
                                        elsewhere,
                                        Tokens.of("officer")
                                                .inMunicipality("052")
                                                .withRoles(Role.GRANT_OFFICER),
                                        seen,
                                        "payments",
                                        "P7Y")
                                .status())
                .isEqualTo(403);

        Answer chosen = choose(elsewhere, coordinator, seen, "payments", "P7Y");
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.body())
                .contains("\"kept\":\"P7Y\"", "\"standing\":\"municipality\"", "Hallitus § 12");
        assertThat(choose(elsewhere, coordinator, seen, "payments", "P8Y").status()).isEqualTo(412);
        assertThat(api.get(SCHEDULE).body()).doesNotContain("P7Y");
    }

    @Test
    void tellsOfAnApplicationUntilWhenItIsKeptAndWhatIsErased() {
        String association = api.association();
        api.mandate("anna", association);
        String id = api.granted(association);
        String path = "/applications/" + id + "/retention";

        Answer kept = api.get(path, Api.person("anna"));

        int year = FinnishTime.today(clock).getYear();
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
        assertThat(kept.text("/endedOn")).isEqualTo(FinnishTime.today(clock).toString());
        assertThat(kept.body())
                .contains(
                        "{\"kind\":\"application\",\"kept\":\"P10Y\",\"until\":\""
                                + (year + 10)
                                + "-12-31\"")
                .contains("{\"kind\":\"decision\",\"kept\":null,\"until\":null");
        assertThat(api.get(path, Api.person("nobody")).status()).isEqualTo(404);
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);

        Tenancy.runIn(
                new MunicipalityCode("743"),
                () ->
                        forgetAged.forget(
                                List.of(new ApplicationId(id)),
                                FinnishTime.today(clock).plusYears(12)));
        Answer later = api.get(path, Api.officer());
        assertThat(later.body()).containsPattern("\"kind\":\"application\",[^}]*\"erasedAt\":\"20");
        Answer application = api.get("/applications/" + id, Api.officer());
        assertThat(application.status()).as(application.body()).isEqualTo(200);
        assertThat(application.body()).doesNotContain("Kyläjuhlan", "kyla@example.org");
        assertThat(application.body()).contains("300.00");
        assertThat(api.get("/applications/" + id + "/decision/document", Api.officer()).status())
                .isIn(200, 409);
    }

    private static Answer choose(Api api, Tokens who, Answer seen, String kind, String kept) {
        return api.put(
                SCHEDULE + "/" + kind,
                who,
                seen.header("ETag"),
                "{\"kept\":\"%s\",\"decidedIn\":\"Hallitus § 12\"}".formatted(kept));
    }
}
