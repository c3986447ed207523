package fi.kumppani.grants.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.w3c.dom.Document;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;

import javax.xml.parsers.DocumentBuilderFactory;

@GrantsServiceTest
class PaymentApiIntegrationTests {

    private static final String INSTALMENTS =
            """
            {"kind":"project","payment":{"mode":"instalments","instalments":[60,40]},
             "budgetLine":{"account":"4742","serviceClass":"1180","sector":{"fi":"Sivistys"}}}
            """;

    @Autowired Api api;
    @Autowired TestMessages messages;

    private String association = "";

    @BeforeEach
    void represent() {
        association = api.association();
        api.mandate("anna", association);
        api.mandate("bertta", association);
    }

    @Test
    void paysAGrantFromAcceptanceToTheBanksAnswer() {
        String call = api.publishedCallWith(INSTALMENTS);
        String id = granted(call);
        assertThat(holds(id, 0)).contains("not-accepted", "no-bank-account");
        assertThat(collect(call, api.newId()).text("/reason")).isEqualTo("nothing-due");
        accept(id);
        assertThat(holds(id, 0)).isEqualTo("[]");
        assertThat(holds(id, 1)).contains("earlier-instalment");

        Answer proposed = collect(call, api.newId());
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.text("/status")).isEqualTo("proposed");
        assertThat(proposed.text("/total")).isEqualTo("180.00");
        assertThat(proposed.text("/rows/0/account")).isEqualTo("DE…3000");
        assertThat(collect(call, api.newId()).text("/reason")).isEqualTo("nothing-due");
        String batch = "/payment-batches/" + proposed.text("/id");
        assertThat(approve(batch, Api.officer(), proposed).text("/reason"))
                .isEqualTo("same-person");
        assertThat(api.get(batch + "/credit-transfer", Api.officer()).text("/reason"))
                .isEqualTo("not-exported");

        Answer approved = approve(batch, Api.decider(), proposed);
        assertThat(approved.text("/status")).as(approved.body()).isEqualTo("approved");
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/paid")).isEqualTo("180.00");
        assertThat(ledger.text("/granted")).isEqualTo("120.00");
        Answer exported = api.put(batch + "/export", Api.officer(), approved.header("ETag"), "");
        assertThat(exported.text("/status")).isEqualTo("exported");
        Answer again = api.put(batch + "/export", Api.officer(), exported.header("ETag"), "");
        assertThat(again.body()).isEqualTo(exported.body());

        Answer rejected = answered(batch, proposed, "rejected");
        assertThat(rejected.text("/status")).as(rejected.body()).isEqualTo("partly-rejected");
        assertThat(answered(batch, proposed, "rejected").status()).isEqualTo(200);
        assertThat(answered(batch, proposed, "confirmed").text("/reason"))
                .isEqualTo("already-answered");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/paid"))
                .isEqualTo("0.00");
        assertThat(holds(id, 0)).isEqualTo("[\"account-refused\"]");
        changeAccount(id);
        assertThat(holds(id, 0)).isEqualTo("[]");
        Answer second = collect(call, api.newId());
        assertThat(second.text("/rows/0/paymentId"))
                .isNotEqualTo(proposed.text("/rows/0/paymentId"));
        var told =
                messages.awaitMessage(
                        Topics.GRANTS_PAYMENT,
                        each ->
                                each.subject().equals(proposed.text("/id"))
                                        && String.valueOf(each.body()).contains("partly-rejected"));
        assertThat(told.body()).doesNotContain("3000", "DE89");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "09"})
    void writesACreditTransferThatIsAlwaysTheSame(String version) throws Exception {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        Answer proposed = collect(call, api.newId());
        String batch = "/payment-batches/" + proposed.text("/id");
        Answer approved = approve(batch, Api.decider(), proposed);
        var _ = api.put(batch + "/export", Api.officer(), approved.header("ETag"), "");

        Answer file = api.get(batch + "/credit-transfer?version=" + version, Api.officer());

        assertThat(file.status()).as(file.body()).isEqualTo(200);
        Document xml = parsed(file);
        assertThat(xml.getDocumentElement().getNamespaceURI())
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001." + version);
        assertThat(text(xml, "MsgId")).isEqualTo(proposed.text("/messageId"));
        assertThat(text(xml, "NbOfTxs")).isEqualTo("1");
        assertThat(text(xml, "CtrlSum")).isEqualTo("180.00");
        assertThat(text(xml, "InstdAmt")).isEqualTo("180.00");
        assertThat(text(xml, "EndToEndId")).isEqualTo(proposed.text("/rows/0/endToEndId"));
        assertThat(xml.getElementsByTagNameNS("*", "IBAN").item(1).getTextContent())
                .isEqualTo("DE89370400440532013000");
        assertThat(api.get(batch + "/credit-transfer?version=" + version, Api.officer()).body())
                .isEqualTo(file.body());
        assertThat(api.get(batch + "/credit-transfer?version=11", Api.officer()).status())
                .isEqualTo(400);
        Answer table = api.get(batch + "/ledger-table", Api.officer());
        assertThat(table.body().lines().toList()).hasSize(2);
        assertThat(table.body())
                .contains(
                        "Hakemusnumero;",
                        ";Tili;Palveluluokka;Toimiala",
                        ";180,00;",
                        ";4742;1180;Sivistys");
    }

    @Test
    void followsTheBanksReportHoweverOftenItIsSent() {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        Answer proposed = collect(call, api.newId());
        String batch = "/payment-batches/" + proposed.text("/id");
        Answer approved = approve(batch, Api.decider(), proposed);
        var _ = api.put(batch + "/export", Api.officer(), approved.header("ETag"), "");
        String message = proposed.text("/messageId");
        String payment = proposed.text("/rows/0/endToEndId");

        assertThat(report(batch, pain002(message, payment, "ACSP", "")).text("/status"))
                .isEqualTo("exported");
        assertThat(report(batch, pain002("other", payment, "ACSC", "")).text("/errors/0/code"))
                .isEqualTo("other-message");
        Answer stranger = report(batch, pain002(message, "nobodys", "ACSC", ""));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.text("/errors/0/field")).isEqualTo("OrgnlEndToEndId");
        assertThat(stranger.body()).contains("nobodys");
        String refusal =
                pain002(
                        message,
                        payment,
                        "RJCT",
                        "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>");
        Answer rejected = report(batch, refusal);
        assertThat(rejected.text("/status")).as(rejected.body()).isEqualTo("partly-rejected");
        assertThat(rejected.body()).contains("AC04");
        assertThat(report(batch, refusal).body()).isEqualTo(rejected.body());
        assertThat(report(batch, pain002(message, payment, "ACSC", "")).text("/reason"))
                .isEqualTo("already-answered");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/paid"))
                .isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Document/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'/>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><d>&e;</d>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'><a>"
            })
    void readsNoReportThatIsNone(String body) {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        Answer proposed = collect(call, api.newId());

        Answer refused = report("/payment-batches/" + proposed.text("/id"), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("root:");
    }

    @Test
    void listsWhatIsDueOfACallAndWhatTheRestWaitsFor() {
        String call = api.publishedCallWith(INSTALMENTS);
        String due = granted(call);
        String waiting = granted(call);
        accept(due);
        String path = "/calls/" + call + "/payables";

        Answer all = api.get(path, Api.officer());
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.text("/items/0/instalments/0/amount")).isEqualTo("180.00");
        assertThat(all.json().at("/items/0/instalments/0/holds")).isEmpty();
        assertThat(all.text("/items/1/instalments/0/holds/0")).isEqualTo("not-accepted");
        Answer first = api.get(path + "?limit=1", Api.decider());
        assertThat(first.json().at("/items")).hasSize(1);
        Answer table = api.get(path + ".csv", Api.officer());
        assertThat(table.body().lines().toList()).hasSize(5);
        assertThat(table.body()).contains(due, waiting, "not-accepted");
        assertThat(api.get(path, Api.person("anna")).status()).isEqualTo(403);
        assertThat(api.get("/calls/none/payables", Api.officer()).status()).isEqualTo(404);
    }

    private Answer report(String batch, String body) {
        return api.send(
                HttpMethod.PUT, batch + "/status-report", Api.officer().bearer(), body, null, "");
    }

    private static String pain002(String message, String payment, String status, String reason) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>bank</MsgId><CreDtTm>2026-02-01T10:00:00</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId>\
        <OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId><TxInfAndSts>\
        <OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>\
        </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """
                .formatted(message, message, payment, status, reason);
    }

    @Test
    void collectsOnceUnderOneKey() {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        String key = api.newId();

        Answer first = collect(call, key);
        assertThat(collect(call, key).text("/id")).isEqualTo(first.text("/id"));
        Answer other =
                api.post(
                        "/payment-batches",
                        Api.officer(),
                        body(call).replace("kaupunki", "kunta"),
                        key);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void givesBackWhatIsDiscarded() {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        Answer proposed = collect(call, api.newId());

        Answer discarded =
                api.send(
                        HttpMethod.DELETE,
                        "/payment-batches/" + proposed.text("/id"),
                        Api.officer().bearer(),
                        "",
                        "If-Match",
                        proposed.header("ETag"));

        assertThat(discarded.text("/status")).as(discarded.body()).isEqualTo("discarded");
        assertThat(collect(call, api.newId()).status()).isEqualTo(201);
    }

    @Test
    void isNotApprovedWhenTheAccountWasChangedSince() {
        String call = api.publishedCallWith(INSTALMENTS);
        String id = granted(call);
        accept(id);
        Answer proposed = collect(call, api.newId());
        String batch = "/payment-batches/" + proposed.text("/id");
        changeAccount(id);

        Answer refused = approve(batch, Api.decider(), proposed);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("no-longer-due");
        assertThat(refused.body()).contains("account-changed");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/paid"))
                .isEqualTo("0.00");
    }

    @Test
    void isNotApprovedWhenTheDecisionBecameAnotherSince() {
        String call = api.publishedCallWith(INSTALMENTS);
        String id = granted(call);
        accept(id);
        Answer proposed = collect(call, api.newId());
        Answer corrected =
                api.post(
                        "/applications/" + id + "/decision/corrections",
                        Api.decider(),
                        """
                        {"error":"clerical","corrects":1,"causedByParty":true,
                         "verdict":{"decision":"refuse","reasons":["outside-purpose"]}}
                        """);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);

        Answer refused =
                approve("/payment-batches/" + proposed.text("/id"), Api.decider(), proposed);

        assertThat(refused.text("/reason")).isEqualTo("no-longer-due");
        assertThat(refused.body()).contains("not-granted");
    }

    @Test
    void isApprovedByNobodyWhoActsForAPayee() {
        String call = api.publishedCallWith(INSTALMENTS);
        accept(granted(call));
        Answer proposed = collect(call, api.newId());
        Tokens tied =
                Tokens.of("anna").inMunicipality(Api.SEINAJOKI).withRoles(Role.DECISION_MAKER);

        Answer refused = approve("/payment-batches/" + proposed.text("/id"), tied, proposed);

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void waitsUntilTheDecisionIsFinalAndReceiptsAreThere() {
        String waiting =
                granted(
                        api.publishedCallWith(
                                "{\"kind\":\"project\",\"payment\":"
                                        + "{\"mode\":\"in-advance\",\"onlyWhenFinal\":true}}"));
        String afterwards =
                granted(
                        api.publishedCallWith(
                                "{\"kind\":\"project\",\"payment\":{\"mode\":\"afterwards\"}}"));

        assertThat(holds(waiting, 0)).contains("not-final");
        assertThat(holds(afterwards, 0)).contains("receipts-missing");
        Answer approved =
                api.put(
                        "/applications/" + afterwards + "/award/receipts",
                        Api.officer(),
                        "\"0\"",
                        "{\"costs\":\"120.55\"}");
        assertThat(approved.status()).isEqualTo(200);
        messages.awaitMessage(
                Topics.GRANTS_AWARD,
                each ->
                        each.subject().equals(afterwards)
                                && String.valueOf(each.body()).contains("120.55"));
        Answer plan = plan(afterwards);
        assertThat(plan.text("/items/0/amount")).isEqualTo("120.55");
        assertThat(holds(afterwards, 0)).doesNotContain("receipts-missing");
    }

    @Test
    void handlesNoReceiptsThatArrivedAfterTheirLastDay() {
        String granted =
                granted(
                        api.publishedCallWith(
                                "{\"kind\":\"project\",\"payment\":"
                                    + "{\"mode\":\"afterwards\",\"receiptsBy\":\"2026-02-01\"}}"));
        String receipts = "/applications/" + granted + "/award/receipts";

        Answer late = api.put(receipts, Api.officer(), "\"0\"", "{\"costs\":\"120.55\"}");
        Answer future =
                api.put(
                        receipts,
                        Api.officer(),
                        "\"0\"",
                        "{\"costs\":\"120.55\",\"receivedOn\":\"2999-01-01\"}");
        Answer inTime =
                api.put(
                        receipts,
                        Api.officer(),
                        "\"0\"",
                        "{\"costs\":\"120.55\",\"receivedOn\":\"2026-02-01\"}");

        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("receipts-late");
        assertThat(future.text("/errors/0/field")).isEqualTo("receivedOn");
        assertThat(inTime.status()).as(inTime.body()).isEqualTo(200);
        assertThat(inTime.text("/receiptsBy")).isEqualTo("2026-02-01");
        assertThat(inTime.text("/receipts")).isEqualTo("120.55");
    }

    @Test
    void refusesWhatCannotBePaid() {
        String call = api.publishedCallWith(INSTALMENTS);

        assertThat(api.post("/payment-batches", Api.decider(), body(call)).status()).isEqualTo(403);
        assertThat(api.post("/payment-batches", Api.stranger(), body(call)).status())
                .isEqualTo(404);
        assertThat(
                        api.post("/payment-batches", Api.officer(), body(api.newId()))
                                .text("/errors/0/field"))
                .isEqualTo("callId");
        assertThat(
                        api.post(
                                        "/payment-batches",
                                        Api.officer(),
                                        body(call)
                                                .replace(
                                                        "FI2112345600000785",
                                                        "BR1800360305000010009795493C1"))
                                .text("/errors/0/code"))
                .isEqualTo("outside-sepa");
        assertThat(
                        api.post(
                                        "/payment-batches",
                                        Api.officer(),
                                        body(call).replace("2999", "2020"))
                                .text("/errors/0/field"))
                .isEqualTo("payOn");
        assertThat(api.get("/payment-batches/" + api.newId(), Api.officer()).status())
                .isEqualTo(404);
        assertThat(api.get("/payment-batches", Api.person("anna")).status()).isEqualTo(403);
    }

    private String granted(String call) {
        String id = api.submitted(call, association, "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    private void accept(String id) {
        String application = "/applications/" + id;
        assertThat(
                        api.put(application + "/award/acceptance", Api.person("anna"), "\"0\"", "")
                                .status())
                .isEqualTo(200);
        Answer entered =
                api.put(
                        application + "/bank-account",
                        Api.person("anna"),
                        "\"0\"",
                        "{\"iban\":\"DE89370400440532013000\"}");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    }

    private void changeAccount(String id) {
        String path = "/applications/" + id + "/bank-account";
        Answer proposed =
                api.put(
                        path,
                        Api.person("anna"),
                        "\"1\"",
                        "{\"iban\":\"SE4550000000058398257466\"}");
        assertThat(holds(id, 0)).contains("no-bank-account");
        Answer confirmed =
                api.put(path + "/confirmation", Api.person("bertta"), proposed.header("ETag"), "");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    }

    private Answer plan(String id) {
        return api.get("/applications/" + id + "/payment-plan", Api.person("anna"));
    }

    private String holds(String id, int instalment) {
        return plan(id).json().at("/items/" + instalment + "/holds").toString();
    }

    private Answer collect(String call, String key) {
        return api.post("/payment-batches", Api.officer(), body(call), key);
    }

    private static String body(String call) {
        return """
        {"callId":"%s","payer":"Seinäjoen kaupunki","iban":"FI2112345600000785",
         "payOn":"%s"}
        """
                .formatted(call, LocalDate.of(2999, 1, 4));
    }

    private Answer approve(String batch, Tokens by, Answer seen) {
        return api.put(batch + "/approval", by, seen.header("ETag"), "");
    }

    private Answer answered(String batch, Answer proposed, String status) {
        return api.send(
                HttpMethod.PUT,
                batch + "/answers",
                Api.officer().bearer(),
                "{\"answers\":[{\"paymentId\":\"%s\",\"status\":\"%s\",\"reasonCode\":\"AC04\"}]}"
                        .formatted(proposed.text("/rows/0/paymentId"), status),
                null,
                "");
    }

    private static Document parsed(Answer file) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file.response().getContentAsByteArray()));
    }

    private static String text(Document xml, String element) {
        return xml.getElementsByTagNameNS("*", element).item(0).getTextContent();
    }
}
