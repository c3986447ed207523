package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The sums of a call reconcile to the cent between its ledger, the ledger's entries, the payments,
 * the messages and the open data.
 */
@GrantsServiceTest
class ReconciliationIntegrationTests {

    private static final String HERE = "408";
    private static final String ACCOUNT = "{\"iban\":\"DE89370400440532013000\"}";

    @Autowired Api everywhere;
    @Autowired TestMessages messages;
    @Autowired Recoveries recoveries;
    @Autowired Clock clock;

    private final List<String> applications = new ArrayList<>();
    private Api api;
    private String call = "";
    private Euros declined = Euros.ZERO;

    @BeforeEach
    void begin() {
        api = everywhere.in(HERE);
    }

    @Test
    void reconcilesWhateverBecameOfTheGrants() throws IOException {
        call = publish("{\"kind\":\"project\",\"payment\":{\"mode\":\"in-advance\"}}");
        String whole = decided("300.00");
        String partly = decided("250.50");
        String less = corrected(decided("300.00"), "200.10");
        String rejected = corrected(decided("150.25"), "299.99");
        decline(decided("300.00"));
        var _ = decided("0.00");
        var _ = decided("120.40");
        for (String each : List.of(whole, partly, less, rejected)) {
            accept(each);
        }
        pay(rejected);
        comesBack(partly, "100.00", "1.25");
        comesBack(whole, "50.00", "0.00");

        Map<String, Euros> ledger = ledger();

        assertThat(ledger)
                .containsEntry("granted", Euros.parse("420.39"))
                .containsEntry("paid", Euros.parse("600.60"))
                .containsEntry("returned", Euros.parse("150.00"));
        assertThatAllAgree(ledger);
    }

    @Test
    void reconcilesALoanOfWhichAPartCameBack() throws IOException {
        call =
                publish(
                        """
                        {"kind":"start-up-loan","payment":{"mode":"loan",
                         "repayment":{"firstOn":"2026-01-31","parts":3,"everyMonths":1}}}
                        """);
        String loan = decided("300.00");
        accept(loan);
        pay("");
        comesBack(loan, "100.01", "0.00");

        Map<String, Euros> ledger = ledger();

        assertThat(ledger).containsEntry("paid", Euros.parse("199.99"));
        assertThatAllAgree(ledger);
    }

    @Test
    void seesOneCentThatIsMissing() throws IOException {
        call = publish("{\"kind\":\"project\",\"payment\":{\"mode\":\"in-advance\"}}");
        String paid = decided("300.00");
        accept(paid);
        pay("");
        Map<String, Euros> broken = new TreeMap<>(ledger());
        broken.computeIfPresent("paid", (_, sum) -> sum.minus(Euros.parse("0.01")));
        broken.computeIfPresent("available", (_, sum) -> sum.plus(Euros.parse("0.01")));

        assertThat(disagreements(broken))
                .containsExactlyInAnyOrder(
                        "entries available",
                        "entries paid",
                        "payments",
                        "open data granted",
                        "open data paid",
                        "360Giving granted",
                        "360Giving paid");
    }

    private void assertThatAllAgree(Map<String, Euros> ledger) throws IOException {
        assertThat(disagreements(ledger)).isEmpty();
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_LEDGER,
                        each -> each.subject().equals(call) && told(each).equals(ledger));
        assertThat(told(told)).isEqualTo(ledger);
    }

    /** Which figures are not what the ledger says. */
    private List<String> disagreements(Map<String, Euros> ledger) throws IOException {
        Map<String, Euros> entries = entries();
        Euros left = sum(ledger, "paid", "returned");
        Euros promised = sum(ledger, "granted", "paid", "returned").plus(declined);
        List<String> found = new ArrayList<>();
        for (String account : List.of("available", "reserved", "granted", "paid", "returned")) {
            compare("entries " + account, sum(entries, account), sum(ledger, account), found);
        }
        compare("payments", carriedOut(), left, found);
        compare("returns", returned(), sum(ledger, "returned"), found);
        compare("open data granted", open("avustuspaatosMyonnettyAvustus"), promised, found);
        compare("open data paid", open("avustuspaatosMaksettuAvustus"), left, found);
        compare("360Giving granted", giving("amountAwarded"), promised, found);
        compare("360Giving paid", giving("amountDisbursed"), left, found);
        return found;
    }

    private static void compare(String what, Euros told, Euros ledger, List<String> found) {
        if (!told.equals(ledger)) {
            found.add(what);
        }
    }

    private static Euros sum(Map<String, Euros> ledger, String... accounts) {
        Euros sum = Euros.ZERO;
        for (String account : accounts) {
            sum = sum.plus(ledger.getOrDefault(account, Euros.ZERO));
        }
        return sum;
    }

    private Map<String, Euros> ledger() {
        return sums(api.get("/calls/" + call + "/ledger", officer()).json());
    }

    private static Map<String, Euros> sums(JsonNode ledger) {
        Map<String, Euros> sums = new TreeMap<>();
        for (String account : List.of("available", "reserved", "granted", "paid", "returned")) {
            JsonNode sum = ledger.at("/" + account);
            JsonNode amount = sum.isObject() ? sum.at("/amount") : sum;
            sums.put(account, Euros.parse(amount.asString()));
        }
        return sums;
    }

    private static Map<String, Euros> told(ReceivedMessage message) {
        return sums(Api.parsed(String.valueOf(message.body())).at("/ledger"));
    }

    /** What each account holds, entry by entry. */
    private Map<String, Euros> entries() {
        Map<String, Euros> into = new TreeMap<>();
        Map<String, Euros> outOf = new TreeMap<>();
        String next = "";
        do {
            JsonNode page =
                    api.get("/calls/" + call + "/ledger/entries?limit=50" + next, officer()).json();
            for (JsonNode entry : page.at("/items")) {
                Euros amount = Euros.parse(entry.at("/amount").asString());
                into.merge(entry.at("/to").asString(), amount, Euros::plus);
                outOf.merge(entry.at("/from").asString(), amount, Euros::plus);
            }
            next = page.has("next") ? "&cursor=" + page.at("/next").asString() : "";
        } while (!next.isEmpty());
        Map<String, Euros> balances = new TreeMap<>();
        for (String account : List.of("available", "reserved", "granted", "paid", "returned")) {
            balances.put(
                    account,
                    into.getOrDefault(account, Euros.ZERO)
                            .minus(outOf.getOrDefault(account, Euros.ZERO)));
        }
        return balances;
    }

    /** What the bank carried out, payment by payment. */
    private Euros carriedOut() {
        Euros sum = Euros.ZERO;
        for (JsonNode batch :
                api.get("/payment-batches?limit=100", officer()).json().at("/items")) {
            if (batch.at("/callId").asString().equals(call)) {
                for (JsonNode row : batch.at("/rows")) {
                    if (row.at("/stage").asString().equals("confirmed")) {
                        sum = sum.plus(Euros.parse(row.at("/amount").asString()));
                    }
                }
            }
        }
        return sum;
    }

    /** What came back, grant by grant. */
    private Euros returned() {
        Euros sum = Euros.ZERO;
        for (String each : applications) {
            Answer recovery = api.get("/applications/" + each + "/recovery", officer());
            sum = sum.plus(Euros.parse(recovery.text("/returned")));
        }
        return sum;
    }

    private Euros open(String column) throws IOException {
        String table = api.get("/open-data/decisions.csv?year=2026").body().substring(1);
        Euros sum = Euros.ZERO;
        for (CSVRecord row :
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(table))) {
            if (row.get("avustushakuAsianumero").equals(call)) {
                sum = sum.plus(Euros.parse(row.get(column)));
            }
        }
        return sum;
    }

    private Euros giving(String field) {
        Euros sum = Euros.ZERO;
        for (JsonNode grant : api.get("/open-data/grants.json?year=2026").json().at("/grants")) {
            String id = grant.at("/id").asString().replace("360G-kumppani-" + HERE + "-", "");
            if (applications.contains(id)) {
                sum = sum.plus(Euros.parse(grant.at("/" + field).decimalValue().toPlainString()));
            }
        }
        return sum;
    }

    private String publish(String scheme) {
        return api.publishedCallWith(scheme);
    }

    private String decided(String amount) {
        String association = api.association();
        api.mandate("anna", association);
        String id = api.submitted(call, association, "300.00");
        applications.add(id);
        String verdict =
                amount.equals("0.00")
                        ? "{\"decision\":\"refuse\",\"reasons\":[\"outside-purpose\"]}"
                        : grant(amount);
        Answer decided = api.post("/applications/" + id + "/decision", decider(), verdict);
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    private static String grant(String amount) {
        return "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"costs-not-eligible\"]}"
                .formatted(amount);
    }

    private String corrected(String id, String amount) {
        Answer corrected =
                api.post(
                        "/applications/" + id + "/decision/corrections",
                        decider(),
                        "{\"error\":\"clerical\",\"corrects\":1,\"causedByParty\":true,\"verdict\":%s}"
                                .formatted(grant(amount)));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        return id;
    }

    private void decline(String id) {
        Answer refused =
                api.put(
                        "/applications/" + id + "/award/refusal",
                        Api.personFromElsewhere("anna"),
                        "\"0\"",
                        "");
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        declined = declined.plus(Euros.parse("300.00"));
    }

    private void accept(String id) {
        String application = "/applications/" + id;
        Tokens anna = Api.personFromElsewhere("anna");
        String seen = api.get(application + "/award", anna).header("ETag");
        Answer accepted = api.put(application + "/award/acceptance", anna, seen, "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        Answer entered = api.put(application + "/bank-account", anna, "\"0\"", ACCOUNT);
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    }

    /** Pays all that is due; of one grant the bank says no. */
    private void pay(String rejected) {
        Answer proposed =
                api.post(
                        "/payment-batches",
                        officer(),
                        """
                        {"callId":"%s","payer":"Kunta","iban":"FI2112345600000785","payOn":"%s"}
                        """
                                .formatted(call, FinnishTime.today(clock).plusDays(3)));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String batch = "/payment-batches/" + proposed.text("/id");
        Answer approved = api.put(batch + "/approval", decider(), proposed.header("ETag"), "");
        Answer exported = api.put(batch + "/export", officer(), approved.header("ETag"), "");
        assertThat(exported.status()).as(exported.body()).isEqualTo(200);
        List<String> answers = new ArrayList<>();
        for (JsonNode row : exported.json().at("/rows")) {
            answers.add(
                    row.at("/applicationId").asString().equals(rejected)
                            ? answer(row, "rejected", ",\"reasonCode\":\"AC04\"")
                            : answer(row, "confirmed", ""));
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
    }

    private static String answer(JsonNode row, String status, String reason) {
        return "{\"paymentId\":\"%s\",\"status\":\"%s\"%s}"
                .formatted(row.at("/paymentId").asString(), status, reason);
    }

    /** Money that came with interest for being late, as it is noted before the ledger knows. */
    private void comesBack(String id, String principal, String interest) {
        var application = new ApplicationId(id);
        Tenancy.runIn(
                new MunicipalityCode(HERE),
                () -> {
                    var _ =
                            recoveries.move(
                                    application,
                                    OptionalLong.empty(),
                                    known ->
                                            new Recovery.Moved.To(
                                                    new Recovery(
                                                            application,
                                                            known.claims(),
                                                            List.of(
                                                                    new MoneyReturn(
                                                                            api.newId(),
                                                                            MoneyReturn.NO_CLAIM,
                                                                            FinnishTime.today(
                                                                                    clock),
                                                                            Euros.parse(principal),
                                                                            Euros.parse(interest),
                                                                            new Creation(
                                                                                    api.newId(),
                                                                                    "hash"),
                                                                            MoneyReturn.Stage
                                                                                    .BOOKING)))));
                });
        Answer read = api.get("/applications/" + id + "/recovery", officer());
        assertThat(read.text("/returned")).as(read.body()).isEqualTo(principal);
    }

    private static Tokens officer() {
        return Tokens.of("officer").inMunicipality(HERE).withRoles(Role.GRANT_OFFICER);
    }

    private static Tokens decider() {
        return Tokens.of("decider").inMunicipality(HERE).withRoles(Role.DECISION_MAKER);
    }
}
