package fi.kumppani.grants.board.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

@GrantsServiceTest
class BoardListApiIntegrationTests {

    private static final String GRANT = "{\"decision\":\"grant\",\"amount\":\"%s\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory database;
    @Autowired Clock clock;

    private String call;
    private String list;

    @BeforeEach
    void haveAList() {
        call = api.publishedCall("1000.00", "400.00");
        list = start(today());
    }

    @Test
    void goesFromProposalsToDecisions() {
        String first = submitted();
        String second = submitted();
        String third = submitted();
        propose(first, GRANT.formatted("400.00"));
        propose(
                second,
                """
                {"decision":"grant","amount":"300.00","reasons":["budget-exhausted"],
                 "explanation":{"fi":"Raha ei riitä kaikkeen"},"secret":"Liikesalaisuus"}
                """);
        propose(third, "{\"decision\":\"refuse\",\"reasons\":[\"outside-purpose\"]}");
        assertThat(get("").text("/proposed")).isEqualTo("700.00");
        assertThat(api.get(list + "/public").status()).isEqualTo(404);

        Answer presented = present();
        assertThat(presented.status()).as(presented.body()).isEqualTo(200);
        assertThat(presented.text("/state")).isEqualTo("presented");
        Answer open = api.get(list + "/public");
        assertThat(open.body()).contains("Raha ei riitä kaikkeen");
        assertThat(open.body()).doesNotContain("Liikesalaisuus", "officer");
        assertThat(open.text("/page/items/1/proposal/amount")).isEqualTo("300.00");
        assertThat(get("/rows").body()).contains("Liikesalaisuus");

        Answer minutes =
                record(
                        """
                        {"section":"§ 44",
                         "exceptions":[
                           {"applicationId":"%s","resolution":"otherwise",
                            "verdict":{"decision":"grant","amount":"250.00"}},
                           {"applicationId":"%s","resolution":"tabled"}],
                         "withdrawals":[
                           {"applicationId":"%s","ground":"board-seat","members":2}]}
                        """
                                .formatted(second, third, first));
        assertThat(minutes.status()).as(minutes.body()).isEqualTo(200);
        assertThat(minutes.text("/state")).isEqualTo("carried-out");
        assertThat(minutes.text("/minutes/withdrawals/0/members")).isEqualTo("2");

        JsonNode rows = get("/rows").json().at("/items");
        assertThat(rows.at("/0/outcome").asString()).isEqualTo("granted");
        assertThat(rows.at("/0/resolution").asString()).isEqualTo("as-proposed");
        assertThat(rows.at("/1/outcome").asString()).isEqualTo("partly-granted");
        assertThat(rows.at("/1/granted").asString()).isEqualTo("250.00");
        assertThat(rows.at("/2/leftOpen").asString()).isEqualTo("tabled");
        Answer decided = api.get("/applications/" + first, Api.officer());
        assertThat(decided.text("/decision/maker/title")).isEqualTo("kulttuurilautakunta");
        assertThat(decided.text("/decision/maker/section")).isEqualTo("§ 44");
        assertThat(api.get("/applications/" + third, Api.officer()).text("/status"))
                .isEqualTo("submitted");

        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_BOARD,
                        each -> list.endsWith(each.subject()) && each.sequence() == 2);
        assertThat(told.type()).isEqualTo("grants.board.recorded.v1");
        assertThat(told.body()).contains("§ 44").doesNotContain("decider");
        assertThat(
                        messages.awaitMessage(
                                        Topics.GRANTS_BOARD,
                                        each ->
                                                list.endsWith(each.subject())
                                                        && each.sequence() == 3)
                                .type())
                .isEqualTo("grants.board.carried-out.v1");
        assertThat(propose(start(today()), third, GRANT.formatted("1.00"), "\"0\"").status())
                .as("what was tabled goes onto another list")
                .isEqualTo(200);
    }

    @Test
    void isATableWithoutFormulasAndSecrets() {
        String application = submitted();
        propose(
                application,
                """
                {"decision":"grant","amount":"10.00","reasons":["budget-exhausted"],
                 "explanation":{"fi":"=1+1"},"secret":"Hys hys"}
                """);

        Answer table = get("/rows.csv");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body())
                .contains(",grant,10.00,budget-exhausted,'=1+1,")
                .doesNotContain("Hys hys");
        assertThat(api.get(list + "/rows.csv", Api.person("somebody")).status()).isEqualTo(403);
    }

    @Test
    void keepsTheSecretPartEncrypted() {
        String application = submitted();
        propose(
                application,
                "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"],\"secret\":\"Hys hys\"}");

        String kept =
                String.valueOf(
                        database.getMongoDatabase()
                                .getCollection("boardRows")
                                .find(new Document("body.application", application))
                                .first());

        assertThat(kept).contains(application).doesNotContain("Hys hys");
        assertThat(get("/rows/" + application).text("/proposal/secret")).isEqualTo("Hys hys");
    }

    @Test
    void changesAndTakesOffRowsAtTheVersionThatWasSeen() {
        String application = submitted();
        Answer first = propose(application, GRANT.formatted("100.00"));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");

        assertThat(propose(list, application, GRANT.formatted("2.00"), "\"0\"").status())
                .isEqualTo(412);
        Answer changed = propose(list, application, GRANT.formatted("2.00"), "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(get("").text("/proposed")).isEqualTo("2.00");
        assertThat(takeOff(application, "\"1\"").status()).isEqualTo(412);
        assertThat(takeOff(application, "\"2\"").status()).isEqualTo(204);
        assertThat(get("").text("/rows")).isEqualTo("0");
        assertThat(get("/rows").json().at("/items")).isEmpty();
        assertThat(get("/rows/" + application).status()).isEqualTo(404);
        assertThat(takeOff(application, "\"3\"").status()).isEqualTo(404);
        assertThat(propose(application, GRANT.formatted("3.00")).status()).isEqualTo(200);
        assertThat(get("").text("/proposed")).isEqualTo("3.00");
    }

    @Test
    void refusesRowsThatCannotBe() {
        String application = submitted();
        propose(application, GRANT.formatted("100.00"));
        String otherList = start(today());

        Answer elsewhere = propose(otherList, application, GRANT.formatted("1.00"), "\"0\"");
        Answer tooMuch = propose(list, application, GRANT.formatted("400.01"), "\"1\"");
        String granted = api.granted(api.association());
        Answer otherCall = propose(list, granted, GRANT.formatted("1.00"), "\"0\"");
        Answer noSuch = propose(list, api.newId(), GRANT.formatted("1.00"), "\"0\"");
        Answer wrong = propose(list, application, "{\"decision\":\"refuse\"}", "\"1\"");

        assertThat(elsewhere.text("/reason")).isEqualTo("on-another-list");
        assertThat(tooMuch.text("/reason")).isEqualTo("over-requested");
        assertThat(otherCall.text("/reason")).isEqualTo("other-call");
        assertThat(noSuch.status()).isEqualTo(404);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("reasons");
    }

    @Test
    void isPresentedOnlyWhenItCanBeCarriedOut() {
        assertThat(present().text("/reason")).isEqualTo("no-rows");
        String first = submitted();
        String second = submitted();
        String third = submitted();
        propose(first, GRANT.formatted("400.00"));
        propose(second, GRANT.formatted("400.00"));
        propose(third, GRANT.formatted("300.00"));

        Answer over = present();
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("/reason")).isEqualTo("over-available");
        assertThat(over.text("/detail")).contains("1000.00");

        decide(third);
        assertThat(present().text("/errors/0/field")).isEqualTo("rows[" + third + "]");
        assertThat(present().text("/reason")).isEqualTo("already-decided");
        assertThat(takeOff(third, "\"1\"").status()).isEqualTo(204);
        assertThat(put("/presentation", Api.officer(), "\"1\"", "").status()).isEqualTo(412);
        assertThat(present().status()).isEqualTo(200);

        assertThat(present().text("/reason")).isEqualTo("not-preparing");
        assertThat(takeOff(first, "\"1\"").text("/reason")).isEqualTo("not-preparing");
        assertThat(propose(list, first, GRANT.formatted("1.00"), "\"1\"").text("/reason"))
                .isEqualTo("not-preparing");
        assertThat(put("", Api.officer(), etag(), meeting(today())).text("/reason"))
                .isEqualTo("not-preparing");
    }

    @Test
    void minutesFollowTheMeeting() {
        String application = submitted();
        propose(application, GRANT.formatted("400.00"));
        String minutes = "{\"section\":\"§ 1\"}";
        assertThat(record(minutes).text("/reason")).isEqualTo("not-presented");
        assertThat(put("", Api.officer(), etag(), meeting(today().minusDays(1))).status())
                .isEqualTo(200);
        assertThat(present().text("/reason")).isEqualTo("meeting-passed");
        assertThat(put("", Api.officer(), etag(), meeting(today().plusDays(1))).status())
                .isEqualTo(200);
        assertThat(present().status()).isEqualTo(200);

        assertThat(record(minutes).text("/reason")).isEqualTo("meeting-not-held");
    }

    @Test
    void isRecordedOnce() {
        String application = submitted();
        propose(application, GRANT.formatted("400.00"));
        assertThat(present().status()).isEqualTo(200);
        String seen = etag();

        Answer unknown =
                record(
                        """
                        {"section":"§ 1","exceptions":[
                          {"applicationId":"%s","resolution":"tabled"}]}
                        """
                                .formatted(api.newId()));
        Answer tooMuch =
                record(
                        """
                        {"section":"§ 1","exceptions":[
                          {"applicationId":"%s","resolution":"otherwise",
                           "verdict":{"decision":"grant","amount":"400.01"}}]}
                        """
                                .formatted(application));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(tooMuch.text("/reason")).isEqualTo("over-requested");

        assertThat(record("{\"section\":\"§ 1\"}").status()).isEqualTo(200);
        assertThat(put("/minutes", Api.decider(), seen, "{\"section\":\"§ 1\"}").status())
                .isEqualTo(412);
        assertThat(record("{\"section\":\"§ 1\"}").text("/reason")).isEqualTo("already-recorded");
    }

    @Test
    void shutsOutWhoMustKeepOutOfARow() {
        String association = api.association();
        String application = api.submitted(call, association, "400.00");
        Tokens tied =
                Tokens.of("tied-" + api.newId())
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.GRANT_OFFICER, Role.DECISION_MAKER);
        Answer declared =
                api.put(
                        "/interest-ties/mine/" + api.newId().replaceFirst("....$", "0000"),
                        tied,
                        "\"0\"",
                        """
                        {"associationId":"%s","kind":"board-seat","from":"2026-01-01"}
                        """
                                .formatted(association));
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);

        Answer proposing = put("/rows/" + application, tied, "\"0\"", GRANT.formatted("100.00"));
        propose(application, GRANT.formatted("100.00"));
        Answer presenting = put("/presentation", tied, etag(), "");
        assertThat(present().status()).isEqualTo(200);
        Answer recording = put("/minutes", tied, etag(), "{\"section\":\"§ 1\"}");
        JsonNode row = api.get(list + "/rows", tied).json().at("/items/0");

        for (Answer answer : new Answer[] {proposing, presenting, recording}) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.text("/ground")).isEqualTo("board-seat");
        }
        assertThat(row.get("disqualified").asString()).isEqualTo("board-seat");
        assertThat(row.has("proposal")).isFalse();
    }

    @Test
    void isRecordedByWhoHasThePowerOfTheBoard() {
        Api kauhava = api.in("233");
        Tokens officer = Api.officer().inMunicipality("233");
        Tokens decider = Api.decider().inMunicipality("233");
        call = kauhava.publishedCall("1000.00", "400.00");
        list = start(kauhava, officer, today());
        String application = kauhava.submitted(call, api.association(), "400.00");
        String row = list + "/rows/" + application;
        assertThat(kauhava.put(row, officer, "\"0\"", GRANT.formatted("400.00")).status())
                .isEqualTo(200);
        String seen = kauhava.get(list, officer).header("ETag");
        assertThat(kauhava.put(list + "/presentation", officer, seen, "").status()).isEqualTo(200);
        power(kauhava, "\"limit\":\"399.99\",\"holders\":[\"decider\"]");
        power(kauhava, "\"holders\":[\"secretary\"]");
        String presented = kauhava.get(list, officer).header("ETag");
        String minutes = "{\"section\":\"§ 1\"}";

        Answer over = kauhava.put(list + "/minutes", decider, presented, minutes);
        Answer other = kauhava.put(list + "/minutes", decisionMaker("other"), presented, minutes);
        Answer right =
                kauhava.put(list + "/minutes", decisionMaker("secretary"), presented, minutes);

        assertThat(over.text("/reason")).isEqualTo("over-power");
        assertThat(other.text("/reason")).isEqualTo("no-power");
        assertThat(other.text("/ground")).isEqualTo("holder");
        assertThat(right.text("/state")).as(right.body()).isEqualTo("carried-out");
    }

    @Test
    void isCarriedOutInTheBackground() {
        call = api.publishedCall("30000.00", "400.00");
        list = start(today());
        String association = api.association();
        for (int i = 0; i < 40; i++) {
            propose(api.submitted(call, association, "400.00"), GRANT.formatted("10.00"));
        }
        assertThat(present().status()).isEqualTo(200);
        assertThat(record("{\"section\":\"§ 1\"}").status()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(api.get(list + "/public?limit=1").text("/state"))
                                        .isEqualTo("carried-out"));
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/granted"))
                .isEqualTo("400.00");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"section\":\" \"}', section",
        "'{\"section\":\"§"
                + " 1\",\"exceptions\":[{\"applicationId\":\"x\",\"resolution\":\"burnt\"}]}',"
                + " exceptions[0].resolution",
        "'{\"section\":\"§"
                + " 1\",\"exceptions\":[{\"applicationId\":\"x\",\"resolution\":\"otherwise\"}]}',"
                + " exceptions[0].verdict",
        "'{\"section\":\"§"
            + " 1\",\"withdrawals\":[{\"applicationId\":\"x\",\"ground\":\"shy\",\"members\":1}]}',"
            + " withdrawals[0].ground",
        "'{\"section\":\"§"
            + " 1\",\"withdrawals\":[{\"applicationId\":\"x\",\"ground\":\"board-seat\",\"members\":0}]}',"
            + " withdrawals[0].members",
    })
    void namesTheFieldOfMinutesThatIsWrong(String body, String field) {
        Answer answer = record(body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void isClosedToAllWhoNeitherHandleNorDecide() {
        String application = submitted();
        propose(application, GRANT.formatted("1.00"));

        assertThat(api.get(list).status()).isEqualTo(401);
        assertThat(api.get(list, Api.person("somebody")).status()).isEqualTo(403);
        assertThat(api.get(list + "/rows", Api.stranger()).status()).isEqualTo(404);
        assertThat(put("/presentation", Api.decider(), etag(), "").status()).isEqualTo(403);
        assertThat(put("/minutes", Api.officer(), etag(), "{\"section\":\"§ 1\"}").status())
                .isEqualTo(403);
        assertThat(
                        api.post(
                                        "/calls/" + api.newId() + "/board-lists",
                                        Api.officer(),
                                        meeting(today()))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void takesWhatCanTellOfPeopleOffTheWebWhenTheTimeToClaimIsOver() {
        String group = api.association("unregistered-group", true);
        String ofGroup = api.submitted(call, group, "400.00");
        String ofAssociation = submitted();
        for (String application : List.of(ofGroup, ofAssociation)) {
            var _ =
                    propose(
                            application,
                            """
                            {"decision":"refuse","reasons":["outside-purpose"],
                             "explanation":{"fi":"Maija Meikäläinen järjestää"}}
                            """);
        }
        assertThat(present().status()).isEqualTo(200);
        assertThat(record("{\"section\":\"§ 45\",\"exceptions\":[],\"withdrawals\":[]}").status())
                .isEqualTo(200);
        assertThat(api.get(list + "/public").body()).contains("Maija Meikäläinen", group);

        minutesAre(Duration.ofDays(20));
        assertThat(api.get(list + "/public").body()).contains("Maija Meikäläinen", group);
        minutesAre(Duration.ofDays(40));

        Answer after = api.get(list + "/public");
        assertThat(after.body())
                .contains("outside-purpose", "Kortesjärven", ofGroup)
                .doesNotContain("Meikäläinen", group);
        assertThat(after.json().at("/page/items/0").has("associationName")).isFalse();
        assertThat(get("/rows").body()).as("within the service it stays").contains("Meikäläinen");
    }

    /** Has the minutes taken down so long ago. */
    private void minutesAre(Duration old) {
        var changed =
                database.getMongoDatabase()
                        .getCollection("boardLists")
                        .updateOne(
                                new Document("_id", list.substring(list.lastIndexOf('/') + 1)),
                                new Document(
                                        "$set",
                                        new Document(
                                                "body.minutes.recorded.at",
                                                Date.from(clock.instant().minus(old)))));
        assertThat(changed.getMatchedCount()).isEqualTo(1);
    }

    @Test
    void startsOneListHoweverOftenTheRequestIsSent() {
        String key = api.newId();
        String path = "/calls/" + call + "/board-lists";
        Answer first = api.post(path, Api.officer(), meeting(today()), key);
        Answer again = api.post(path, Api.officer(), meeting(today()), key);
        Answer other = api.post(path, Api.officer(), meeting(today().plusDays(1)), key);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(path, Api.officer()).json().at("/items")).hasSize(2);
    }

    private void power(Api where, String more) {
        Answer recorded =
                where.put(
                        "/decision-powers/" + api.newId(),
                        Tokens.of("clerk").inMunicipality("233").withRoles(Role.COORDINATOR),
                        "\"0\"",
                        """
                        {"maker":"board","title":"kulttuurilautakunta","validFrom":"2026-01-01",
                         "rule":"hallintosääntö 25 §",%s}
                        """
                                .formatted(more));
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
    }

    private static Tokens decisionMaker(String subject) {
        return Tokens.of(subject).inMunicipality("233").withRoles(Role.DECISION_MAKER);
    }

    private String start(LocalDate on) {
        return start(api, Api.officer(), on);
    }

    private String start(Api where, Tokens officer, LocalDate on) {
        Answer started = where.post("/calls/" + call + "/board-lists", officer, meeting(on));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/calls/" + call + "/board-lists/" + started.text("/id");
    }

    private static String meeting(LocalDate on) {
        return "{\"board\":\"kulttuurilautakunta\",\"meetingOn\":\"%s\"}".formatted(on);
    }

    private String submitted() {
        return api.submitted(call, api.association(), "400.00");
    }

    private void decide(String application) {
        Answer decided =
                api.post(
                        "/applications/" + application + "/decision",
                        Api.decider(),
                        "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
    }

    private Answer propose(String application, String proposal) {
        Answer answer = propose(list, application, proposal, "\"0\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private Answer propose(String onto, String application, String proposal, String seen) {
        return api.put(onto + "/rows/" + application, Api.officer(), seen, proposal);
    }

    private Answer takeOff(String application, String seen) {
        return api.send(
                HttpMethod.DELETE,
                list + "/rows/" + application,
                Api.officer().bearer(),
                "",
                "If-Match",
                seen);
    }

    private Answer present() {
        return put("/presentation", Api.officer(), etag(), "");
    }

    private Answer record(String minutes) {
        return put("/minutes", Api.decider(), etag(), minutes);
    }

    private Answer put(String door, Tokens token, String seen, String body) {
        return api.put(list + door, token, seen, body);
    }

    private Answer get(String door) {
        return api.get(list + door, Api.officer());
    }

    private String etag() {
        return get("").header("ETag");
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
