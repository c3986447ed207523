package fi.kumppani.grants.bankaccount.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.grants.BankAccountChanged;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpMethod;

@GrantsServiceTest
class BankAccountApiIntegrationTests {

    private static final String FIRST = "FI21 1234 5600 0007 85";
    private static final String SECOND = "DE89370400440532013000";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory database;

    private String association = "";
    private String path = "";

    @BeforeEach
    void apply() {
        association = api.association();
        api.mandate("anna", association);
        api.mandate("bertta", association);
        String application =
                api.submitted(api.publishedCall("1000.00", "400.00"), association, "300.00");
        path = "/applications/" + application + "/bank-account";
    }

    @Test
    void usesTheFirstAccountAndShowsItMasked() {
        Answer entered = enter("anna", "\"0\"", FIRST);

        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        assertThat(entered.text("/inUse/masked")).isEqualTo("FI…0785");
        assertThat(entered.body()).doesNotContain("1234");
        assertThat(api.get(path, Api.officer()).body()).isEqualTo(entered.body());
    }

    @Test
    void keepsNoAccountInTheClear() {
        var _ = enter("anna", "\"0\"", FIRST);
        var _ = enter("anna", "\"1\"", SECOND);

        var kept =
                database.getMongoDatabase()
                        .getCollection("bankAccounts")
                        .find(Filters.eq("_id", Api.SEINAJOKI + ":" + association))
                        .first();
        assertThat(kept).isNotNull();
        assertThat(String.valueOf(kept))
                .doesNotContain("2112345600000785", "89370400440532013000", "example.org");
    }

    @Test
    void hasASecondPersonConfirmEveryChange() {
        var _ = enter("anna", "\"0\"", FIRST);
        Answer proposed = enter("anna", "\"1\"", SECOND);
        assertThat(proposed.text("/inUse/masked")).isEqualTo("FI…0785");
        assertThat(proposed.text("/proposed/masked")).isEqualTo("DE…3000");

        Answer own =
                api.put(path + "/confirmation", Api.person("anna"), proposed.header("ETag"), "");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("/reason")).isEqualTo("same-person");
        Answer confirmed =
                api.put(path + "/confirmation", Api.person("bertta"), proposed.header("ETag"), "");
        assertThat(confirmed.text("/inUse/masked")).isEqualTo("DE…3000");
        assertThat(confirmed.json().at("/proposed").isMissingNode()).isTrue();
    }

    @Test
    void tellsTheOldContactAndNamesItAlsoAfterwards() {
        var _ = enter("anna", "\"0\"", FIRST);
        var _ = enter("anna", "\"1\"", SECOND);
        var _ = api.put(path + "/confirmation", Api.officer(), "\"2\"", "");

        var told =
                messages.awaitMessage(
                        Topics.GRANTS_ACCOUNT,
                        each ->
                                each.subject().endsWith(association)
                                        && each.data(BankAccountChanged.class)
                                                .bankAccount()
                                                .replaces());
        String change = told.data(BankAccountChanged.class).bankAccount().changeId();
        Answer contacts = contacts(change);
        assertThat(contacts.text("/contacts/0/email")).isEqualTo("kyla@example.org");
        assertThat(contacts.text("/contacts/0/facts/accountInUse")).isEqualTo("FI…0785");
        assertThat(contacts.text("/contacts/0/facts/accountProposed")).isEqualTo("DE…3000");
        assertThat(contacts(association + ":9").json().at("/contacts/0/found").asBoolean())
                .isFalse();
    }

    @Test
    void dropsAChangeSomebodyDoesNotKnowOf() {
        var _ = enter("anna", "\"0\"", FIRST);
        var _ = enter("anna", "\"1\"", SECOND);

        Answer dropped =
                api.send(
                        HttpMethod.DELETE,
                        path + "/proposal",
                        Api.person("bertta").bearer(),
                        "",
                        "If-Match",
                        "\"2\"");

        assertThat(dropped.status()).as(dropped.body()).isEqualTo(200);
        assertThat(dropped.text("/inUse/masked")).isEqualTo("FI…0785");
        assertThat(
                        api.put(path + "/confirmation", Api.person("bertta"), "\"3\"", "")
                                .text("/reason"))
                .isEqualTo("nothing-proposed");
    }

    @Test
    void refusesWhatCannotBePaidTo() {
        Answer wrong = enter("anna", "\"0\"", "FI2112345600000786");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("iban");
        assertThat(wrong.text("/errors/0/code")).isEqualTo("not-an-iban");
        assertThat(wrong.body()).doesNotContain("2112345600000786");
        Answer outside = enter("anna", "\"0\"", "BR1800360305000010009795493C1");
        assertThat(outside.text("/errors/0/code")).isEqualTo("outside-sepa");
    }

    @Test
    void isForThoseWhoActForTheAssociation() {
        assertThat(put(Api.person("nobody")).status()).isEqualTo(404);
        assertThat(put(Api.stranger()).status()).isEqualTo(404);
        assertThat(put(Api.decider()).status()).isEqualTo(403);
        Answer byOfficer = put(Api.officer());
        assertThat(byOfficer.status()).isEqualTo(200);
        assertThat(byOfficer.json().at("/inUse").isMissingNode()).isTrue();
        assertThat(
                        api.send(
                                        HttpMethod.PUT,
                                        path,
                                        Api.person("anna").bearer(),
                                        "{\"iban\":\"" + FIRST + "\"}",
                                        null,
                                        "")
                                .status())
                .isEqualTo(428);
    }

    private Answer put(Tokens token) {
        return api.put(path, token, "\"0\"", "{\"iban\":\"" + FIRST + "\"}");
    }

    private Answer enter(String person, String etag, String iban) {
        return api.put(path, Api.person(person), etag, "{\"iban\":\"" + iban + "\"}");
    }

    private Answer contacts(String change) {
        return api.send(
                HttpMethod.POST,
                "//internal/contacts",
                Tokens.of("newsletter").withScopes("contacts:read").bearer(),
                """
                {"requests":[{"id":"1","kind":"grant-account-changing","subject":"%s",
                 "municipality":"743"}]}
                """
                        .formatted(change),
                null,
                "");
    }
}
