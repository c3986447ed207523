package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * Programmes of three real municipalities from the call to the recovery, as their people walk them:
 * what the ledger, the payments, the messages and the open data tell of the money is the same to
 * the cent.
 */
@GrantsServiceTest
class ProgrammeJourneyIntegrationTests {

    private static final String OFFICER = "officer";

    @Autowired Api everywhere;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory store;
    @Autowired Clock clock;

    private Api api;
    private String municipality = "";
    private String association = "";
    private String call = "";
    private String id = "";

    @BeforeEach
    void begin() {
        api = everywhere;
    }

    /** Paid afterwards against receipts: all of what costs at most 1 000 euros. */
    @Test
    void evijarviPaysForVillagesAgainstReceipts() throws IOException {
        in("052");
        publish("evijarvi", "Kylien kehittämisraha 2017", "");
        apply("800.00", "\"totalCost\":\"800.00\"", List.of());
        grant("800.00", "{\"kind\":\"official\",\"title\":\"hallintojohtaja\"}");
        accept();
        assertThat(plan()).contains("receipts-missing");
        Answer receipts =
                api.put(
                        application() + "/award/receipts",
                        officer(OFFICER),
                        award().header("ETag"),
                        "{\"costs\":\"750.50\"}");
        assertThat(receipts.status()).as(receipts.body()).isEqualTo(200);

        pay("750.50");
        recover("100.50");

        assertMoney("800.00", "750.50", "100.50");
    }

    /** Paid by a report whose receipts two officers look through; scored by criteria. */
    @Test
    void seinajokiPaysForDistrictsByTheReport() throws IOException {
        in("743");
        publish(
                "seinajoki",
                "Kylien ja kaupunginosien kehittämisavustus 2022",
                "{\"dueOn\":\"2999-11-15\"}");
        apply("3000.00", "", List.of("budget", "plan"));
        score();
        grant("2500.00", "{\"kind\":\"official\",\"title\":\"kulttuurijohtaja\"}");
        accept();
        report("2400.00");

        pay("2400.00");
        recover("0.01");

        assertMoney("2500.00", "2400.00", "0.01");
    }

    /** Paid in advance once the board's decision is final, a share of 90 per cent at most. */
    @Test
    void jyvaskylaPaysWhenTheDecisionIsFinal() throws IOException {
        in("179");
        publish("jyvaskyla", "Kansalaistoiminnan avustus 2025", "");
        apply(
                "5000.00",
                """
                "totalCost":"10000.00","beginsOn":"%1$d-02-01","endsOn":"%1$d-12-31",
                "declared":["audit"]
                """
                        .formatted(today().getYear()),
                List.of("activity-report", "accounts", "audit", "plan", "budget", "rules"));
        grant("4500.00", "{\"kind\":\"board\",\"title\":\"sivistyslautakunta\"}");
        accept();
        assertThat(plan()).contains("not-final");
        letTheDecisionBecomeFinal();

        pay("4500.00");
        recover("4500.00");

        assertMoney("4500.00", "4500.00", "4500.00");
    }

    private void in(String code) {
        municipality = code;
        api = everywhere.in(code);
        association = api.newId();
        messages.publish(
                TestMessage.of(
                                new AssociationRegistered(
                                        new Association(
                                                association,
                                                new LocalizedTexts("Kylätoimijat", null, null),
                                                null,
                                                null,
                                                "registered-association",
                                                code,
                                                4,
                                                List.of(),
                                                "verified",
                                                true,
                                                false)))
                        .about(association)
                        .in(code));
        messages.awaitAllHandled("registryMessages");
        api.mandate("grantee", association);
    }

    /** The programme's call, of this year and open now. */
    private void publish(String file, String title, String report) {
        Programmes.Programme programme =
                Programmes.all().stream()
                        .filter(each -> each.municipality().equals(file))
                        .filter(each -> each.call().at("/title/fi").asString().equals(title))
                        .findFirst()
                        .orElseThrow();
        ObjectNode terms = (ObjectNode) programme.call().deepCopy();
        terms.remove("rounds");
        terms.put("year", today().getYear());
        terms.put("opensAt", clock.instant().minus(Duration.ofDays(1)).toString());
        terms.put("closesAt", clock.instant().plus(Duration.ofDays(30)).toString());
        ObjectNode scheme = (ObjectNode) terms.get("scheme");
        if (scheme.at("/payment/receiptsBy").isString()) {
            ((ObjectNode) scheme.get("payment")).put("receiptsBy", "2999-11-15");
        }
        if (!report.isEmpty()) {
            scheme.set("report", Api.parsed(report));
        }
        Answer drafted = api.post("/calls", officer(OFFICER), terms.toString());
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        call = drafted.text("/id");
        Answer published =
                api.put("/calls/" + call + "/publication", officer(OFFICER), "\"1\"", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    private void apply(String requested, String more, List<String> attachments) {
        String body =
                """
                {"callId":"%s","associationId":"%s","purpose":"Kylän yhteinen vuosi",
                 "requested":"%s","events":1,"email":"kyla@example.org","language":"fi"%s}
                """
                        .formatted(call, association, requested, more.isEmpty() ? "" : "," + more);
        Answer started = api.post("/applications", grantee(), body);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        id = started.text("/id");
        for (String requirement : attachments) {
            Answer attached =
                    api.send(
                            HttpMethod.POST,
                            application() + "/attachments?requirement=" + requirement,
                            grantee().bearer(),
                            pdf(requirement),
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"" + requirement + ".pdf\"");
            assertThat(attached.status()).as(attached.body()).isEqualTo(201);
        }
        Answer seen = api.get(application(), grantee());
        Answer handedIn =
                api.put(application() + "/submission", grantee(), seen.header("ETag"), "");
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        assertThat(handedIn.text("/diaryNumber")).startsWith(municipality + "/");
    }

    private void score() {
        Answer given =
                api.put(
                        application() + "/reviews/mine",
                        officer(OFFICER),
                        "\"0\"",
                        """
                        {"points":{"volunteering":5,"community":4,"cooperation":3},
                         "comment":"Vahva talkootyö"}
                        """);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
    }

    private void grant(String amount, String maker) {
        Answer decided =
                api.post(
                        application() + "/decision",
                        decider(),
                        "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"%s\"],\"maker\":%s}"
                                .formatted(amount, "costs-not-eligible", maker));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
    }

    private void accept() {
        Answer accepted = api.put(application() + "/award/acceptance", grantee(), "\"0\"", "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        Answer account =
                api.put(
                        application() + "/bank-account",
                        grantee(),
                        "\"0\"",
                        "{\"iban\":\"FI2112345600000785\"}");
        assertThat(account.status()).as(account.body()).isEqualTo(200);
    }

    private void report(String used) {
        String report = application() + "/usage-report";
        Answer file =
                api.send(
                        HttpMethod.POST,
                        report + "/files",
                        grantee().bearer(),
                        pdf("kuitti"),
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"kuitti.pdf\"");
        assertThat(file.status()).as(file.body()).isEqualTo(201);
        String body =
                """
                {"costs":[{"category":"premises","amount":"%1$s"}],
                 "receipts":[{"category":"premises","paidOn":"%2$s","amount":"%1$s",
                              "description":"Kylätalon katto","file":"%3$s"}],
                 "participants":80,"events":1,"volunteerHours":400,"text":"Katto on korjattu"}
                """
                        .formatted(used, today(), file.text("/id"));
        Answer written =
                api.put(report, grantee(), api.get(report, grantee()).header("ETag"), body);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        Answer handedIn = api.put(report + "/submission", grantee(), written.header("ETag"), "");
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        Answer checked =
                api.put(
                        report + "/check",
                        officer(OFFICER),
                        handedIn.header("ETag"),
                        "{\"finding\":\"approved\",\"accepted\":\"%s\",\"recover\":\"0.00\",\"reason\":\"Kunnossa\"}"
                                .formatted(used));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        Answer concluded =
                api.put(report + "/approval", officer("second"), checked.header("ETag"), "");
        assertThat(concluded.status()).as(concluded.body()).isEqualTo(200);
    }

    /** Sixty days pass: the decision is dated back, and those concerned were told then. */
    private void letTheDecisionBecomeFinal() {
        LocalDate then = today().minusDays(60);
        var dated =
                store.getMongoDatabase()
                        .getCollection("applications")
                        .updateOne(
                                new Document("_id", id),
                                new Document(
                                        "$set",
                                        new Document("body.decision.decidedOn", then.toString())));
        assertThat(dated.getModifiedCount()).isEqualTo(1);
        String told = application() + "/decision/notification";
        Answer sent =
                api.put(
                        told + "/sending",
                        officer(OFFICER),
                        "\"0\"",
                        "{\"channel\":\"letter\",\"sentOn\":\"%s\"}".formatted(then));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        Answer published =
                api.put(
                        told + "/publication",
                        officer(OFFICER),
                        sent.header("ETag"),
                        "{\"publishedOn\":\"%s\"}".formatted(then));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(LocalDate.parse(published.text("/finalFrom"))).isBefore(today());
    }

    /** All that is due goes out in one batch that a second person approves, and arrives. */
    private void pay(String amount) {
        assertThat(plan()).contains("\"holds\":[]");
        Answer proposed =
                api.post(
                        "/payment-batches",
                        officer(OFFICER),
                        """
                        {"callId":"%s","payer":"Kunta","iban":"FI2112345600000785",
                         "payOn":"2999-01-04"}
                        """
                                .formatted(call));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.text("/total")).isEqualTo(amount);
        String batch = "/payment-batches/" + proposed.text("/id");
        assertThat(
                        api.put(batch + "/approval", officer(OFFICER), proposed.header("ETag"), "")
                                .text("/reason"))
                .isEqualTo("same-person");
        Answer approved = api.put(batch + "/approval", decider(), proposed.header("ETag"), "");
        assertThat(approved.text("/status")).as(approved.body()).isEqualTo("approved");
        Answer exported = api.put(batch + "/export", officer(OFFICER), approved.header("ETag"), "");
        assertThat(exported.status()).as(exported.body()).isEqualTo(200);
        assertThat(api.get(batch + "/credit-transfer?version=09", officer(OFFICER)).body())
                .contains("<InstdAmt Ccy=\"EUR\">" + amount + "</InstdAmt>");
        Answer arrived =
                api.send(
                        HttpMethod.PUT,
                        batch + "/answers",
                        officer(OFFICER).bearer(),
                        "{\"answers\":[{\"paymentId\":\"%s\",\"status\":\"confirmed\"}]}"
                                .formatted(proposed.text("/rows/0/paymentId")),
                        null,
                        "");
        assertThat(arrived.text("/status")).as(arrived.body()).isEqualTo("confirmed");
    }

    /** What was not used as granted is claimed back, and comes back. */
    private void recover(String amount) {
        String recovery = application() + "/recovery";
        Answer proposed =
                api.post(
                        recovery + "/claims",
                        officer(OFFICER),
                        """
                        {"ground":"not-reported","amount":"%s","reason":"Ei selvitetty",
                         "hearingWaived":"unnecessary"}
                        """
                                .formatted(amount));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        Answer decided =
                api.put(
                        recovery + "/claims/1/decision",
                        decider(),
                        proposed.header("ETag"),
                        "{\"maker\":{\"kind\":\"official\",\"title\":\"johtaja\"},\"dueOn\":\"%s\"}"
                                .formatted(today().plusDays(30)));
        assertThat(decided.text("/claims/0/owed")).as(decided.body()).isEqualTo(amount);
        Answer back =
                api.post(
                        recovery + "/returns",
                        officer(OFFICER),
                        "{\"claim\":1,\"amount\":\"%s\",\"receivedOn\":\"%s\"}"
                                .formatted(amount, today()));
        assertThat(back.text("/claims/0/owed")).as(back.body()).isEqualTo("0.00");
    }

    private void assertMoney(String granted, String paid, String returned) throws IOException {
        Euros stillPaid = Euros.parse(paid).minus(Euros.parse(returned));
        Euros stillGranted = Euros.parse(granted).minus(Euros.parse(paid));
        Answer ledger = api.get("/calls/" + call + "/ledger", officer(OFFICER));
        assertThat(ledger.text("/granted")).as(ledger.body()).isEqualTo(stillGranted.toString());
        assertThat(ledger.text("/paid")).isEqualTo(stillPaid.toString());
        assertThat(ledger.text("/returned")).isEqualTo(returned);

        JsonNode entries =
                api.get("/calls/" + call + "/ledger/entries?applicationId=" + id, officer(OFFICER))
                        .json()
                        .get("items");
        assertThat(sum(entries, "granted")).isEqualTo(Euros.parse(granted));
        assertThat(sum(entries, "paid")).isEqualTo(Euros.parse(paid));
        assertThat(sum(entries, "returned")).isEqualTo(Euros.parse(returned));

        assertThat(award().text("/paid")).isEqualTo(paid);
        messages.awaitMessage(
                Topics.GRANTS_LEDGER,
                each ->
                        each.subject().equals(call)
                                && String.valueOf(each.body()).contains("\"" + stillPaid + "\"")
                                && String.valueOf(each.body()).contains("\"" + returned + "\""));

        CSVRecord open = openData();
        assertThat(open.get("avustuspaatosMyonnettyAvustus")).isEqualTo(granted);
        assertThat(open.get("avustuspaatosMaksettuAvustus")).isEqualTo(paid);
    }

    private static Euros sum(JsonNode entries, String kind) {
        Euros sum = Euros.ZERO;
        for (JsonNode entry : entries) {
            if (entry.get("kind").asString().equals(kind)) {
                sum = sum.plus(Euros.parse(entry.get("amount").asString()));
            }
        }
        return sum;
    }

    private CSVRecord openData() throws IOException {
        Answer table = api.get("/open-data/decisions.csv?year=" + today().getYear());
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table.body().substring(1)))
                .stream()
                .filter(row -> row.get("avustushakuAsianumero").equals(call))
                .findFirst()
                .orElseThrow();
    }

    private String plan() {
        return api.get(application() + "/payment-plan", officer(OFFICER)).body();
    }

    private Answer award() {
        return api.get(application() + "/award", officer(OFFICER));
    }

    private String application() {
        return "/applications/" + id;
    }

    private static String pdf(String about) {
        return "%PDF-1.7\n% " + about + "\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n";
    }

    private static Tokens grantee() {
        return Api.personFromElsewhere("grantee");
    }

    private Tokens officer(String subject) {
        return Tokens.of(subject).inMunicipality(municipality).withRoles(Role.GRANT_OFFICER);
    }

    private Tokens decider() {
        return Api.decider().inMunicipality(municipality);
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
