package fi.kumppani.grants.redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

@GrantsServiceTest
class RedressApiIntegrationTests {

    private static final Tokens BOARD =
            Tokens.of("board-secretary")
                    .inMunicipality(Api.SEINAJOKI)
                    .withRoles(Role.DECISION_MAKER);

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Clock clock;

    @Test
    void replacesADecisionOnAClaimAndTellsOfIt() {
        String id = partlyGranted(api.association());
        String redress = path(id);
        Answer claimed = claim(id);
        assertThat(claimed.text("/cases/0/hearer")).isEqualTo("sivistyslautakunta");
        assertThat(claimed.json().has("finalFrom")).isFalse();

        Answer ruled =
                api.put(
                        redress + "/cases/1/ruling",
                        BOARD,
                        "\"0\"",
                        """
                        {"outcome":"revised","section":"§ 12",
                         "verdict":{"decision":"grant","amount":"300.00"}}
                        """);

        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
        assertThat(ruled.text("/cases/0/outcome")).isEqualTo("revised");
        Answer application = api.get("/applications/" + id, Api.officer());
        assertThat(application.text("/status")).isEqualTo("granted");
        assertThat(application.text("/decision/granted")).isEqualTo("300.00");
        assertThat(application.text("/decision/maker/title")).isEqualTo("sivistyslautakunta");
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_APPLICATION,
                        each ->
                                each.subject().equals(id)
                                        && each.type().equals("grants.application.revised.v1"));
        assertThat(told.body()).contains("\"decision\":2", "claim", "300.00");
        Answer ledger = api.get("/calls/" + application.text("/callId") + "/ledger", Api.officer());
        assertThat(ledger.body()).contains("300.00");
    }

    @Test
    void tellsOfTheNewDecisionAnewWithThirtyDaysToAppeal() {
        String id = partlyGranted(api.association());
        String notification = "/applications/" + id + "/decision/notification";
        String byMail = "{\"channel\":\"email\",\"consentedOn\":\"2026-01-31\"}";
        var _ = api.put(notification + "/sending", Api.officer(), "\"0\"", byMail);
        var _ = claim(id);
        var _ = revise(id);
        assertThat(api.get(notification, Api.officer()).text("/decision")).isEqualTo("2");
        assertThat(api.get(notification, Api.officer()).json().at("/statements")).isEmpty();

        Answer chosen = api.put(notification + "/sending", Api.officer(), "\"1\"", byMail);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        messages.publish(mailed(id, "grant-decided"), mailed(id, "grant-revised"));
        messages.awaitAllHandled("decisionMails");

        Answer read = api.get(notification, Api.officer());
        assertThat(read.json().at("/statements")).hasSize(2);
        LocalDate known = LocalDate.parse(read.text("/knownOn"));
        assertThat(LocalDate.parse(read.text("/partyUntil"))).isAfterOrEqualTo(known.plusDays(30));
    }

    @Test
    void givesARulingThatLeavesTheDecisionADocumentAndTellsThePartyOfIt() {
        String id = partlyGranted(api.association());
        var _ = claim(id);
        String document = path(id) + "/cases/1/ruling/document";
        assertThat(api.get(document, Api.officer()).status()).isEqualTo(404);

        Answer ruled =
                api.put(
                        path(id) + "/cases/1/ruling",
                        BOARD,
                        "\"0\"",
                        """
                        {"outcome":"dismissed","section":"§ 14",
                         "explanation":{"fi":"Määräraha ei riitä","sv":"Anslaget räcker inte"}}
                        """);

        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
        Answer page = api.get(document + "?language=fi", Api.officer());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body())
                .contains("Oikaisuvaatimus hylätään", "§ 14", "Määräraha ei riitä")
                .contains("Valitusosoitus", "30 päivän", "hallinto-oikeus")
                .doesNotContain("Kylätie", "Vaadimme");
        for (String language : new String[] {"sv", "en"}) {
            assertThat(api.get(document + "?language=" + language, Api.officer()).body())
                    .contains("<h1>", "808/2019")
                    .doesNotContain("{0}", "Kylätie");
        }
        assertThat(api.get(document + ".pdf", Api.officer()).body()).startsWith("%PDF");
        assertThat(api.get(document, Api.stranger()).status()).isEqualTo(404);
        Answer contact = api.contact(id, "grant-ruling");
        assertThat(contact.text("/contacts/0/facts/rulingOutcome"))
                .as(contact.body())
                .isEqualTo("dismissed");
        String link = contact.text("/contacts/0/links/document");
        String linked = link.substring(link.indexOf("/api/grants") + "/api/grants".length());
        assertThat(api.get("/" + linked).body()).startsWith("%PDF");
        assertThat(api.get("/" + linked.replaceAll("token=.*", "token=x")).status()).isEqualTo(404);
        String decision = api.contact(id, "grant-decided").text("/contacts/0/links/document");
        assertThat(
                        api.get(
                                        "/"
                                                + decision.substring(
                                                        decision.indexOf("/api/grants")
                                                                + "/api/grants".length()))
                                .body())
                .startsWith("%PDF");
    }

    @Test
    void isFinalOnlyWhenTheRulingIsKnownAndItsTimeIsOver() {
        String id = partlyGranted(api.association());
        String notification = "/applications/" + id + "/decision/notification";
        var _ =
                api.put(
                        notification + "/sending",
                        Api.officer(),
                        "\"0\"",
                        "{\"channel\":\"letter\",\"sentOn\":\"%s\"}".formatted(today()));
        Answer published =
                api.put(
                        notification + "/publication",
                        Api.officer(),
                        "\"1\"",
                        "{\"publishedOn\":\"%s\"}".formatted(today()));
        assertThat(api.get(path(id), Api.officer()).text("/finalFrom"))
                .isEqualTo(published.text("/finalFrom"));

        var _ = claim(id);
        assertThat(api.get(path(id), Api.officer()).json().has("finalFrom")).isFalse();
        Answer ruled =
                api.put(
                        path(id) + "/cases/1/ruling",
                        BOARD,
                        "\"0\"",
                        "{\"outcome\":\"dismissed\"}");
        assertThat(ruled.json().has("finalFrom")).isFalse();
        Answer told =
                api.put(
                        path(id) + "/cases/1/ruling/notification",
                        Api.officer(),
                        ruled.header("ETag"),
                        "{\"knownOn\":\"%s\"}".formatted(today()));

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(LocalDate.parse(told.text("/finalFrom"))).isAfter(today().plusDays(30));
        Answer appealed =
                api.put(
                        path(id) + "/court-appeal",
                        Api.officer(),
                        told.header("ETag"),
                        "{\"filedOn\":\"%s\"}".formatted(today()));
        assertThat(appealed.json().has("finalFrom")).isFalse();
    }

    @Test
    void takesThePartysOwnClaimAndTellsNobodyElseOfIt() {
        String association = api.association();
        String id = partlyGranted(association);
        api.mandate("claiming", association);
        String body = "{\"claimant\":\"Kylän sihteeri\",\"text\":\"Vaadimme oikaisua.\"}";

        Answer received =
                api.post(
                        path(id) + "/own-claims",
                        Api.personFromElsewhere("claiming"),
                        body,
                        "own-claim-1");
        Answer again =
                api.post(
                        path(id) + "/own-claims",
                        Api.personFromElsewhere("claiming"),
                        body,
                        "own-claim-1");

        assertThat(received.status()).as(received.body()).isEqualTo(201);
        assertThat(received.text("/arrivedOn")).isEqualTo(today().toString());
        assertThat(received.text("/late")).isEqualTo("false");
        assertThat(again.text("/number")).isEqualTo(received.text("/number"));
        assertThat(api.get(path(id), Api.officer()).text("/cases/0/claimant"))
                .isEqualTo("Kylän sihteeri");
        assertThat(api.get(path(id), Api.personFromElsewhere("claiming")).status()).isIn(403, 404);
        assertThat(api.post(path(id) + "/own-claims", Api.person("somebody"), body).status())
                .isEqualTo(404);
        ReceivedMessage told =
                messages.awaitMessage(Topics.GRANTS_REDRESS, each -> each.subject().equals(id));
        assertThat(told.body()).contains("party-claim").doesNotContain("sihteeri", "Vaadimme");
    }

    @Test
    void ruledOnceAndByNobodyWhoDecided() {
        String id = partlyGranted(api.association());
        var _ = claim(id);
        String ruling = path(id) + "/cases/1/ruling";

        assertThat(api.put(ruling, Api.decider(), "\"0\"", "{\"outcome\":\"dismissed\"}").body())
                .contains("own-decision");
        assertThat(api.put(ruling, Api.officer(), "\"0\"", "{\"outcome\":\"dismissed\"}").status())
                .isEqualTo(403);
        assertThat(api.put(ruling, BOARD, "\"0\"", "{\"outcome\":\"dismissed\"}").status())
                .isEqualTo(200);
        assertThat(api.put(ruling, BOARD, "\"0\"", "{\"outcome\":\"dismissed\"}").status())
                .isEqualTo(200);
        Answer other = api.put(ruling, BOARD, "\"0\"", "{\"outcome\":\"withdrawn\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("ruled");
        assertThat(
                        api.put(
                                        path(id) + "/cases/7/ruling",
                                        BOARD,
                                        "\"0\"",
                                        "{\"outcome\":\"dismissed\"}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void leavesWhatIsLateUnexaminedAndIsNotTakenUpLate() {
        String id = partlyGranted(api.association());
        assertThat(takeUp(id, today().plusDays(1)).body()).contains("in-the-future", "takenOn");
        assertThat(takeUp(id, today().minusDays(1)).body()).contains("before-decision", "takenOn");

        Answer taken = takeUp(id, today());

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/cases/0/kind")).isEqualTo("taken-up");
        assertThat(taken.text("/cases/0/hearer")).isEqualTo("kunnanhallitus");
        Answer revised = revise(id);
        assertThat(revised.text("/cases/0/outcome")).isEqualTo("revised");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"outcome\":\"revised\"}', verdict",
        "'{\"outcome\":\"dismissed\",\"verdict\":{\"decision\":\"grant\",\"amount\":\"1.00\"}}',"
                + " verdict",
        "'{\"outcome\":\"revised\",\"verdict\":{\"decision\":\"grant\",\"amount\":\"0.00\"}}',"
                + " amount",
        "'{\"outcome\":\"maybe\"}', outcome",
    })
    void namesTheFieldThatIsWrong(String body, String field) {
        String id = partlyGranted(api.association());
        var _ = claim(id);

        Answer answer = api.put(path(id) + "/cases/1/ruling", BOARD, "\"0\"", body);

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).contains(field + "\"");
        assertThat(api.get(path(id), Api.officer()).json().at("/cases/0").has("outcome")).isFalse();
    }

    @Test
    void keepsTheDecisionWhenTheBudgetDoesNotSuffice() {
        api.haveAnAppealEdition();
        String call = api.publishedCall("400.00", "400.00");
        var _ = decided(api.submitted(call, api.association(), "300.00"), "149.50");
        String id = decided(api.submitted(call, api.association(), "300.00"));
        var _ = claim(id);

        Answer answer = revise(id);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("budget-exceeded");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/decision/granted"))
                .isEqualTo("250.50");
        assertThat(api.get(path(id), Api.officer()).json().at("/cases/0").has("outcome")).isFalse();
    }

    @Test
    void correctsAnErrorWithThePartysConsent() {
        String id = partlyGranted(api.association());
        String corrections = "/applications/" + id + "/decision/corrections";
        String less =
                """
                {"error":"factual","corrects":1,"section":"§ 13"%s,
                 "verdict":{"decision":"grant","amount":"200.00","reasons":["costs-not-eligible"]}}
                """;

        Answer without = api.post(corrections, Api.decider(), less.formatted(""));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.body()).contains("consentedOn");
        Answer corrected =
                api.post(
                        corrections,
                        Api.decider(),
                        less.formatted(",\"consentedOn\":\"%s\"".formatted(today())));

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        assertThat(corrected.text("/decision")).isEqualTo("2");
        assertThat(corrected.text("/granted")).isEqualTo("200.00");
        Answer stale =
                api.post(corrections, Api.decider(), less.formatted(",\"causedByParty\":true"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("already-revised");
        assertThat(api.post(corrections, Api.officer(), less.formatted("")).status())
                .isEqualTo(403);
    }

    @Test
    void tellsHandlersOfEveryDecisionThereWas() {
        String id = partlyGranted(api.association());
        String versions = "/applications/" + id + "/decision/versions";
        var _ =
                api.post(
                        "/applications/" + id + "/decision/corrections",
                        Api.decider(),
                        """
                        {"error":"clerical","corrects":1,"section":"§ 14","verdict":
                         {"decision":"grant","amount":"260.00","explanation":{"fi":"Lyöntivirhe"},
                          "secret":"Vain asianosaiselle"}}
                        """);

        Answer told = api.get(versions, Api.officer());

        assertThat(told.json().at("/items")).hasSize(2);
        assertThat(told.json().at("/items/0").has("cause")).isFalse();
        assertThat(told.text("/items/0/number")).isEqualTo("1");
        assertThat(told.text("/items/0/outcome")).isEqualTo("partly-granted");
        assertThat(told.text("/items/0/verdict/amount")).isEqualTo("250.50");
        assertThat(told.text("/items/1/cause")).isEqualTo("clerical-error");
        assertThat(told.text("/items/1/maker/section")).isEqualTo("§ 14");
        assertThat(told.text("/items/1/verdict/explanation/fi")).isEqualTo("Lyöntivirhe");
        assertThat(told.text("/items/1/verdict/secret")).isEqualTo("Vain asianosaiselle");
        assertThat(told.text("/items/1/decidedOn")).isEqualTo(today().toString());
        assertThat(api.get(versions, Api.person("somebody")).status()).isEqualTo(403);
    }

    @Test
    void replacesNothingThatWasDeclined() {
        String association = api.association();
        String id = partlyGranted(association);
        api.mandate("declining", association);
        Answer declined =
                api.put(
                        "/applications/" + id + "/award/refusal",
                        Api.person("declining"),
                        "\"0\"",
                        "");
        assertThat(declined.status()).as(declined.body()).isEqualTo(200);
        var _ = claim(id);

        Answer answer = revise(id);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("declined");
    }

    private Answer claim(String id) {
        Answer claimed =
                api.post(
                        path(id) + "/claims",
                        Api.officer(),
                        """
                        {"by":"party","arrivedOn":"%s","claimant":"Kyläyhdistys, Kylätie 1",
                         "text":"Vaadimme, että avustus myönnetään kokonaan."}
                        """
                                .formatted(today()));
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
        return claimed;
    }

    private Answer takeUp(String id, LocalDate takenOn) {
        return api.post(
                path(id) + "/taken-up",
                Api.officer(),
                "{\"takenOn\":\"%s\",\"body\":\"kunnanhallitus\"}".formatted(takenOn));
    }

    private Answer revise(String id) {
        return api.put(
                path(id) + "/cases/1/ruling",
                BOARD,
                "\"0\"",
                "{\"outcome\":\"revised\",\"verdict\":{\"decision\":\"grant\",\"amount\":\"300.00\"}}");
    }

    private TestMessage mailed(String application, String kind) {
        return TestMessage.of(
                        new MailSent(new Mail(api.newId(), api.newId(), kind, application, "sent")))
                .in("743");
    }

    private String partlyGranted(String association) {
        api.haveAnAppealEdition();
        return decided(
                api.submitted(api.publishedCall("30000.00", "400.00"), association, "300.00"));
    }

    private String decided(String id) {
        return decided(id, "250.50");
    }

    private String decided(String id, String amount) {
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"costs-not-eligible\"]}"
                                .formatted(amount));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
    }

    private static String path(String id) {
        return "/applications/" + id + "/decision/redress";
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
