package fi.kumppani.grants.appeal.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import java.time.Clock;
import java.time.LocalDate;

@GrantsServiceTest
class AppealInstructionApiIntegrationTests {

    @Autowired Api api;
    @Autowired Clock clock;

    @Test
    void goesWithADecisionByItsDayAndMaker() {
        api.haveAnAppealEdition();
        String path = decided("{\"kind\":\"board\",\"title\":\"kulttuurilautakunta\"}");

        Answer finnish = api.get(path, Api.officer());
        Answer swedish = api.get(path + "?language=sv", Api.officer());

        assertThat(finnish.status()).as(finnish.body()).isEqualTo(200);
        assertThat(finnish.text("/validFrom")).isEqualTo("2020-01-01");
        assertThat(finnish.text("/sections/1/text")).contains("kulttuurilautakunta");
        assertThat(swedish.text("/title")).isEqualTo("Anvisning för begäran om omprövning");
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get(path, Api.person("somebody")).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWentWithEarlierDecisions() {
        api.haveAnAppealEdition();
        String path = decided("{\"kind\":\"official\"}");
        String before = api.get(path, Api.officer()).body();

        Answer now = keep(today(), "uusi lautakunta");
        Answer coming = keep(today().plusDays(30), "uusi lautakunta");

        assertThat(now.status()).isEqualTo(409);
        assertThat(now.text("/reason")).isEqualTo("already-valid");
        assertThat(coming.status()).as(coming.body()).isEqualTo(200);
        assertThat(api.get(path, Api.officer()).body()).isEqualTo(before);
        Answer all = api.get("/appeal-instructions");
        assertThat(all.text("/items/0/boardAbove/fi")).isEqualTo("uusi lautakunta");
        assertThat(all.body()).contains("\"validFrom\":\"2020-01-01\"");
    }

    @Test
    void saysSoWhenNoneIsValidForTheDay() {
        Tokens decider = Tokens.of("d").inMunicipality("052").withRoles(Role.DECISION_MAKER);

        assertThat(
                        api.get("//v1/municipalities/052/appeal-instructions", decider)
                                .json()
                                .at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "boardAbove,   '\"boardAbove\":{\"fi\":\"sivistyslautakunta\"},'",
        "address,      '\"address\":\"Kirkkokatu 6\",'",
        "email,        '\"email\":\"kirjaamo@example.org\",'",
        "openingHours, ',\"openingHours\":{\"fi\":\"ma–pe 9–15\"}'",
    })
    void namesTheFieldThatIsMissing(String field, String left) {
        String body = Api.appealEditionBody("sivistyslautakunta").replace(left, "");

        Answer answer = put(today().plusDays(60), Api.officer(), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @Test
    void isWrittenByOfficersOfTheMunicipalityAlone() {
        String body = Api.appealEditionBody("sivistyslautakunta");

        assertThat(put(today().plusDays(60), Api.stranger(), body).status()).isIn(403, 404);
        assertThat(put(today().plusDays(60), Api.person("somebody"), body).status()).isEqualTo(403);
    }

    private Answer keep(LocalDate validFrom, String board) {
        return put(validFrom, Api.officer(), Api.appealEditionBody(board));
    }

    private Answer put(LocalDate validFrom, Tokens token, String body) {
        return api.send(
                HttpMethod.PUT,
                "/appeal-instructions/" + validFrom,
                token.bearer(),
                body,
                null,
                "");
    }

    private String decided(String maker) {
        String call = api.publishedCall("30000.00", "400.00");
        String id = api.submitted(call, api.association(), "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"300.00\",\"maker\":" + maker + "}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return "/applications/" + id + "/decision/appeal-instruction";
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
