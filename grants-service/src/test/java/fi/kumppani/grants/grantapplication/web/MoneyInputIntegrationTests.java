package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Wherever an amount is written, one that is none is refused, and the field is named. */
@GrantsServiceTest
class MoneyInputIntegrationTests {

    @Autowired Api api;

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1000000000000.00", "-1.00", "1e3", "1,00", "", "NaN"})
    void isNoAmountAnywhere(String amount) {
        String association = api.association();
        String call = api.publishedCall("1000.00", "400.00");
        assertRefused(
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(call, association, amount)),
                "requested");
        assertRefused(api.post("/calls", Api.officer(), api.callBody(amount, "400.00")), "budget");
        String id = api.submitted(call, association, "300.00");
        assertRefused(
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"grant\",\"amount\":\"" + amount + "\"}"),
                "amount");
        assertRefused(
                api.post(
                        "/calls/" + call + "/ledger/restatements",
                        Api.decider(),
                        "{\"appropriation\":\"%s\",\"reason\":\"x\",\"decidedIn\":\"§ 1\"}"
                                .formatted(amount)),
                "appropriation");
        assertThat(api.get("/calls/" + call + "/ledger", Api.officer()).text("/available"))
                .isEqualTo("1000.00");
    }

    @Test
    void grantsNoMoreThanTheCapAndTheBudget() {
        String call = api.publishedCall("500.00", "400.00");
        String first = api.submitted(call, api.association(), "400.00");
        String second = api.submitted(call, api.association(), "400.00");
        String grant = "{\"decision\":\"grant\",\"amount\":\"%s\"}";
        assertThat(
                        api.post(
                                        "/applications/" + first + "/decision",
                                        Api.decider(),
                                        grant.formatted("400.00"))
                                .status())
                .isEqualTo(201);

        Answer over =
                api.post(
                        "/applications/" + second + "/decision",
                        Api.decider(),
                        grant.formatted("100.01"));

        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("/reason")).isEqualTo("budget-exceeded");
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/available")).isEqualTo("100.00");
        assertThat(ledger.text("/reserved")).isEqualTo("0.00");
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(answer.body()).contains(field);
    }
}
