package fi.kumppani.grants.recovery.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.PaidGrants;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.util.stream.Collectors;

@GrantsServiceTest
class RecoveryApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Ledgers ledgers;
    @Autowired Clock clock;

    private String call = "";
    private String id = "";

    @BeforeEach
    void pay() {
        String association = api.association();
        api.mandate("anna", association);
        call = api.publishedCall("1000.00", "400.00");
        id = api.granted(call, association);
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> PaidGrants.pay(ledgers, call, id, Euros.parse("300")));
    }

    @Test
    void isClaimedBackAfterAHearingAndPaidInParts() {
        String today = FinnishTime.today(clock).toString();
        Answer proposed =
                propose(
                        "300.00",
                        "\"hearingUntil\":\"" + FinnishTime.today(clock).plusDays(14) + "\"");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(propose("0.01", "\"hearingWaived\":\"unnecessary\"").text("/reason"))
                .isEqualTo("over-paid");
        assertThat(decide(proposed).text("/reason")).isEqualTo("hearing-open");
        assertThat(note("\"claim\":1,", "10.00", today).text("/reason")).isEqualTo("not-decided");

        Answer hearing = api.contact(id, "grant-recovery-proposed");
        assertThat(hearing.text("/contacts/0/facts/recover")).as(hearing.body()).contains("300.00");
        assertThat(hearing.text("/contacts/0/facts/answerBy"))
                .isEqualTo(FinnishTime.today(clock).plusDays(14).toString());
        assertThat(hearing.body()).doesNotContain("Ei selvitetty");
        assertThat(
                        api.contact(id, "grant-recovery-decided")
                                .json()
                                .at("/contacts/0/found")
                                .asBoolean())
                .isFalse();
        assertThat(due()).isEqualTo("hearing " + FinnishTime.today(clock).plusDays(14));
        Answer heard =
                api.put(
                        recovery() + "/claims/1/hearing",
                        Api.person("anna"),
                        proposed.header("ETag"),
                        "{\"answer\":\"Unohdimme selvityksen\"}");
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);
        assertThat(due()).isEmpty();
        Answer decided = decide(heard);
        assertThat(decided.text("/claims/0/status")).as(decided.body()).isEqualTo("decided");
        assertThat(decided.text("/claims/0/owed")).isEqualTo("300.00");
        assertThat(due()).isEqualTo("repayment " + FinnishTime.today(clock).plusDays(30));
        assertThat(api.contact(id, "grant-recovery-decided").text("/contacts/0/facts/payBy"))
                .isEqualTo(FinnishTime.today(clock).plusDays(30).toString());
        assertThat(
                        api.contact(id, "grant-recovery-proposed")
                                .json()
                                .at("/contacts/0/found")
                                .asBoolean())
                .isFalse();
        assertThat(note("\"claim\":1,", "300.01", today).text("/reason")).isEqualTo("over-owed");
        assertThat(note("\"claim\":1,", "100.01", today).status()).isEqualTo(200);
        Answer rest = note("\"claim\":1,", "199.99", today);
        assertThat(rest.text("/claims/0/owed")).as(rest.body()).isEqualTo("0.00");
        assertThat(due()).isEmpty();
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/returned")).isEqualTo("300.00");
        assertThat(ledger.text("/paid")).isEqualTo("0.00");
        assertThat(api.get(recovery(), Api.person("anna")).text("/returned")).isEqualTo("300.00");
        var told =
                messages.awaitMessage(
                        Topics.GRANTS_RECOVERY,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("\"300.00\""));
        assertThat(told.body()).doesNotContain("Unohdimme", "Ei selvitetty");
        var moved =
                messages.awaitMessage(
                        Topics.GRANTS_RECOVERY,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("\"moved\":1")
                                        && String.valueOf(each.body()).contains("decided"));
        assertThat(moved.body()).contains("\"status\":\"decided\"");
    }

    @Test
    void isReturnedByOwnWillOnceUnderOneKey() {
        String body = "{\"amount\":\"50.00\",\"receivedOn\":\"2026-01-15\"}";
        String key = api.newId();

        Answer first = api.post(recovery() + "/returns", Api.officer(), body, key);
        Answer again = api.post(recovery() + "/returns", Api.officer(), body, key);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(
                        api.post(
                                        recovery() + "/returns",
                                        Api.officer(),
                                        body.replace("50.00", "60.00"),
                                        key)
                                .status())
                .isEqualTo(422);
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/returned"))
                .isEqualTo("50.00");
        assertThat(note("", "250.01", "2026-01-16").text("/reason")).isEqualTo("over-paid");
        assertThat(note("", "0.00", "2026-01-16").status()).isEqualTo(422);
        assertThat(note("", "1.00", "2999-01-01").text("/errors/0/field")).isEqualTo("receivedOn");
    }

    @Test
    void isForItsGranteeAndWhoHandlesIt() {
        assertThat(api.get(recovery(), Api.person("nobody")).status()).isEqualTo(404);
        assertThat(api.get(recovery(), Api.stranger()).status()).isEqualTo(404);
        Answer wrong = propose("0.00", "\"hearingWaived\":\"because\"");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("amount", "hearingWaived");
        assertThat(propose("1.00", "\"hearingUntil\":null").text("/errors/0/field"))
                .isEqualTo("hearingUntil");
        assertThat(
                        api.post(
                                        recovery() + "/returns",
                                        Api.person("anna"),
                                        "{\"amount\":\"1.00\",\"receivedOn\":\"2026-01-15\"}")
                                .status())
                .isIn(403, 404);
        Answer proposed = propose("1.00", "\"hearingWaived\":\"unnecessary\"");
        Answer dropped =
                api.put(
                        recovery() + "/claims/1/dropping",
                        Api.officer(),
                        proposed.header("ETag"),
                        "");
        assertThat(dropped.text("/claims/0/status")).isEqualTo("dropped");
        assertThat(
                        api.put(
                                        recovery() + "/claims/7/dropping",
                                        Api.officer(),
                                        dropped.header("ETag"),
                                        "")
                                .status())
                .isEqualTo(404);
    }

    private Answer propose(String amount, String hearing) {
        return api.post(
                recovery() + "/claims",
                Api.officer(),
                "{\"ground\":\"not-reported\",\"amount\":\"%s\",\"reason\":\"Ei selvitetty\",%s}"
                        .formatted(amount, hearing));
    }

    private Answer decide(Answer seen) {
        return api.put(
                recovery() + "/claims/1/decision",
                Api.decider(),
                seen.header("ETag"),
                "{\"maker\":{\"kind\":\"official\",\"title\":\"johtaja\"},\"dueOn\":\"%s\"}"
                        .formatted(FinnishTime.today(clock).plusDays(30)));
    }

    private Answer note(String claim, String amount, String day) {
        return api.post(
                recovery() + "/returns",
                Api.officer(),
                "{%s\"amount\":\"%s\",\"receivedOn\":\"%s\"}".formatted(claim, amount, day));
    }

    /** What of claims is due of this application, with its day; nothing when that is nothing. */
    private String due() {
        Answer own = api.get("/own-applications", Api.person("anna"));
        assertThat(own.text("/applications/0/id")).isEqualTo(id);
        return own.json()
                .at("/applications/0/due")
                .valueStream()
                .filter(each -> !each.at("/what").asString().equals("acceptance"))
                .map(each -> each.at("/what").asString() + " " + each.at("/on").asString())
                .collect(Collectors.joining(","));
    }

    private String recovery() {
        return "/applications/" + id + "/recovery";
    }
}
