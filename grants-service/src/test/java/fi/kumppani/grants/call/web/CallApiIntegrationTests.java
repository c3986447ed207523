package fi.kumppani.grants.call.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.Programmes;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallsToCome;
import fi.kumppani.grants.call.DueCallWork;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

@GrantsServiceTest
class CallApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Clock clock;
    @Autowired Ledgers ledgers;
    @Autowired List<DueCallWork> works;
    @Autowired CallsToCome calls;

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
    void isListedForThoseWhoHandleItOnceItIsAnnounced() {
        String draft =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");
        String published = api.publishedCall("30000.00", "400.00");
        List<String> announced = listed("/calls/announced");

        assertThat(announced).contains(published).doesNotContain(draft);
        assertThat(api.get("/calls/announced", Api.person("anna")).status()).isEqualTo(403);
        assertThat(api.get("/calls/announced", Api.stranger()).status()).isEqualTo(404);
    }

    @Test
    void isListedAmongPlansUntilItIsAnnounced() {
        String draft =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");
        String published = api.publishedCall("30000.00", "400.00");

        assertThat(listed("/calls/planned")).contains(draft).doesNotContain(published);
        assertThat(api.get("/calls/planned", Api.person("anna")).status()).isEqualTo(403);
        assertThat(api.get("/calls/planned", Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get("/calls/planned").status()).isEqualTo(401);
    }

    private List<String> listed(String path) {
        List<String> ids = new ArrayList<>();
        String page = path + "?limit=200";
        for (String next = page; !next.isEmpty(); ) {
            Answer answer = api.get(next, Api.decider());
            answer.json().at("/items").forEach(call -> ids.add(call.at("/id").asString()));
            String cursor = answer.json().path("next").asString("");
            next = cursor.isEmpty() ? "" : page + "&cursor=" + cursor;
        }
        return ids;
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

    @TestFactory
    Stream<DynamicTest> keepsTheProgrammesOfRealMunicipalities() {
        return Programmes.all().stream()
                .map(
                        programme ->
                                DynamicTest.dynamicTest(
                                        programme.toString(), () -> isKept(programme)));
    }

    private void isKept(Programmes.Programme programme) {
        Answer drafted = api.post("/calls", Api.officer(), programme.call().toString());
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);

        JsonNode read = api.get("/calls/" + drafted.text("/id"), Api.officer()).json();

        assertThat(read.get("rounds"))
                .hasSize(programme.call().path("rounds").size())
                .allMatch(round -> round.has("onlyIfMoneyIsLeft"));
        JsonNode scheme = programme.call().get("scheme");
        assertThat(read.at("/scheme/kind")).isEqualTo(scheme.get("kind"));
        for (String part : List.of("capPerEvent", "capPerApplicant", "share", "criteria")) {
            if (scheme.has(part)) {
                assertThat(read.get("scheme").get(part)).isEqualTo(scheme.get(part));
            }
        }
        scheme.path("payment")
                .properties()
                .forEach(
                        said ->
                                assertThat(read.at("/scheme/payment/" + said.getKey()))
                                        .isEqualTo(said.getValue()));
        assertThat(drafted.json()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"gift\"} | scheme.kind",
                "{\"kind\":\"event\",\"capPerEvent\":\"0.00\"} | scheme.capPerEvent",
                "{\"kind\":\"event\",\"capPerEvent\":\"-1.00\"} | scheme.capPerEvent",
                "{\"kind\":\"event\",\"capPerEvent\":\"1.001\"} | scheme.capPerEvent",
                "{\"kind\":\"event\",\"capPerApplicant\":\"399.99\"} | scheme.capPerApplicant",
                "{\"kind\":\"event\",\"share\":{\"tiers\":[],\"above\":\"refused\"}} |"
                        + " scheme.share.tiers",
                "{\"kind\":\"event\",\"share\":{\"tiers\":[{\"upTo\":\"10.00\",\"percent\":101}],\"above\":\"refused\"}}"
                    + " | scheme.share.tiers[0].percent",
                "{\"kind\":\"event\",\"share\":{\"tiers\":[{\"upTo\":\"10.00\",\"percent\":50},{\"upTo\":\"9.00\",\"percent\":40}],\"above\":\"refused\"}}"
                    + " | scheme.share.tiers",
                "{\"kind\":\"event\",\"payment\":{\"mode\":\"instalments\",\"instalments\":[60,30]}}"
                    + " | scheme.payment.instalments",
                "{\"kind\":\"event\",\"payment\":{\"mode\":\"loan\"}} | scheme.payment.repayment",
                "{\"kind\":\"start-up-loan\"} | scheme.payment.mode",
                "{\"kind\":\"event\",\"payment\":{\"mode\":\"in-advance\",\"receiptsBy\":\"2027-01-01\"}}"
                    + " | scheme.payment.receiptsBy",
                "{\"kind\":\"event\",\"criteria\":[{\"id\":\"a\",\"text\":{\"fi\":\"A\"},\"weight\":99}]}"
                    + " | scheme.criteria",
                "{\"kind\":\"event\",\"attachments\":[{\"id\":\"<b>\",\"label\":{\"fi\":\"A\"}}]} |"
                        + " scheme.attachments[0].id",
                "{\"kind\":\"event\",\"budgetLine\":{\"account\":\"47 42\"}} |"
                        + " scheme.budgetLine.account",
            })
    void isRefusedWithThePartOfTheSchemeAtFault(String scheme, String field) {
        Answer answer = api.post("/calls", Api.officer(), bodyWith("\"scheme\":" + scheme));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"publishAt\":\"2999-01-01T00:00:00Z\" | publishAt",
                "\"rounds\":[{\"opensAt\":\"2020-01-01T00:00:00Z\",\"closesAt\":\"2020-02-01T00:00:00Z\"}]"
                    + " | rounds[0]",
                "\"rounds\":[{\"opensAt\":\"2020-02-01T00:00:00Z\",\"closesAt\":\"2020-01-01T00:00:00Z\"}]"
                    + " | rounds[0].closesAt",
            })
    void isRefusedWithTimesInWrongOrder(String times, String field) {
        Answer answer = api.post("/calls", Api.officer(), bodyWith(times));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void isChangedUntilItIsPublished() {
        Answer drafted = api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00"));
        String call = "/calls/" + drafted.text("/id");
        String other = api.callBody("20000.00", "300.00");

        assertThat(api.put(call, Api.officer(), "\"7\"", other).status()).isEqualTo(412);
        assertThat(api.put(call, Api.decider(), "\"1\"", other).status()).isEqualTo(403);
        Answer changed = api.put(call, Api.officer(), "\"1\"", other);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(call, Api.officer()).text("/budget")).isEqualTo("20000.00");

        var _ = api.put(call + "/publication", Api.officer(), "\"2\"", "");
        Answer late = api.put(call, Api.officer(), "\"3\"", other);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("already-published");
        assertThat(api.get(call + "/ledger", Api.officer()).text("/appropriation"))
                .isEqualTo("20000.00");
    }

    @Test
    void isNotPublishedWithAnotherBudgetThanItsLedgerWasOpenedWith() {
        String id =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> ledgers.open(new LedgerId(id), Euros.parse("10000"), BudgetLine.UNTOLD));

        Answer refused = api.put("/calls/" + id + "/publication", Api.officer(), "\"1\"", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("other-budget-appropriated");
        assertThat(api.get("/calls/" + id).status()).isEqualTo(404);
    }

    @Test
    void isCopiedForTheNextYear() {
        JsonNode programme = Programmes.all().get(2).call();
        String id = api.post("/calls", Api.officer(), programme.toString()).text("/id");
        String key = api.newId();

        Answer copied = api.post("/calls/" + id + "/copies", Api.officer(), "{\"year\":2023}", key);

        assertThat(copied.status()).as(copied.body()).isEqualTo(201);
        assertThat(copied.text("/id")).isNotEqualTo(id);
        JsonNode copy = api.get("/calls/" + copied.text("/id"), Api.officer()).json();
        assertThat(copy.at("/status").asString()).isEqualTo("draft");
        assertThat(copy.at("/title/fi").asString())
                .isEqualTo("Kylien ja kaupunginosien kehittämisavustus 2023");
        assertThat(copy.at("/year").asInt()).isEqualTo(2023);
        assertThat(copy.at("/opensAt").asString()).isEqualTo("2023-01-31T22:00:00Z");
        assertThat(copy.at("/closesAt").asString()).isEqualTo("2023-03-31T21:00:00Z");
        assertThat(copy.at("/scheme/payment/receiptsBy").asString()).isEqualTo("2023-11-15");
        assertThat(copy.at("/scheme/criteria")).isEqualTo(programme.at("/scheme/criteria"));

        Answer again = api.post("/calls/" + id + "/copies", Api.officer(), "{\"year\":2023}", key);
        assertThat(again.body()).isEqualTo(copied.body());
        assertThat(
                        api.post("/calls/" + id + "/copies", Api.officer(), "{\"year\":1989}")
                                .text("/errors/0/field"))
                .isEqualTo("year");
        assertThat(api.post("/calls/no-such/copies", Api.officer(), "{\"year\":2023}").status())
                .isEqualTo(404);
    }

    @Test
    void isPublishedByItselfAtItsTimeAndClosedAtItsEnd() {
        Instant now = clock.instant();
        String body =
                bodyWith("\"publishAt\":\"" + now.plusMillis(200) + "\"")
                        .replaceFirst(
                                "\"closesAt\":\"[^\"]+\"",
                                "\"closesAt\":\"" + now.plusSeconds(8) + "\"");
        Answer planned = api.post("/calls", Api.officer(), body);
        assertThat(planned.json().has("publishAt")).isTrue();
        String id = planned.text("/id");

        messages.awaitMessage(Topics.GRANTS_CALL, each -> each.subject().equals(id));
        assertThat(api.get("/calls/" + id).text("/status")).isEqualTo("published");
        assertThat(api.get("/calls/" + id + "/ledger", Api.officer()).text("/appropriation"))
                .isEqualTo("30000.00");

        messages.awaitMessage(
                Topics.GRANTS_CALL,
                each -> each.subject().equals(id) && each.type().equals("grants.call.closed.v1"));
        Answer closed = api.get("/calls/" + id);
        assertThat(closed.text("/status")).isEqualTo("closed");
        assertThat(closed.json().at("/open").asBoolean()).isFalse();
        assertThat(openIds()).doesNotContain(id);
    }

    @Test
    void isClosedOnceWhenTwoInstancesFindItDue() {
        String id = api.publishedCall("30000.00", "400.00");
        Instant later = clock.instant().plus(Duration.ofDays(31));

        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> {
                    works.forEach(work -> work.carryOut(new CallId(id), clock.instant()));
                    works.forEach(work -> work.carryOut(new CallId(id), later));
                    works.forEach(work -> work.carryOut(new CallId(id), later));
                });

        messages.awaitMessage(
                Topics.GRANTS_CALL,
                each -> each.subject().equals(id) && each.type().equals("grants.call.closed.v1"));
        assertThat(
                        messages.received(Topics.GRANTS_CALL).stream()
                                .filter(each -> each.subject().equals(id)))
                .hasSize(2);
    }

    @Test
    void isFoundByAnInstanceThatDidNotWriteIt() {
        String id = api.publishedCall("30000.00", "400.00");
        Agenda another = new Agenda();

        calls.noteAll(another);

        assertThat(another.takeDue(clock.instant())).noneMatch(each -> each.id().equals(id));
        assertThat(another.takeDue(clock.instant().plus(Duration.ofDays(31))))
                .anyMatch(each -> each.id().equals(id));
    }

    private String bodyWith(String more) {
        return api.callBody("30000.00", "400.00")
                .stripTrailing()
                .replaceFirst("}$", "," + more + "}");
    }

    private Iterable<String> openIds() {
        JsonNode items = api.get("/calls?limit=200").json().at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }
}
