package fi.kumppani.grants.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

@GrantsServiceTest
class CallApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void isPlannedByAnOfficerAndThenReadByEverybody() {
        Answer drafted = api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00"));

        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.header("ETag")).isEqualTo("\"1\"");
        String id = drafted.text("/id");
        assertThat(drafted.header("Location")).isEqualTo("/v1/municipalities/743/calls/" + id);
        assertThat(drafted.text("/status")).isEqualTo("draft");
        assertThat(api.get("/calls/" + id).status()).isEqualTo(404);
        assertThat(api.get("/calls/" + id, Api.officer()).status()).isEqualTo(200);

        Answer published = api.put("/calls/" + id + "/publication", Api.officer(), "\"1\"", "");
        assertThat(published.status()).isEqualTo(200);

        Answer read = api.get("/calls/" + id);
        assertThat(read.text("/status")).isEqualTo("published");
        assertThat(read.text("/budget")).isEqualTo("30000.00");
        assertThat(read.text("/title/sv")).isEqualTo("Byautvecklingsmedel");
        assertThat(read.json().at("/open").asBoolean()).isTrue();
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(openIds()).contains(id);
    }

    @Test
    void isToldToTheOthersOnce() {
        String id = api.publishedCall("30000.00", "400.00");
        Answer again = api.put("/calls/" + id + "/publication", Api.officer(), "\"2\"", "");
        assertThat(again.status()).isEqualTo(200);

        ReceivedMessage told =
                messages.awaitMessage(Topics.GRANTS_CALL, each -> each.subject().equals(id));

        assertThat(told.type()).isEqualTo("grants.call.published.v1");
        assertThat(told.header(CloudEventHeaders.MUNICIPALITY)).isEqualTo("743");
        assertThat(
                        messages.received(Topics.GRANTS_CALL).stream()
                                .filter(each -> each.subject().equals(id)))
                .hasSize(1);
    }

    @Test
    void hasALedgerFromTheStart() {
        String id = api.publishedCall("30000.00", "400.00");

        Answer ledger = api.get("/calls/" + id + "/ledger", Api.officer());
        assertThat(ledger.text("/appropriation")).isEqualTo("30000.00");
        assertThat(ledger.text("/available")).isEqualTo("30000.00");
        Answer entries = api.get("/calls/" + id + "/ledger/entries", Api.decider());
        assertThat(entries.json().at("/items")).hasSize(1);
        assertThat(entries.text("/items/0/kind")).isEqualTo("appropriated");
    }

    @Test
    void isCreatedOnceUnderOneKey() {
        String body = api.callBody("30000.00", "400.00");
        String key = api.newId();
        Answer first = api.post("/calls", Api.officer(), body, key);
        String id = first.text("/id");
        var _ = api.put("/calls/" + id + "/publication", Api.officer(), "\"1\"", "");

        Answer again = api.post("/calls", Api.officer(), body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));

        Answer other = api.post("/calls", Api.officer(), api.callBody("30001.00", "400.00"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/errors/0/field")).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({
        "budget,             \"30000.00\", \"-1.00\",       budget,            422",
        "budget,             \"30000.00\", \"30000.001\",   budget,            422",
        "budget,             \"30000.00\", \"1000000000000\", budget,          422",
        "budget,             \"30000.00\", 30000,           budget,            422",
        "budget,             \"30000.00\", \"1e3\",         budget,            422",
        "budget under cap,   \"30000.00\", \"399.99\",      budget,            422",
        "cap,                \"400.00\",   \"0.00\",        capPerApplication, 422",
        "year,               2026,         1989,            year,              422",
        "form,               \"cooperative\", \"kissa\",    eligibleForms[2],  422",
        "unknown field,      \"year\",     \"status\",      status,            422",
    })
    void isRefusedWithTheFieldAtFault(
            String what, String right, String wrong, String field, int status) {
        String body = api.callBody("30000.00", "400.00").replaceFirst(right, wrong);

        Answer answer = api.post("/calls", Api.officer(), body);

        assertThat(answer.status()).as(what + answer.body()).isBetween(400, status);
        assertThat(answer.body()).as(what).contains("\"" + field + "\"");
        assertThat(answer.text("/type")).startsWith("urn:kumppani:problem:");
    }

    @Test
    void isRefusedWhenItWouldCloseBeforeItOpens() {
        String body =
                api.callBody("30000.00", "400.00")
                        .replaceFirst("\"closesAt\":\"2", "\"closesAt\":\"1");

        assertThat(api.post("/calls", Api.officer(), body).text("/errors/0/code"))
                .isEqualTo("before-opening");
    }

    @Test
    void isNotPublishedWhenNobodyCouldApplyAnyMore() {
        String body =
                api.callBody("30000.00", "400.00")
                        .replaceFirst(
                                "\"opensAt\":\"[^\"]+\"", "\"opensAt\":\"2020-01-01T00:00:00Z\"")
                        .replaceFirst(
                                "\"closesAt\":\"[^\"]+\"", "\"closesAt\":\"2020-02-01T00:00:00Z\"");
        String id = api.post("/calls", Api.officer(), body).text("/id");

        Answer refused = api.put("/calls/" + id + "/publication", Api.officer(), "\"1\"", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("window-over");
    }

    @Test
    void isLeftToOfficersOfTheMunicipality() {
        String body = api.callBody("30000.00", "400.00");

        assertThat(api.post("/calls", Api.decider(), body).status()).isEqualTo(403);
        assertThat(api.post("/calls", Api.stranger(), body).status()).isEqualTo(404);
        String id = api.publishedCall("30000.00", "400.00");
        assertThat(api.get("//v1/municipalities/179/calls/" + id).status()).isEqualTo(404);
        assertThat(api.put("/calls/" + id + "/publication", Api.stranger(), "\"2\"", "").status())
                .isEqualTo(404);
        assertThat(api.get("/calls/" + id + "/ledger", Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get("/calls/" + id + "/ledger", Api.person("anna")).status()).isEqualTo(403);
    }

    @Test
    void isChangedOnlyByWhoHasSeenIt() {
        String id =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");

        assertThat(api.put("/calls/" + id + "/publication", Api.officer(), "\"7\"", "").status())
                .isEqualTo(412);
    }

    @Test
    void isListedAPageAtATime() {
        IntStream.range(0, 3).forEach(_ -> api.publishedCall("1000.00", "400.00"));

        Answer first = api.get("/calls?limit=2");
        assertThat(first.json().at("/items")).hasSize(2);
        Answer second = api.get("/calls?limit=2&cursor=" + first.text("/next"));
        assertThat(second.text("/items/0/id"))
                .isNotIn(first.text("/items/0/id"), first.text("/items/1/id"));
    }

    private Iterable<String> openIds() {
        JsonNode items = api.get("/calls?limit=200").json().at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
