package fi.kumppani.grants.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.PaidGrants;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The monthly report adds up to the cent, and names what does not. */
@GrantsServiceTest
class MonthlyReportIntegrationTests {

    private static final String HERE = "759";
    private static final List<String> ACCOUNTS =
            List.of("available", "reserved", "granted", "paid", "returned");

    @Autowired Api everywhere;
    @Autowired TestMessages messages;
    @Autowired Ledgers ledgers;
    @Autowired Clock clock;

    private Api api;
    private YearMonth month;

    @BeforeEach
    void begin() {
        api = everywhere.in(HERE);
        month = YearMonth.from(FinnishTime.today(clock));
    }

    @Test
    void reconcilesLedgerPaymentsAndMessages() throws IOException {
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"project","payment":{"mode":"in-advance"},
                         "budgetLine":{"account":"4740","serviceClass":"3510"}}
                        """);
        String paid = accepted(call, "250.01");
        String rejected = accepted(call, "99.98");
        JsonNode batch = pay(call, rejected);
        comesBack(paid, "50.01");

        JsonNode books = books(call, month);

        assertThat(books.at("/account").asString()).isEqualTo("4740");
        assertThat(books.at("/differences")).isEmpty();
        for (String account : ACCOUNTS) {
            assertThat(books.at("/opening/" + account).asString()).isEqualTo("0.00");
            assertThat(books.at("/closing/" + account).asString())
                    .as(account)
                    .isEqualTo(
                            api.get("/calls/" + call + "/ledger", officer()).text("/" + account));
        }
        assertThat(movements(books))
                .containsEntry("appropriated", "1 30000.00")
                .containsEntry("granted", "2 349.99")
                .containsEntry("paid", "2 349.99")
                .containsEntry("reversed", "1 99.98")
                .containsEntry("returned", "1 50.01")
                .doesNotContainKeys("recovered", "loan-repaid");
        JsonNode sent = books.at("/batches/0");
        assertThat(sent.at("/batchId").asString()).isEqualTo(batch.at("/id").asString());
        assertThat(part(sent, "all")).isEqualTo("2 349.99");
        assertThat(part(sent, "confirmed")).isEqualTo("1 250.01");
        assertThat(part(sent, "rejected")).isEqualTo("1 99.98");
        assertThat(part(sent, "unanswered")).isEqualTo("0 0.00");
        var _ =
                messages.awaitMessage(
                        Topics.GRANTS_LEDGER,
                        each ->
                                each.subject().equals(call)
                                        && isTold(String.valueOf(each.body()), books));

        assertThat(table(call)).isEqualTo(asTable(books));
        JsonNode before = books(call, month.minusMonths(1));
        assertThat(before.at("/movements")).isEmpty();
        assertThat(before.at("/closing/appropriation").asString()).isEqualTo("0.00");
    }

    @Test
    void namesTheCaseOfAPaymentThatNobodyKnowsOf() {
        String call = api.publishedCall("1000.00", "400.00");
        String id = api.granted(call, api.association());
        Tenancy.runIn(
                new MunicipalityCode(HERE),
                () -> PaidGrants.pay(ledgers, call, id, Euros.parse("300")));

        JsonNode books = books(call, month);

        assertThat(books.at("/differences")).hasSize(1);
        assertThat(books.at("/differences/0/kind").asString()).isEqualTo("payment-unknown");
        assertThat(books.at("/differences/0/applicationId").asString()).isEqualTo(id);
        assertThat(books.at("/differences/0/inLedger").asString()).isEqualTo("300.00");
        assertThat(books.at("/differences/0/elsewhere").asString()).isEqualTo("0.00");
    }

    @Test
    void tellsPartsOfALoanFromOtherReturns() {
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"start-up-loan","payment":{"mode":"loan",
                         "repayment":{"firstOn":"2026-01-31","parts":3,"everyMonths":1}}}
                        """);
        String loan = accepted(call, "300.00");
        var _ = pay(call, "");
        comesBack(loan, "100.01");

        assertThat(movements(books(call, month)))
                .containsEntry("loan-repaid", "1 100.01")
                .doesNotContainKey("returned");
    }

    @Test
    void isForThoseWhoHandleGrantsOfTheMunicipality() {
        for (String path : List.of("/reconciliation", "/reconciliation.csv")) {
            String asked = path + "?month=" + month;
            assertThat(api.get(asked, officer()).status()).isEqualTo(200);
            assertThat(api.get(asked, decider()).status()).isEqualTo(200);
            assertThat(api.get(asked).status()).isEqualTo(401);
            assertThat(
                            api.get(
                                            asked,
                                            Tokens.of("c")
                                                    .inMunicipality(HERE)
                                                    .withRoles(Role.COORDINATOR))
                                    .status())
                    .isEqualTo(403);
            assertThat(api.get(asked, Api.stranger()).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-13", "1999-12", "9999-01", "marraskuu", ""})
    void takesNoMonthThatIsNone(String text) {
        Answer answer = api.get("/reconciliation?month=" + text, officer());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo("month");
    }

    private JsonNode books(String call, YearMonth which) {
        Answer report = api.get("/reconciliation?month=" + which, officer());
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.text("/month")).isEqualTo(which.toString());
        JsonNode all = report.json().at("/calls");
        assertThat(report.json().at("/differences").asLong())
                .isEqualTo(
                        StreamSupport.stream(all.spliterator(), false)
                                .mapToLong(each -> each.at("/differences").size())
                                .sum());
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.at("/callId").asString().equals(call))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> movements(JsonNode books) {
        Map<String, String> all = new TreeMap<>();
        books.at("/movements")
                .forEach(
                        each ->
                                all.put(
                                        each.at("/kind").asString(),
                                        each.at("/count").asLong()
                                                + " "
                                                + each.at("/amount").asString()));
        return all;
    }

    private static String part(JsonNode batch, String part) {
        return batch.at("/" + part + "/count").asInt()
                + " "
                + batch.at("/" + part + "/amount").asString();
    }

    private static boolean isTold(String body, JsonNode books) {
        JsonNode told = Api.parsed(body).at("/ledger");
        return ACCOUNTS.stream()
                .allMatch(
                        account ->
                                told.at("/" + account + "/amount")
                                        .asString()
                                        .equals(books.at("/closing/" + account).asString()));
    }

    /** What the table says of a call: kind of row, what it is of, and how much. */
    private List<String> table(String call) throws IOException {
        Answer answer = api.get("/reconciliation.csv?month=" + month, officer());
        assertThat(answer.header("Content-Disposition"))
                .contains("tasmaytys-" + HERE + "-" + month + ".csv");
        List<String> rows = new ArrayList<>();
        for (CSVRecord row :
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(answer.body().substring(1)))) {
            if (row.get("callId").equals(call)) {
                rows.add(row.get("row") + " " + row.get("kind") + " " + row.get("amount"));
            }
        }
        return rows;
    }

    private static List<String> asTable(JsonNode books) {
        List<String> rows = new ArrayList<>();
        books.at("/opening")
                .properties()
                .forEach(each -> rows.add(row("opening", each.getKey(), each.getValue())));
        books.at("/movements")
                .forEach(
                        each ->
                                rows.add(
                                        row(
                                                "movement",
                                                each.at("/kind").asString(),
                                                each.at("/amount"))));
        books.at("/closing")
                .properties()
                .forEach(each -> rows.add(row("closing", each.getKey(), each.getValue())));
        for (JsonNode batch : books.at("/batches")) {
            for (String part : List.of("all", "confirmed", "rejected", "unanswered")) {
                rows.add(row("batch", part, batch.at("/" + part + "/amount")));
            }
        }
        return rows;
    }

    private static String row(String row, String kind, JsonNode amount) {
        return row + " " + kind + " " + amount.asString();
    }

    /** An application of 300 euros of which this much is granted and accepted. */
    private String accepted(String call, String amount) {
        String association = api.association();
        api.mandate("monthly", association);
        String id = api.submitted(call, association, "300.00");
        String application = "/applications/" + id;
        Answer decided =
                api.post(
                        application + "/decision",
                        decider(),
                        "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"costs-not-eligible\"]}"
                                .formatted(amount));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        Tokens grantee = Api.personFromElsewhere("monthly");
        String seen = api.get(application + "/award", grantee).header("ETag");
        assertThat(api.put(application + "/award/acceptance", grantee, seen, "").status())
                .isEqualTo(200);
        assertThat(
                        api.put(
                                        application + "/bank-account",
                                        grantee,
                                        "\"0\"",
                                        "{\"iban\":\"DE89370400440532013000\"}")
                                .status())
                .isEqualTo(200);
        return id;
    }

    /** Pays all that is due of a call; of one grant the bank says no. */
    private JsonNode pay(String call, String rejected) {
        Answer proposed =
                api.post(
                        "/payment-batches",
                        officer(),
                        "{\"callId\":\"%s\",\"payer\":\"Kunta\",\"iban\":\"FI2112345600000785\",\"payOn\":\"%s\"}"
                                .formatted(call, FinnishTime.today(clock).plusDays(3)));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String batch = "/payment-batches/" + proposed.text("/id");
        Answer approved = api.put(batch + "/approval", decider(), proposed.header("ETag"), "");
        Answer exported = api.put(batch + "/export", officer(), approved.header("ETag"), "");
        assertThat(exported.status()).as(exported.body()).isEqualTo(200);
        List<String> answers = new ArrayList<>();
        for (JsonNode row : exported.json().at("/rows")) {
            boolean isRejected = row.at("/applicationId").asString().equals(rejected);
            answers.add(
                    "{\"paymentId\":\"%s\",\"status\":\"%s\"}"
                            .formatted(
                                    row.at("/paymentId").asString(),
                                    isRejected ? "rejected" : "confirmed"));
        }
        Answer answered =
                api.send(
                        HttpMethod.PUT,
                        batch + "/answers",
                        officer().bearer(),
                        "{\"answers\":[" + String.join(",", answers) + "]}",
                        null,
                        "");
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return answered.json();
    }

    private void comesBack(String id, String amount) {
        Answer noted =
                api.post(
                        "/applications/" + id + "/recovery/returns",
                        officer(),
                        "{\"amount\":\"%s\",\"receivedOn\":\"%s\"}"
                                .formatted(amount, FinnishTime.today(clock)));
        assertThat(noted.status()).as(noted.body()).isEqualTo(200);
    }

    private static Tokens officer() {
        return Tokens.of("officer").inMunicipality(HERE).withRoles(Role.GRANT_OFFICER);
    }

    private static Tokens decider() {
        return Tokens.of("decider").inMunicipality(HERE).withRoles(Role.DECISION_MAKER);
    }
}
