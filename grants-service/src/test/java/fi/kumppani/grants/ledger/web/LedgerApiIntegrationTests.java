package fi.kumppani.grants.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GrantsServiceTest
class LedgerApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void tellsWhereTheMoneyStandsInTheBooks() {
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"project","budgetLine":{"source":{"fi":"Talousarvio 2026"},
                         "account":"4740","serviceClass":"3520","sector":{"fi":"Sivistys"}},
                         "payment":{"mode":"in-advance"}}
                        """);

        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());

        assertThat(ledger.text("/budgetLine/account")).isEqualTo("4740");
        assertThat(ledger.text("/budgetLine/serviceClass")).isEqualTo("3520");
        assertThat(ledger.text("/budgetLine/sector/fi")).isEqualTo("Sivistys");
        assertThat(ledger.text("/paid")).isEqualTo("0.00");
    }

    @Test
    void tracesEachEuroOfAnApplicationAndOfAnAccount() {
        String call = api.publishedCall("1000.00", "400.00");
        String first = granted(call);
        String second = granted(call);

        Answer own = entries(call, "?applicationId=" + first);
        assertThat(own.json().at("/items")).hasSize(2);
        assertThat(own.text("/items/0/kind")).isEqualTo("reserved");
        assertThat(own.text("/items/0/from")).isEqualTo("available");
        assertThat(own.text("/items/1/to")).isEqualTo("granted");
        assertThat(own.text("/items/1/amount")).isEqualTo("300.00");
        assertThat(own.text("/items/0/operationId")).isEqualTo(own.text("/items/1/operationId"));
        Answer granted = entries(call, "?account=granted&limit=1");
        assertThat(granted.text("/items/0/applicationId")).isEqualTo(first);
        Answer next = entries(call, "?account=granted&limit=1&cursor=" + granted.text("/next"));
        assertThat(next.text("/items/0/applicationId")).isEqualTo(second);
        assertThat(next.json().at("/next").isMissingNode()).isTrue();
        assertThat(entries(call, "?account=purse").status()).isEqualTo(400);
    }

    @Test
    void givesAllEntriesToSpreadsheets() {
        String call = api.publishedCall("1000.00", "400.00");
        String first = granted(call);
        var _ = restate(call, "1500.50", api.newId());
        String path = "/calls/" + call + "/ledger/entries.csv";

        Answer table = api.get(path, Api.officer());

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body().lines())
                .hasSize(5)
                .first()
                .asString()
                .endsWith(
                        "number,at,kind,from,to,amount,operationId,applicationId,reason,decidedIn");
        assertThat(table.body().lines().skip(2).findFirst().orElseThrow())
                .startsWith("2,")
                .contains(",reserved,available,reserved,300.00,", first);
        assertThat(table.body().lines().skip(4).findFirst().orElseThrow())
                .contains(",raised,budget,available,500.50,", "Kunnanhallitus 12.3.2026 § 44");
        assertThat(api.get(path.replace(call, api.newId()), Api.officer()).status()).isEqualTo(404);
        assertThat(api.get(path, Api.person("somebody")).status()).isEqualTo(403);
    }

    @Test
    void isRestatedByAnEntryOfItsOwn() {
        String call = api.publishedCall("1000.00", "400.00");

        Answer restated = restate(call, "1500.50", api.newId());

        assertThat(restated.status()).as(restated.body()).isEqualTo(201);
        assertThat(restated.text("/kind")).isEqualTo("raised");
        assertThat(restated.text("/amount")).isEqualTo("500.50");
        assertThat(restated.text("/decidedIn")).isEqualTo("Kunnanhallitus 12.3.2026 § 44");
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/appropriation")).isEqualTo("1500.50");
        assertThat(entries(call, "?account=budget").json().at("/items")).hasSize(2);
        var told =
                messages.awaitMessage(
                        Topics.GRANTS_LEDGER,
                        each ->
                                each.subject().equals(call)
                                        && String.valueOf(each.body()).contains("\"1500.50\""));
        assertThat(told.type()).isEqualTo("grants.ledger.changed.v1");
    }

    @Test
    void isRestatedOnceUnderOneKey() {
        String call = api.publishedCall("1000.00", "400.00");
        String key = api.newId();

        Answer first = restate(call, "900.00", key);
        assertThat(first.text("/kind")).isEqualTo("lowered");
        assertThat(restate(call, "900.00", key).body()).isEqualTo(first.body());
        Answer other = restate(call, "800.00", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/errors/0/code")).isEqualTo("idempotency-key-reused");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/appropriation"))
                .isEqualTo("900.00");
    }

    @Test
    void isNotRestatedBelowWhatIsPromised() {
        String call = api.publishedCall("1000.00", "400.00");
        var _ = granted(call);

        Answer refused = restate(call, "299.99", api.newId());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("below-promised");
        assertThat(refused.text("/errors/0/field")).isEqualTo("appropriation");
        assertThat(restate(call, "300.00", api.newId()).status()).isEqualTo(201);
        assertThat(restate(call, "300.00", api.newId()).text("/reason"))
                .isEqualTo("appropriation-unchanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.005", "1000000000000", "-1", "1e3", ""})
    void refusesAmountsThatAreNone(String amount) {
        String call = api.publishedCall("1000.00", "400.00");

        Answer refused = restate(call, amount, api.newId());

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("appropriation");
    }

    @Test
    void isRestatedByDecisionMakersAlone() {
        String call = api.publishedCall("1000.00", "400.00");
        String path = "/calls/" + call + "/ledger/restatements";
        String body = body("900.00");

        assertThat(api.post(path, Api.officer(), body).status()).isEqualTo(403);
        assertThat(api.post(path, Api.person("anna"), body).status()).isEqualTo(403);
        assertThat(api.post(path, Api.stranger(), body).status()).isEqualTo(404);
        assertThat(
                        api.post(
                                        "/calls/" + api.newId() + "/ledger/restatements",
                                        Api.decider(),
                                        body)
                                .status())
                .isEqualTo(404);
        Answer untold = api.post(path, Api.decider(), "{\"appropriation\":\"900.00\"}");
        assertThat(untold.status()).isEqualTo(422);
    }

    private String granted(String call) {
        String id = api.submitted(call, api.association(), "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    private Answer entries(String call, String query) {
        return api.get("/calls/" + call + "/ledger/entries" + query, Api.officer());
    }

    private Answer restate(String call, String amount, String key) {
        return api.post(
                "/calls/" + call + "/ledger/restatements", Api.decider(), body(amount), key);
    }

    private static String body(String amount) {
        return """
        {"appropriation":"%s","reason":"Lisämääräraha",
         "decidedIn":"Kunnanhallitus 12.3.2026 § 44"}
        """
                .formatted(amount);
    }
}
