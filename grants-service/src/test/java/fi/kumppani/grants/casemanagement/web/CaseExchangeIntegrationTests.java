package fi.kumppani.grants.casemanagement.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import java.time.Clock;

@GrantsServiceTest
class CaseExchangeIntegrationTests {

    /** A municipality of its own, for what is recorded there as powers binds everybody in it. */
    private static final String HERE = "005";

    private static final Tokens PROGRAM =
            Tokens.of("case-management").inMunicipality(HERE).withScopes("cases:exchange");
    private static final Tokens OFFICER =
            Tokens.of("case-officer").inMunicipality(HERE).withRoles(Role.GRANT_OFFICER);
    private static final Tokens COORDINATOR =
            Tokens.of("case-coordinator").inMunicipality(HERE).withRoles(Role.COORDINATOR);

    @Autowired Api everywhere;
    @Autowired TestMessages messages;
    @Autowired Clock clock;
    private Api api;

    @BeforeEach
    void recordPower() {
        api = everywhere.in(HERE);
        Answer recorded =
                api.send(
                        HttpMethod.PUT,
                        "/decision-powers/019a5f0e-7c00-7000-8000-0000000000c5",
                        COORDINATOR.bearer(),
                        """
                        {"maker":"board","title":"kulttuurilautakunta","validFrom":"%s",
                         "rule":"hallintosääntö 25 §","limit":"350.00","holders":["secretary"]}
                        """
                                .formatted(today()),
                        null,
                        "");
        assertThat(recorded.status()).as(recorded.body()).isIn(200, 201);
    }

    @Test
    void goesFromAnArrivedApplicationToItsDecision() {
        String call = api.publishedCall("1000.00", "400.00");
        String id = api.submitted(call, api.association(), "300.00");
        String path = "/case-exchange/applications/" + id;
        Answer arrived = api.get("/case-exchange/calls/" + call + "/applications", PROGRAM);
        assertThat(arrived.text("/items/0/applicationId")).isEqualTo(id);
        assertThat(arrived.json().at("/items/0").has("caseNumber")).isFalse();
        assertThat(decide(id, 1, "300.00", "early-decision-1").body()).contains("case-not-opened");

        String number = "AJ/" + id;
        Answer opened = put(path, "{\"caseNumber\":\"%s\"}".formatted(number));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(put(path, "{\"caseNumber\":\"%s\"}".formatted(number)).body())
                .isEqualTo(opened.body());
        assertThat(put(path, "{\"caseNumber\":\"another\"}").body()).contains("opened-otherwise");
        assertThat(decide(id, 1, "300.00", "early-decision-2").body()).contains("nothing-proposed");
        Answer proposed = propose(id, "\"1\"", "250.00");
        assertThat(proposed.text("/status")).isEqualTo("proposed");
        Answer anew = propose(id, proposed.header("ETag"), "300.00");
        assertThat(anew.text("/proposal/number")).isEqualTo("2");
        assertThat(put(path + "/proposal/receipt", "{\"proposal\":1}").body())
                .contains("proposal-outdated");

        Answer document = api.get(path + "/proposal.pdf", PROGRAM);
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.response().getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        Answer sent = put(path + "/proposal/receipt", "{\"proposal\":2}");
        assertThat(sent.text("/status")).isEqualTo("sent");
        assertThat(propose(id, sent(id), "200.00").body()).contains("proposal-sent");

        Answer decided = decide(id, 2, "300.00", "the-decision");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.text("/status")).isEqualTo("decided");
        assertThat(decide(id, 2, "300.00", "the-decision").status()).isEqualTo(201);
        assertThat(decide(id, 2, "299.00", "the-decision").status()).isEqualTo(422);
        assertThat(decide(id, 2, "300.00", "another-decision").body()).contains("already-decided");
        assertThat(put(path + "/proposal/receipt", "{\"proposal\":2}").status()).isEqualTo(200);
        assertThat(put(path + "/proposal/return", "{\"proposal\":2}").body())
                .contains("already-decided");
        Answer application = api.get("/applications/" + id, OFFICER);
        assertThat(application.text("/status")).isEqualTo("granted");
        assertThat(application.text("/decision/maker/title")).isEqualTo("kulttuurilautakunta");
        assertThat(application.text("/decision/maker/section")).isEqualTo("§ 44");
        for (String status : new String[] {"opened", "proposed", "sent", "deciding", "decided"}) {
            var _ =
                    messages.awaitMessage(
                            Topics.GRANTS_CASE,
                            each ->
                                    each.subject().equals(id)
                                            && String.valueOf(each.body())
                                                    .contains("\"" + status + "\""));
        }
    }

    @Test
    void keepsToPowerImpartialityAndBudgetAndSaysWhy() {
        String call = api.publishedCall("400.00", "400.00");
        String other = api.submitted(call, api.association(), "100.00");
        var _ = put("/case-exchange/applications/" + other, "{\"caseNumber\":\"A/" + other + "\"}");
        var _ = propose(other, "\"1\"", "100.00");
        assertThat(decide(other, 1, "100.00", "the-first-one").status()).isEqualTo(201);
        String association = api.association();
        String id = api.submitted(call, association, "400.00");
        var _ = put("/case-exchange/applications/" + id, "{\"caseNumber\":\"B/" + id + "\"}");
        var _ = propose(id, "\"1\"", "340.00");

        assertThat(decide(id, 1, "360.00", "over-the-power").body()).contains("over-power");
        Answer stranger = decide(id, 1, "300.00", "no-holder-1", "somebody");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.body()).contains("no-power", "holder");
        Answer exceeded = decide(id, 1, "340.00", "over-budget");
        assertThat(exceeded.status()).isEqualTo(409);
        assertThat(exceeded.text("/reason")).isEqualTo("budget-exceeded");
        assertThat(api.get("/applications/" + id + "/case", OFFICER).text("/refused/reason"))
                .isEqualTo("budget-exceeded");
        api.mandate("secretary", association);
        Answer disqualified = decide(id, 1, "300.00", "not-impartial");
        assertThat(disqualified.status()).isEqualTo(403);
        assertThat(disqualified.body()).contains("disqualified", "mandate");
        assertThat(api.get("/applications/" + id, OFFICER).text("/status")).isEqualTo("submitted");
    }

    @Test
    void takesNoDecisionWhereNoPowerIsRecorded() {
        Api elsewhere = everywhere.in("009");
        String call = elsewhere.publishedCall("1000.00", "400.00");
        String id = elsewhere.submitted(call, elsewhere.association(), "300.00");
        Tokens program =
                Tokens.of("case-management").inMunicipality("009").withScopes("cases:exchange");
        var _ =
                elsewhere.send(
                        HttpMethod.PUT,
                        "/case-exchange/applications/" + id,
                        program.bearer(),
                        "{\"caseNumber\":\"C1\"}",
                        null,
                        "");
        var _ =
                elsewhere.put(
                        "/applications/" + id + "/case/proposal",
                        Tokens.of("o").inMunicipality("009").withRoles(Role.GRANT_OFFICER),
                        "\"1\"",
                        "{\"decision\":\"grant\",\"amount\":\"300.00\"}");

        Answer answer =
                elsewhere.post(
                        "/case-exchange/applications/" + id + "/decisions",
                        program,
                        decision(1, "300.00", "secretary"),
                        "no-power-recorded");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("no-power");
    }

    @Test
    void isOpenToTheProgramOfTheMunicipalityAlone() {
        String id =
                api.submitted(api.publishedCall("1000.00", "400.00"), api.association(), "300.00");
        String path = "/case-exchange/applications/" + id;

        assertThat(api.get(path, OFFICER).status()).isEqualTo(403);
        assertThat(
                        api.get(
                                        path,
                                        Tokens.of("case-management")
                                                .inMunicipality("179")
                                                .withScopes("cases:exchange"))
                                .status())
                .isEqualTo(404);
        assertThat(api.get(path, PROGRAM).status()).isEqualTo(404);
        assertThat(put(path, "{\"caseNumber\":\" \"}").status()).isEqualTo(422);
    }

    @Test
    void letsAProposalComeBackAndRefusesADecisionOnTheOldOne() {
        String id =
                api.submitted(api.publishedCall("1000.00", "400.00"), api.association(), "300.00");
        String path = "/case-exchange/applications/" + id;
        var _ = put(path, "{\"caseNumber\":\"D/" + id + "\"}");
        var _ = propose(id, "\"1\"", "100.00");

        Answer returned = put(path + "/proposal/return", "{\"proposal\":1}");

        assertThat(returned.text("/status")).isEqualTo("opened");
        assertThat(put(path + "/proposal/return", "{\"proposal\":1}").status()).isEqualTo(200);
        assertThat(decide(id, 1, "100.00", "on-the-old-one").body()).contains("proposal-outdated");
        assertThat(propose(id, sent(id), "200.00").text("/proposal/number")).isEqualTo("2");
        assertThat(decide(id, 2, "200.00", "without-receipt").status()).isEqualTo(201);
    }

    private String sent(String id) {
        return api.get("/applications/" + id + "/case", OFFICER).header("ETag");
    }

    private Answer propose(String id, String etag, String amount) {
        return api.put(
                "/applications/" + id + "/case/proposal",
                OFFICER,
                etag,
                "{\"decision\":\"grant\",\"amount\":\"%s\"}".formatted(amount));
    }

    private Answer put(String path, String body) {
        return api.send(HttpMethod.PUT, path, PROGRAM.bearer(), body, null, "");
    }

    private Answer decide(String id, int proposal, String amount, String key) {
        return decide(id, proposal, amount, key, "secretary");
    }

    private Answer decide(String id, int proposal, String amount, String key, String by) {
        return api.post(
                "/case-exchange/applications/" + id + "/decisions",
                PROGRAM,
                decision(proposal, amount, by),
                key);
    }

    private String decision(int proposal, String amount, String by) {
        return """
        {"proposal":%d,"verdict":{"decision":"grant","amount":"%s"},"maker":"board",
         "title":"kulttuurilautakunta","section":"§ 44","decidedBy":"%s","decidedOn":"%s"}
        """
                .formatted(proposal, amount, by, today());
    }

    private String today() {
        return FinnishTime.today(clock).toString();
    }
}
