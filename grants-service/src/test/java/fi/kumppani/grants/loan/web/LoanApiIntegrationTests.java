package fi.kumppani.grants.loan.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.PaidGrants;
import fi.kumppani.grants.loan.RemindOfLoans;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@GrantsServiceTest
class LoanApiIntegrationTests {

    @Autowired Api api;
    @Autowired Ledgers ledgers;
    @Autowired RemindOfLoans remindOfLoans;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory store;

    @Test
    void isPaidBackByItsPlan() {
        String association = api.association();
        api.mandate("anna", association);
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"start-up-loan","payment":{"mode":"loan",
                         "repayment":{"firstOn":"2026-01-31","parts":3,"everyMonths":1}}}
                        """);
        String id = api.granted(call, association);
        String path = "/applications/" + id + "/repayment-plan";
        assertThat(api.get(path, Api.person("anna")).json().at("/parts")).isEmpty();
        lend(call, id);

        Answer lent = api.get(path, Api.person("anna"));

        assertThat(lent.status()).as(lent.body()).isEqualTo(200);
        assertThat(lent.text("/lent")).isEqualTo("300.00");
        assertThat(lent.text("/parts/0/dueOn")).isEqualTo("2026-02-02");
        assertThat(lent.text("/overdue")).isEqualTo("300.00");
        Answer noted =
                api.post(
                        "/applications/" + id + "/recovery/returns",
                        Api.officer(),
                        "{\"amount\":\"150.01\",\"receivedOn\":\"2026-02-02\"}");
        assertThat(noted.status()).as(noted.body()).isEqualTo(200);
        Answer after = api.get(path, Api.officer());
        assertThat(after.text("/left")).isEqualTo("149.99");
        assertThat(after.text("/parts/0/repaid")).isEqualTo("100.00");
        assertThat(after.text("/parts/1/repaid")).isEqualTo("50.01");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/returned"))
                .isEqualTo("150.01");
        assertThat(api.get(path, Api.person("nobody")).status()).isEqualTo(404);
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);
    }

    @Test
    void remindsOnceOfEachPartThatIsOverdueAndNobodyWhoHasPaid() {
        String association = api.association();
        String call =
                api.publishedCallWith(
                        """
                        {"kind":"start-up-loan","payment":{"mode":"loan",
                         "repayment":{"firstOn":"2026-01-31","parts":2,"everyMonths":1}}}
                        """);
        String id = api.granted(call, association);
        lend(call, id);

        remindOfLoans.remindAll();
        remindOfLoans.remindAll();

        var told =
                messages.awaitMessage(
                        Topics.GRANTS_LOAN, each -> String.valueOf(each.body()).contains(id));
        assertThat(told.body()).contains("\"overdue\":true").doesNotContain("@");
        assertThat(
                        store.getMongoDatabase()
                                .getCollection("loanReminders")
                                .countDocuments(new Document("body.application", id)))
                .isEqualTo(2);
        assertThat(api.contact(id, "grant-loan-overdue").text("/contacts/0/facts/payBy"))
                .isEqualTo("2026-02-02");
        assertThat(found(id, "grant-loan-due")).isFalse();
        var _ =
                api.post(
                        "/applications/" + id + "/recovery/returns",
                        Api.officer(),
                        "{\"amount\":\"300.00\",\"receivedOn\":\"2026-03-02\"}");
        assertThat(found(id, "grant-loan-overdue")).isFalse();
    }

    private boolean found(String id, String kind) {
        return api.contact(id, kind).json().at("/contacts/0/found").asBoolean();
    }

    @Test
    void isNotThereForWhatIsNoLoan() {
        String id = api.granted(api.publishedCall("1000.00", "400.00"), api.association());

        assertThat(api.get("/applications/" + id + "/repayment-plan", Api.officer()).status())
                .isEqualTo(404);
    }

    private void lend(String call, String id) {
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> PaidGrants.pay(ledgers, call, id, Euros.parse("300")));
    }
}
