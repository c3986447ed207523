package fi.kumppani.grants.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

/** In Kuortane, where powers to decide and to take up are recorded. */
@GrantsServiceTest
class RedressPowersIntegrationTests {

    private static final String KUORTANE = "300";
    private static final String OFFICIAL = "kulttuuripäällikkö";
    private static final String BOARD = "sivistyslautakunta";
    private static final String EXECUTIVE = "kunnanhallitus";

    @Autowired Api seinajoki;
    @Autowired TestMessages messages;
    @Autowired Clock clock;

    private Api api;

    @BeforeEach
    void recordPowers() {
        api = seinajoki.in(KUORTANE);
        api.haveAnAppealEdition();
        power("decide", "official", OFFICIAL, "manager");
        power("decide", "board", BOARD, "board-secretary");
        power("take-up", "board", EXECUTIVE, "executive-secretary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dismissed", "not-examined"})
    void asksForThePowerOfTheBoardThatLeavesTheDecision(String outcome) {
        String id = granted();
        claim(id);

        Answer somebody = rule(id, "manager-of-sports", outcome);
        Answer executive = rule(id, "executive-secretary", outcome);
        Answer board = rule(id, "board-secretary", outcome);

        assertThat(somebody.status()).as(somebody.body()).isEqualTo(403);
        assertThat(somebody.text("/reason")).isEqualTo("no-power");
        assertThat(somebody.text("/ground")).isEqualTo("holder");
        assertThat(executive.text("/reason")).isEqualTo("no-power");
        assertThat(board.status()).as(board.body()).isEqualTo(200);
        assertThat(board.text("/cases/0/outcome")).isEqualTo(outcome);
    }

    @Test
    void isRuledByNobodyWithATieToTheApplicant() {
        String association = api.association();
        String id = granted(association);
        claim(id);
        Answer tie =
                api.put(
                        "/interest-ties/mine/" + api.newId(),
                        decider("board-secretary"),
                        "\"0\"",
                        """
                        {"associationId":"%s","kind":"board-seat","from":"2020-01-01"}
                        """
                                .formatted(association));
        assertThat(tie.status()).as(tie.body()).isEqualTo(200);

        Answer ruled = rule(id, "board-secretary", "dismissed");

        assertThat(ruled.status()).isEqualTo(403);
        assertThat(ruled.text("/reason")).isEqualTo("disqualified");
    }

    @Test
    void isTakenUpByABodyThatMayAndRuledByIt() {
        String id = granted();

        Answer board = takeUp(id, "board-secretary", BOARD);
        Answer somebody = takeUp(id, "manager", EXECUTIVE);
        Answer nobody = takeUp(id, "executive-secretary", " ");
        Answer taken = takeUp(id, "executive-secretary", EXECUTIVE);

        assertThat(board.text("/reason")).as(board.body()).isEqualTo("no-power");
        assertThat(board.text("/ground")).isEqualTo("maker");
        assertThat(somebody.text("/ground")).isEqualTo("holder");
        assertThat(nobody.body()).contains("\"body\"");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/cases/0/hearer")).isEqualTo(EXECUTIVE);
        ReceivedMessage told =
                messages.awaitMessage(Topics.GRANTS_REDRESS, each -> each.subject().equals(id));
        assertThat(told.body()).contains("taken-up", EXECUTIVE);

        assertThat(rule(id, "board-secretary", "dismissed").text("/reason")).isEqualTo("no-power");
        Answer ruled =
                api.put(
                        path(id) + "/cases/1/ruling",
                        decider("executive-secretary"),
                        "\"0\"",
                        """
                        {"outcome":"revised","verdict":{"decision":"grant","amount":"200.00",
                         "reasons":["costs-not-eligible"]}}
                        """);
        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
        assertThat(
                        api.get("/applications/" + id, Api.officer().inMunicipality(KUORTANE))
                                .text("/decision/maker/title"))
                .isEqualTo(EXECUTIVE);
    }

    @Test
    void isNotTakenUpByTheBoardThatDecided() {
        String id = submitted(api.association());
        decide(id, "board-secretary", "board", BOARD);

        Answer own = takeUp(id, "executive-secretary", " Sivistyslautakunta ");

        assertThat(own.status()).as(own.body()).isEqualTo(422);
        assertThat(own.text("/errors/0/field")).isEqualTo("body");
        assertThat(own.text("/errors/0/code")).isEqualTo("own-board");
    }

    @ParameterizedTest
    @ValueSource(strings = {"official", "limit"})
    void letsBoardsAloneTakeUpAndWithoutALimit(String wrong) {
        Answer answer =
                put(
                        """
                        {"use":"take-up","maker":"%s","title":"x"%s,"validFrom":"2026-01-01",
                         "rule":"hallintosääntö 29 §","holders":["x"]}
                        """
                                .formatted(
                                        wrong.equals("official") ? "official" : "board",
                                        wrong.equals("limit") ? ",\"limit\":\"1.00\"" : ""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field"))
                .isEqualTo(wrong.equals("official") ? "maker" : "limit");
    }

    private void power(String use, String kind, String title, String holder) {
        Answer recorded =
                put(
                        """
                        {"use":"%s","maker":"%s","title":"%s","validFrom":"%s",
                         "rule":"hallintosääntö 29 §","holders":["%s"]}
                        """
                                .formatted(use, kind, title, today(), holder));
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
        assertThat(recorded.text("/use")).isEqualTo(use);
    }

    private Answer put(String power) {
        return api.put(
                "/decision-powers/" + api.newId(),
                Tokens.of("clerk").inMunicipality(KUORTANE).withRoles(Role.COORDINATOR),
                "\"0\"",
                power);
    }

    private String granted() {
        return granted(api.association());
    }

    private String granted(String association) {
        String id = submitted(association);
        decide(id, "manager", "official", OFFICIAL);
        return id;
    }

    private String submitted(String association) {
        return api.submitted(api.publishedCall("30000.00", "400.00"), association, "300.00");
    }

    private void decide(String id, String by, String kind, String title) {
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        decider(by),
                        """
                        {"decision":"grant","amount":"300.00",
                         "maker":{"kind":"%s","title":"%s"}}
                        """
                                .formatted(kind, title));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
    }

    private void claim(String id) {
        Answer claimed =
                api.post(
                        path(id) + "/claims",
                        Api.officer().inMunicipality(KUORTANE),
                        """
                        {"by":"member","arrivedOn":"%s","claimant":"Jäsen","text":"Liikaa"}
                        """
                                .formatted(today()));
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
        assertThat(claimed.text("/cases/0/hearer")).isEqualTo(BOARD);
    }

    private Answer takeUp(String id, String by, String body) {
        return api.post(
                path(id) + "/taken-up",
                decider(by),
                "{\"takenOn\":\"%s\",\"body\":\"%s\"}".formatted(today(), body));
    }

    private Answer rule(String id, String by, String outcome) {
        return api.put(
                path(id) + "/cases/1/ruling",
                decider(by),
                "\"0\"",
                "{\"outcome\":\"%s\"}".formatted(outcome));
    }

    private static Tokens decider(String subject) {
        return Tokens.of(subject).inMunicipality(KUORTANE).withRoles(Role.DECISION_MAKER);
    }

    private static String path(String id) {
        return "/applications/" + id + "/decision/redress";
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
