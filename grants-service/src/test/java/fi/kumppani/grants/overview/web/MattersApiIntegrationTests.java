package fi.kumppani.grants.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

@GrantsServiceTest
class MattersApiIntegrationTests {

    private static final Tokens BOARD =
            Tokens.of("board-secretary").inMunicipality("743").withRoles(Role.DECISION_MAKER);

    @Autowired Api api;
    @Autowired Clock clock;

    private LocalDate today;

    @BeforeEach
    void haveAnAppealEdition() {
        api.haveAnAppealEdition();
        today = FinnishTime.today(clock);
    }

    @Test
    void tellsWhatWaitsAfterADecisionAndSinceWhen() {
        String call = api.publishedCall("30000.00", "400.00");
        String waiting = api.submitted(call, api.association(), "300.00");
        String granted = api.granted(call, api.association());
        String application = "/applications/" + granted;

        assertThat(what(call)).containsExactly("decision-untold");

        told(application);
        assertThat(what(call)).isEmpty();

        claimed(application);
        done(
                api.post(
                        application + "/changes",
                        Api.officer(),
                        "{\"use\":\"Kesäjuhla\",\"reasons\":\"Sali paloi\"}"));

        Answer list = list(call);
        assertThat(what(call)).containsExactlyInAnyOrder("redress-open", "change-asked");
        assertThat(list.json().at("/items")).hasSize(2);
        assertThat(list.json().at("/items/0/matters")).isEmpty();
        list.json()
                .at("/items/1/matters")
                .forEach(
                        each -> {
                            assertThat(each.at("/applicationId").asString())
                                    .isEqualTo(granted)
                                    .isNotEqualTo(waiting);
                            assertThat(each.at("/number").asInt()).isEqualTo(1);
                            assertThat(each.at("/since").asString()).isEqualTo(today.toString());
                        });
    }

    @Test
    void givesWhatWaitsToSpreadsheets() {
        String call = api.publishedCall("30000.00", "400.00");
        String granted = api.granted(call, api.association());
        String path = "/calls/" + call + "/matters.csv";

        Answer table = api.get(path, Api.officer());

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(granted + ",743/")
                .endsWith(",decision-untold,," + today);
        assertThat(api.get("/calls/nowhere/matters.csv", Api.officer()).status()).isEqualTo(404);
        assertThat(api.get(path, Api.person("somebody")).status()).isEqualTo(403);
    }

    @Test
    void tellsThatARulingWaitsToBeTold() {
        String call = api.publishedCall("30000.00", "400.00");
        String application = "/applications/" + api.granted(call, api.association());
        told(application);
        claimed(application);
        done(
                api.put(
                        application + "/decision/redress/cases/1/ruling",
                        BOARD,
                        "\"1\"",
                        "{\"outcome\":\"dismissed\",\"section\":\"§ 12\"}"));

        assertThat(what(call)).containsExactly("ruling-untold");
    }

    @Test
    void tellsWhoMustKeepOutNothing() {
        String call = api.publishedCall("30000.00", "400.00");
        String application = "/applications/" + api.granted(call, api.association());
        done(api.put(application + "/recusals/mine", Api.decider(), "\"0\"", ""));

        assertThat(
                        api.get("/calls/" + call + "/matters", Api.decider())
                                .json()
                                .findValuesAsString("what"))
                .isEmpty();
        assertThat(what(call)).containsExactly("decision-untold");
    }

    @Test
    void isForOfficialsOfTheMunicipalityAndAnnouncedCalls() {
        String path = "/calls/" + api.publishedCall("30000.00", "400.00") + "/matters";
        String draft =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");

        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(api.get(path, Api.person("anna")).status()).isEqualTo(403);
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get("/calls/" + draft + "/matters", Api.officer()).status()).isEqualTo(404);
        assertThat(api.get(path + "?cursor=eA", Api.officer()).status()).isEqualTo(400);
    }

    private void told(String application) {
        done(
                api.put(
                        application + "/decision/notification/sending",
                        Api.officer(),
                        "\"0\"",
                        "{\"channel\":\"letter\",\"sentOn\":\"%s\"}".formatted(today)));
    }

    private void claimed(String application) {
        done(
                api.post(
                        application + "/decision/redress/claims",
                        Api.officer(),
                        """
                        {"by":"party","arrivedOn":"%s","claimant":"Kyläyhdistys","text":"Lisää"}
                        """
                                .formatted(today)));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    private Answer list(String call) {
        return api.get("/calls/" + call + "/matters", Api.officer());
    }

    private List<String> what(String call) {
        return list(call).json().findValuesAsString("what");
    }
}
