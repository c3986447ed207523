package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Programmes of three real municipalities from the call to the recovery, as their people walk them:
 * what the ledger, the payments, the messages and the open data tell of the money is the same to
 * the cent.
 */
@GrantsServiceTest
class ProgrammeJourneyIntegrationTests {

    private static final String OFFICER = "officer";
    private static final int DAYS_LATE = 73;

    @Autowired Api everywhere;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory store;
    @Autowired Clock clock;

    private Api api;
    private Programmes.Programme programme = Programmes.all().getFirst();
    private String municipality = "";
    private String association = "";
    private String call = "";
    private String id = "";
    private Euros interest = Euros.ZERO;

    @BeforeEach
    void begin() {
        api = everywhere;
    }

    /** Paid by a report of its receipts: all of what costs at most 1 000 euros, half of more. */
    @Test
    void evijarviPaysForVillagesByTheReport() throws IOException {
        in("052");
        publish("evijarvi", "Kylien kehittämisraha 2017");
        assertThat(ask("1000.01", "\"totalCost\":\"1000.01\"").body()).contains("over-share");
        apply("800.00", "\"totalCost\":\"800.00\"", List.of("cost-estimate"));
        grant("800.00", "{\"kind\":\"official\",\"title\":\"hallintojohtaja\"}");
        accept();
        assertThat(plan()).contains("receipts-missing");
        report("750.50", "approved", "750.50", "0.00");

        pay("750.50");
        recover("100.50", "conditions-broken");

        assertMoney("800.00", "750.50", "100.50");
    }

    /** Paid by a report whose receipts two officers look through; scored by criteria. */
    @Test
    void seinajokiPaysForDistrictsByTheReport() throws IOException {
        in("743");
        publish("seinajoki", "Kylien ja kaupunginosien kehittämisavustus 2022");
        assertThat(ask("3000.01", "").body()).contains("over-cap-per-applicant");
        apply("3000.00", "", List.of("budget", "plan"));
        score();
        grant("2500.00", "{\"kind\":\"official\",\"title\":\"kulttuurijohtaja\"}");
        accept();
        assertThat(plan()).contains("receipts-missing");
        report("2450.00", "partly-approved", "2400.00", "0.00");

        pay("2400.00");
        recover("0.01", "paid-in-error");

        assertMoney("2500.00", "2400.00", "0.01");
    }

    /** Paid in advance once the board's decision is final, and what was not used comes back. */
    @Test
    void jyvaskylaPaysWhenTheDecisionIsFinal() throws IOException {
        in("179");
        publish("jyvaskyla", "Kansalaistoiminnan avustus 2025");
        String year =
                "\"totalCost\":\"10000.00\",\"beginsOn\":\"%1$d-02-01\",\"endsOn\":\"%1$d-12-31\""
                        .formatted(today().getYear());
        assertThat(ask("9000.01", year).body()).contains("over-share", "\"open\"");
        apply(
                "5000.00",
                year + ",\"declared\":[\"audit\"]",
                List.of("activity-report", "accounts", "audit", "plan", "budget", "rules"));
        grant("4500.00", "{\"kind\":\"board\",\"title\":\"sivistyslautakunta\"}");
        accept();
        assertThat(plan()).contains("not-final");
        letTheDecisionBecomeFinal();

        pay("4500.00");
        report("4100.10", "partly-approved", "4000.00", "500.00");
        recover("500.00", "unused");

        assertMoney("4500.00", "4500.00", "500.00");
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

    /** The programme's call with its form, of this year and open now. */
    private void publish(String file, String title) {
        programme = Programmes.Programme.of(file, title);
        Answer form = api.post("/forms", officer(OFFICER), programme.form().toString());
        assertThat(form.status()).as(form.body()).isEqualTo(201);
        ObjectNode terms = (ObjectNode) programme.call().deepCopy();
        terms.remove("rounds");
        terms.put("year", today().getYear());
        terms.put("opensAt", clock.instant().minus(Duration.ofDays(1)).toString());
        terms.put("closesAt", clock.instant().plus(Duration.ofDays(30)).toString());
        ObjectNode scheme = (ObjectNode) terms.get("scheme");
        scheme.put("form", form.text("/id"));
        if (scheme.at("/payment/receiptsBy").isString()) {
            ((ObjectNode) scheme.get("payment")).put("receiptsBy", "2999-11-15");
        }
        if (scheme.at("/report/dueOn").isString()) {
            ((ObjectNode) scheme.get("report")).put("dueOn", "2999-11-15");
        }
        Answer drafted = api.post("/calls", officer(OFFICER), terms.toString());
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        call = drafted.text("/id");
        Answer published =
                api.put("/calls/" + call + "/publication", officer(OFFICER), "\"1\"", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    /** Whether one could apply, before any work is done. */
    private Answer ask(String requested, String more) {
        Answer asked =
                api.post(
                        "/calls/" + call + "/eligibility",
                        grantee(),
                        "{\"associationId\":\"%s\",\"requested\":\"%s\"%s}"
                                .formatted(
                                        association, requested, more.isEmpty() ? "" : "," + more));
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        return asked;
    }

    private void apply(String requested, String more, List<String> attachments) {
        assertThat(ask(requested, more).json().at("/eligible").asBoolean()).isTrue();
        String body =
                """
                {"callId":"%s","associationId":"%s","purpose":"Kylän yhteinen vuosi",
                 "requested":"%s","events":1,"email":"kyla@example.org","language":"fi"%s}
                """
                        .formatted(call, association, requested, more.isEmpty() ? "" : "," + more);
        Answer started = api.post("/applications", grantee(), body);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        id = started.text("/id");
        assertThat(handIn().text("/errors/0/code")).isEqualTo("missing");
        fillIn();
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
        Answer handedIn = handIn();
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        assertThat(handedIn.text("/diaryNumber")).startsWith(municipality + "/");
    }

    private void fillIn() {
        for (Map.Entry<String, JsonNode> each : programme.answers().properties()) {
            String section = application() + "/sections/" + each.getKey();
            Answer begun = api.get(section, grantee());
            Answer filled =
                    api.put(
                            section,
                            grantee(),
                            begun.header("ETag"),
                            "{\"answers\":" + answers(begun, each.getValue()) + "}");
            assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        }
    }

    /** What the registry told already, and what is answered. */
    private static JsonNode answers(Answer begun, JsonNode answers) {
        return ((ObjectNode) begun.json().at("/answers")).setAll((ObjectNode) answers);
    }

    private Answer handIn() {
        Answer seen = api.get(application(), grantee());
        return api.put(application() + "/submission", grantee(), seen.header("ETag"), "");
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

    /** What was used is told with receipts, checked by one and approved by another. */
    private void report(String used, String finding, String accepted, String recover) {
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
        if (programme.call().at("/scheme/report").has("samplePercent")) {
            Answer drawn = api.put("/calls/" + call + "/report-sample", officer(OFFICER), "*", "");
            assertThat(drawn.status()).as(drawn.body()).isEqualTo(200);
        }
        Answer checked =
                api.put(
                        report + "/check",
                        officer(OFFICER),
                        handedIn.header("ETag"),
                        "{\"finding\":\"%s\",\"accepted\":\"%s\",\"recover\":\"%s\",\"reason\":\"Kunnossa\"}"
                                .formatted(finding, accepted, recover));
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(
                        api.put(report + "/approval", officer(OFFICER), checked.header("ETag"), "")
                                .text("/reason"))
                .isEqualTo("same-person");
        Answer concluded =
                api.put(report + "/approval", officer("second"), checked.header("ETag"), "");
        assertThat(concluded.text("/status")).as(concluded.body()).isEqualTo("concluded");
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

    /** What was not used as granted is claimed back and comes too late, with interest. */
    private void recover(String amount, String ground) {
        String recovery = application() + "/recovery";
        Answer proposed =
                api.post(
                        recovery + "/claims",
                        officer(OFFICER),
                        """
                        {"ground":"%s","amount":"%s","reason":"Ei käytetty oikein",
                         "hearingWaived":"unnecessary"}
                        """
                                .formatted(ground, amount));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        Answer decided =
                api.put(
                        recovery + "/claims/1/decision",
                        decider(),
                        proposed.header("ETag"),
                        "{\"maker\":{\"kind\":\"official\",\"title\":\"johtaja\"},\"dueOn\":\"%s\"}"
                                .formatted(today().plusDays(30)));
        assertThat(decided.text("/claims/0/owed")).as(decided.body()).isEqualTo(amount);
        assertThat(decided.text("/claims/0/interest")).isEqualTo("0.00");
        dueSoManyDaysAgo(DAYS_LATE);

        Answer late = api.get(recovery, officer(OFFICER));
        interest = Euros.parse(late.text("/claims/0/interest"));
        assertThat(interest).isEqualTo(interestOn(Euros.parse(amount)));
        Euros whole = Euros.parse(amount).plus(interest);
        assertThat(comesBack(whole.plus(Euros.parse("0.01"))).text("/reason"))
                .isEqualTo("over-owed");
        Answer back = comesBack(whole);

        assertThat(back.text("/claims/0/owed")).as(back.body()).isEqualTo("0.00");
        assertThat(back.text("/claims/0/interest")).isEqualTo("0.00");
        assertThat(back.text("/returned")).isEqualTo(amount);
    }

    private Answer comesBack(Euros amount) {
        return api.post(
                application() + "/recovery/returns",
                officer(OFFICER),
                "{\"claim\":1,\"amount\":\"%s\",\"receivedOn\":\"%s\"}".formatted(amount, today()));
    }

    private void dueSoManyDaysAgo(int days) {
        var dated =
                store.getMongoDatabase()
                        .getCollection("recoveries")
                        .updateOne(
                                new Document("_id", id),
                                new Document(
                                        "$set",
                                        new Document(
                                                "body.claims.0.decision.dueOn",
                                                today().minusDays(days).toString())));
        assertThat(dated.getModifiedCount()).isEqualTo(1);
    }

    /** Seven percentage points above the reference rate, by the day (korkolaki 633/1982, 4 §). */
    private static Euros interestOn(Euros principal) {
        return new Euros(
                BigDecimal.valueOf(principal.cents())
                        .multiply(StatedRates.PERCENT.add(BigDecimal.valueOf(7)))
                        .multiply(BigDecimal.valueOf(DAYS_LATE))
                        .divide(BigDecimal.valueOf(36_500), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private void assertMoney(String granted, String paid, String returned) throws IOException {
        assertThat(award().text("/paid")).isEqualTo(paid);
        new ProgrammeMoney(api, messages, officer(OFFICER), call, id)
                .assertAgrees(today().getYear(), granted, paid, returned, interest);
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
