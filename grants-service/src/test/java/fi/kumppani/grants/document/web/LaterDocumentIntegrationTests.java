package fi.kumppani.grants.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.document.PdfStandards;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.PaidGrants;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

/** What is decided after a decision has a document, an appeal instruction and a time of its own. */
@GrantsServiceTest
class LaterDocumentIntegrationTests {

    private static final String BY_MAIL = "{\"channel\":\"email\",\"consentedOn\":\"2026-01-31\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Ledgers ledgers;
    @Autowired Clock clock;

    private String association = "";

    @BeforeEach
    void begin() {
        api.haveAnAppealEdition();
        association = api.association();
        api.mandate("later", association);
    }

    @Test
    void aRulingOnOtherTermsIsADecisionOfItsOwn() throws Exception {
        String id = api.granted(association);
        assertThat(api.get(path(id), Api.person("later")).json().at("/items")).isEmpty();
        rule(id, "{\"approved\":false,\"explanation\":{\"fi\":\"Ei <b>sovi</b>\",\"sv\":\"Nej\"}}");

        Answer all = api.get(path(id), Api.personFromElsewhere("later"));
        assertThat(all.text("/items/0/id")).as(all.body()).isEqualTo("change-1");
        assertThat(all.text("/items/0/hasDocument")).isEqualTo("true");
        String document = path(id) + "/change-1/document";
        assertThat(page(document).text())
                .contains("Beslut om ändringsansökan, bidragsansökan 743/")
                .contains("Ändringsansökan avslås", "Nej", "Kortesjärvi byaförening");
        assertThat(page(document + "?language=fi").text())
                .contains("Muutoshakemus hylätään", "Ei <b>sovi</b>", "Haettu käyttötarkoitus")
                .contains("Syysjuhla", "45 §", "Oikaisuvaatimusohje", "14 päivän")
                .doesNotContain("Sade", "{0}");
        for (String language : new String[] {"fi", "sv", "en"}) {
            isSound(document + ".pdf?language=" + language);
        }
        assertThat(linked(api.contact(id, "grant-change-ruled"))).startsWith("%PDF");
    }

    @Test
    void aClaimBackIsADecisionOfItsOwn() throws Exception {
        String id = recovered();
        String document = path(id) + "/recovery-1/document";

        assertThat(page(document + "?language=fi").text())
                .contains("Päätös avustuksen takaisinperinnästä, avustushakemus 743/")
                .contains("Kunta perii avustusta takaisin 300,00", "johtaja", "Ei selvitetty")
                .contains("Avustuksen käytöstä ei ole annettu selvitystä.", "ilmeisen tarpeetonta")
                .contains("Oikaisuvaatimusohje", "sivistyslautakunta", "korkolain");
        for (String language : new String[] {"sv", "en"}) {
            assertThat(page(document + "?language=" + language).text())
                    .contains("434/2003", "633/1982")
                    .doesNotContain("{0}", "{1}");
        }
        isSound(document + ".pdf");
        assertThat(linked(api.contact(id, "grant-recovery-decided"))).startsWith("%PDF");
    }

    @Test
    void eachHasItsOwnTimeFromTheDayItIsKnown() {
        String id = api.granted(association);
        rule(id, "{\"approved\":true,\"explanation\":{\"fi\":\"Sopii\"}}");
        String notification = path(id) + "/change-1/notification";
        Answer chosen = api.put(notification + "/sending", Api.officer(), "\"0\"", BY_MAIL);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.json().has("knownOn")).isFalse();

        TestMessage left = mailed(id, "grant-change-ruled");
        messages.publish(left, left, mailed(id, "grant-recovery-decided"));
        messages.awaitAllHandled("decisionMails");

        Answer read = api.get(notification, Api.person("later"));
        LocalDate known = FinnishTime.today(clock).plusDays(3);
        assertThat(read.text("/knownOn")).as(read.body()).isEqualTo(known.toString());
        assertThat(LocalDate.parse(read.text("/partyUntil"))).isAfterOrEqualTo(known.plusDays(14));
        assertThat(api.get(path(id), Api.officer()).text("/items/0/partyUntil"))
                .isEqualTo(read.text("/partyUntil"));
        assertThat(
                        api.get("/applications/" + id + "/decision/notification", Api.officer())
                                .json()
                                .at("/statements"))
                .isEmpty();
        var told =
                messages.awaitMessage(
                        Topics.GRANTS_NOTIFICATION,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("partyUntil"));
        assertThat(told.type()).isEqualTo("grants.notification.later-told.v1");
        Answer published =
                api.put(
                        notification + "/publication",
                        Api.decider(),
                        read.header("ETag"),
                        "{\"publishedOn\":\"%s\"}".formatted(FinnishTime.today(clock)));
        assertThat(published.json().has("finalFrom")).as(published.body()).isTrue();
        Answer impossible =
                api.put(
                        notification + "/receipt",
                        Api.officer(),
                        published.header("ETag"),
                        "{\"receivedOn\":\"2020-01-01\"}");
        assertThat(impossible.text("/errors/0/field")).isEqualTo("receivedOn");
    }

    @Test
    void isForThePartyAndItsHandlersAlone() {
        String id = recovered();
        String other = api.granted(association);
        for (String each :
                new String[] {
                    path(id),
                    path(id) + "/recovery-1/document",
                    path(id) + "/recovery-1/document.pdf",
                    path(id) + "/recovery-1/notification"
                }) {
            assertThat(api.get(each, Api.personFromElsewhere("later")).status()).isEqualTo(200);
            assertThat(api.get(each).status()).isEqualTo(401);
            assertThat(api.get(each, Api.person("somebody")).status()).isEqualTo(404);
            assertThat(api.get(each, Api.stranger()).status()).isEqualTo(404);
        }
        String link = link(api.contact(id, "grant-recovery-decided"));
        assertThat(api.get(link.replaceAll("token=.*", "token=x")).status()).isEqualTo(404);
        assertThat(api.get(link.replace(id, other)).status()).isEqualTo(404);
        for (String name : new String[] {"recovery-2", "change-1", "thief"}) {
            assertThat(api.get(path(id) + "/" + name + "/document", Api.officer()).status())
                    .isEqualTo(404);
            assertThat(api.get(path(id) + "/" + name + "/notification", Api.officer()).status())
                    .isEqualTo(404);
        }
        assertThat(
                        api.put(
                                        path(id) + "/recovery-1/notification/sending",
                                        Api.person("later"),
                                        "\"0\"",
                                        BY_MAIL)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aCorrectedDecisionSaysWhatItReplacesAndOneOnAClaimLeadsToACourt() {
        String id = partlyGranted();
        Answer corrected =
                api.post(
                        "/applications/" + id + "/decision/corrections",
                        Api.decider(),
                        """
                        {"error":"clerical","corrects":1,"verdict":{"decision":"grant",
                         "amount":"250.00","reasons":["costs-not-eligible"]}}
                        """);
        assertThat(corrected.status()).as(corrected.body()).isLessThan(300);
        String document = "/applications/" + id + "/decision/document?language=fi";
        assertThat(page(document).text())
                .contains("Korvaa päätöksen", "hallintolaki 434/2003, 51 §", "Oikaisuvaatimusohje");

        String claimed = partlyGranted();
        revise(claimed);
        assertThat(page(document.replace(id, claimed)).text())
                .contains("Korvaa päätöksen", "kuntalaki 410/2015, 134 §")
                .contains("Valitusosoitus", "hallinto-oikeu")
                .doesNotContain("Oikaisuvaatimusohje");
        assertThat(
                        api.get(
                                        "/applications/"
                                                + claimed
                                                + "/decision/appeal-instruction?language=fi",
                                        Api.officer())
                                .text("/title"))
                .isEqualTo("Valitusosoitus");
    }

    private void isSound(String path) throws Exception {
        Answer answer = api.get(path, Api.person("later"));
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        byte[] pdf = answer.response().getContentAsByteArray();
        assertThat(PdfStandards.accessibilityFaults(pdf)).isEmpty();
        assertThat(PdfStandards.archiveFaults(pdf)).isEmpty();
    }

    private Document page(String path) {
        Answer answer = api.get(path, Api.officer());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return Jsoup.parse(answer.body());
    }

    private String linked(Answer contact) {
        return api.get(link(contact)).body();
    }

    private static String link(Answer contact) {
        String link = contact.text("/contacts/0/links/document");
        return "/" + link.substring(link.indexOf("/api/grants") + "/api/grants".length());
    }

    private TestMessage mailed(String id, String kind) {
        return TestMessage.of(new MailSent(new Mail(api.newId(), api.newId(), kind, id, "sent")))
                .in(Api.SEINAJOKI);
    }

    private void rule(String id, String ruling) {
        Answer asked =
                api.post(
                        "/applications/" + id + "/changes",
                        Api.person("later"),
                        "{\"use\":\"Syysjuhla\",\"reasons\":\"Sade\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        Answer ruled =
                api.put(
                        "/applications/" + id + "/changes/1/ruling",
                        Api.decider(),
                        asked.header("ETag"),
                        ruling);
        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
    }

    /** A grant of which 300 euros are claimed back. */
    private String recovered() {
        String call = api.publishedCall("1000.00", "400.00");
        String id = api.granted(call, association);
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> PaidGrants.pay(ledgers, call, id, Euros.parse("300")));
        String claims = "/applications/" + id + "/recovery/claims";
        Answer proposed =
                api.post(
                        claims,
                        Api.officer(),
                        """
                        {"ground":"not-reported","amount":"300.00","reason":"Ei selvitetty",
                         "hearingWaived":"unnecessary"}
                        """);
        Answer decided =
                api.put(
                        claims + "/1/decision",
                        Api.decider(),
                        proposed.header("ETag"),
                        "{\"maker\":{\"kind\":\"official\",\"title\":\"johtaja\"},\"dueOn\":\"%s\"}"
                                .formatted(FinnishTime.today(clock).plusDays(30)));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        return id;
    }

    private String partlyGranted() {
        String id = api.submitted(api.publishedCall("30000.00", "400.00"), association, "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"200.00\",\"reasons\":[\"costs-not-eligible\"]}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    private void revise(String id) {
        String redress = "/applications/" + id + "/decision/redress";
        Answer claimed =
                api.post(
                        redress + "/own-claims",
                        Api.person("later"),
                        "{\"claimant\":\"Kylä\",\"text\":\"Vaadimme\"}");
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        Answer ruled =
                api.put(
                        redress + "/cases/1/ruling",
                        Tokens.of("board-of-later")
                                .inMunicipality(Api.SEINAJOKI)
                                .withRoles(Role.DECISION_MAKER),
                        "\"0\"",
                        """
                        {"outcome":"revised","section":"§ 14",
                         "verdict":{"decision":"grant","amount":"300.00"}}
                        """);
        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
    }

    private static String path(String id) {
        return "/applications/" + id + "/later-decisions";
    }
}
