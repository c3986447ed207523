package fi.kumppani.grants.award.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;

@GrantsServiceTest
class AwardApiIntegrationTests {

    private static final String AFTERWARDS =
            "{\"kind\":\"project\",\"payment\":{\"mode\":\"afterwards\"}}";

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void isAcceptedByTheGranteeWithItsConditions() {
        String association = represented("anna");
        String id =
                api.granted(
                        api.publishedCallWith(
                                """
                                {"kind":"project","payment":{"mode":"in-advance"},
                                 "acceptance":{"withinDays":30,"conditions":{"fi":"Käytä se"}}}
                                """),
                        association);
        Answer open = api.get(award(id), Api.person("anna"));
        assertThat(open.text("/answer")).isEqualTo("open");
        assertThat(open.text("/conditions/fi")).isEqualTo("Käytä se");
        assertThat(open.text("/granted")).isEqualTo("300.00");

        Answer accepted =
                api.put(award(id) + "/acceptance", Api.person("anna"), open.header("ETag"), "");

        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.text("/answer")).isEqualTo("accepted");
        var told = messages.awaitMessage(Topics.GRANTS_AWARD, each -> each.subject().equals(id));
        assertThat(told.type()).isEqualTo("grants.award.changed.v1");
        Answer stale = api.put(award(id) + "/refusal", Api.person("anna"), open.header("ETag"), "");
        assertThat(stale.status()).isEqualTo(412);
        Answer late =
                api.put(award(id) + "/refusal", Api.person("anna"), accepted.header("ETag"), "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("already-accepted");
    }

    @Test
    void givesItsMoneyBackWhenItIsDeclined() {
        String association = represented("bertta");
        String call = api.publishedCall("1000.00", "400.00");
        String id = api.granted(call, association);

        Answer declined = api.put(award(id) + "/refusal", Api.person("bertta"), "\"0\"", "");

        assertThat(declined.status()).as(declined.body()).isEqualTo(200);
        assertThat(declined.text("/answer")).isEqualTo("declined");
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/available")).isEqualTo("1000.00");
        assertThat(ledger.text("/granted")).isEqualTo("0.00");
        Answer again =
                api.put(award(id) + "/refusal", Api.person("bertta"), declined.header("ETag"), "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/available"))
                .isEqualTo("1000.00");
        assertThat(
                        api.put(
                                        award(id) + "/acceptance",
                                        Api.person("bertta"),
                                        declined.header("ETag"),
                                        "")
                                .text("/reason"))
                .isEqualTo("already-declined");
    }

    @Test
    void tellsTheLastDayToAcceptItOnceTheDecisionIsKnown() {
        String association = represented("cecilia");
        String id =
                api.granted(
                        api.publishedCallWith(
                                """
                                {"kind":"project","payment":{"mode":"in-advance"},
                                 "acceptance":{"withinDays":1}}
                                """),
                        association);
        assertThat(api.get(award(id), Api.officer()).json().at("/acceptUntil").isMissingNode())
                .isTrue();
        String today = api.get(application(id), Api.officer()).text("/decision/decidedOn");
        Answer sent =
                api.put(
                        application(id) + "/decision/notification/sending",
                        Api.officer(),
                        "\"0\"",
                        "{\"channel\":\"receipt\",\"sentOn\":\"" + today + "\"}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        Answer received =
                api.put(
                        application(id) + "/decision/notification/receipt",
                        Api.officer(),
                        sent.header("ETag"),
                        "{\"receivedOn\":\"" + today + "\"}");
        assertThat(received.status()).as(received.body()).isEqualTo(200);

        assertThat(api.get(award(id), Api.officer()).text("/acceptUntil"))
                .isEqualTo(LocalDate.parse(today).plusDays(1).toString());
        assertThat(api.put(award(id) + "/acceptance", Api.person("cecilia"), "\"0\"", "").status())
                .isEqualTo(200);
    }

    @Test
    void countsReceiptsOfWhatIsPaidAfterwardsAlone() {
        String association = represented("dora");
        String afterwards = api.granted(api.publishedCallWith(AFTERWARDS), association);
        String inAdvance = api.granted(api.publishedCall("1000.00", "400.00"), association);
        String costs = "{\"costs\":\"120.50\"}";

        Answer approved = api.put(award(afterwards) + "/receipts", Api.officer(), "\"0\"", costs);

        assertThat(approved.text("/receipts")).isEqualTo("120.50");
        assertThat(
                        api.put(award(inAdvance) + "/receipts", Api.officer(), "\"0\"", costs)
                                .text("/reason"))
                .isEqualTo("not-paid-afterwards");
        assertThat(
                        api.put(award(afterwards) + "/receipts", Api.person("dora"), "\"1\"", costs)
                                .status())
                .isEqualTo(403);
        assertThat(
                        api.put(
                                        award(afterwards) + "/receipts",
                                        Api.officer(),
                                        "\"1\"",
                                        "{\"costs\":\"120.505\"}")
                                .status())
                .isIn(400, 422);
    }

    @Test
    void isForItsGranteeAndWhoHandlesIt() {
        String id = api.granted(api.publishedCall("1000.00", "400.00"), represented("eila"));

        assertThat(api.get(award(id), Api.decider()).status()).isEqualTo(200);
        assertThat(api.get(award(id), Api.person("nobody")).status()).isEqualTo(404);
        assertThat(api.get(award(id), Api.stranger()).status()).isEqualTo(404);
        assertThat(api.put(award(id) + "/acceptance", Api.decider(), "\"0\"", "").status())
                .isEqualTo(403);
        assertThat(api.put(award(id) + "/acceptance", Api.stranger(), "\"0\"", "").status())
                .isEqualTo(404);
    }

    private String represented(String person) {
        String association = api.association();
        api.mandate(person, association);
        return association;
    }

    private static String application(String id) {
        return "/applications/" + id;
    }

    private static String award(String id) {
        return application(id) + "/award";
    }
}
