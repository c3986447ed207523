package fi.kumppani.events.memo.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.MemoChanged;
import fi.kumppani.contracts.events.MemoPublished;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;

@EventsServiceTest
class MemoIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MEMO =
            """
            {"text": {"fi": "Iltaan tuli neljäkymmentä.", "sv": "Fyrtio personer kom."},
             "sections": [{"title": {"fi": "Seniorit"}, "group": "seniors",
                           "text": {"fi": "Tiloja tarvitaan."}}],
             "actions": [
               {"what": {"fi": "Tilaluettelo verkkoon"}, "who": {"fi": "Järjestökoordinaattori"},
                "due": "2026-03-31"},
               {"what": {"fi": "Kevään iltakahvit"}, "who": {"fi": "Kyläyhdistys ry"},
                "associationId": "a-1"}]}
            """;

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired TestMessages messages;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void remember() {
        before = clock.instant();
    }

    @AfterEach
    void setClockBack() {
        clock.moveTo(before);
    }

    @Test
    void showsAMemoToEverybodyOncePublishedAndTellsHowThingsStand() {
        String event = soon();
        Api.Answer written = put(event, "", 0, MEMO).is(200);
        assertThat(written.header("ETag")).isEqualTo("\"1\"");
        assertThat(written.text("/status")).isEqualTo("draft");
        api.get(path(event, "")).send().is(404);
        api.get(path(event, "")).by(stranger()).send().is(404);
        put(event, "/publication", 1, "").refusedAs("event-not-begun");

        clock.pass(Duration.ofMinutes(2));
        put(event, "/publication", 7, "").is(412);
        Api.Answer published = put(event, "/publication", 1, "").is(200);
        put(event, "/publication", 1, "").is(200);
        assertThat(api.get(path(event, "")).send().is(200).json()).isEqualTo(published.json());
        assertThat(published.text("/sections/0/group")).isEqualTo("seniors");

        String action = published.text("/actions/0/id");
        put(event, "/actions/" + action + "/progress", 1, "{\"done\": true}").is(412);
        Api.Answer done =
                put(event, "/actions/" + action + "/progress", 2, "{\"done\": true}").is(200);
        assertThat(done.json().at("/actions/0/done").asBoolean()).isTrue();
        put(event, "/actions/nothing/progress", 3, "{\"done\": true}").is(404);

        ObjectNode shorter = (ObjectNode) done.json();
        ((ArrayNode) shorter.get("actions")).remove(1);
        shorter.remove("status");
        shorter.remove("publishedAt");
        shorter.remove("attachments");
        Api.Answer left = put(event, "", 3, JSON.writeValueAsString(shorter)).is(200);
        assertThat(left.text("/actions/0/id")).isEqualTo(action);
        put(event, "", 4, JSON.writeValueAsString(shorter)).is(200);

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages.received(Topics.EVENTS_MEMO))
                                        .filteredOn(told -> told.subject().equals(event))
                                        .extracting(told -> told.type())
                                        .containsExactly(
                                                MemoPublished.TYPE,
                                                MemoChanged.TYPE,
                                                MemoChanged.TYPE));
    }

    @Test
    void namesWhatIsWrongAndWhoMayNot() {
        String event = soon();
        put(event, "", 0, "{}").is(422).names("text");
        put(event, "", 0, MEMO.replace("2026-03-31", "31.3.2026")).is(422).names("actions[0].due");
        put(event, "", 0, MEMO.replace("{\"what\"", "{\"id\": \"x\", \"what\""))
                .is(422)
                .names("actions");
        put(event, "", 0, "{\"text\": {\"fi\": \"%s\"}}".formatted("a".repeat(50_001)))
                .is(422)
                .names("text.fi");
        put(event, "", 3, MEMO).is(412);
        put("no-such-event", "", 0, MEMO).is(404);
        put(event, "/publication", 0, "").is(404);
        api.put(path(event, "")).by(coordinator()).body(MEMO).send().is(428);
        api.put(path(event, "")).header("If-Match", "\"0\"").body(MEMO).send().is(401);
        api.put(path(event, ""))
                .by(stranger())
                .header("If-Match", "\"0\"")
                .body(MEMO)
                .send()
                .is(404);
        api.get(path(event, "")).by(coordinator()).send().is(404);
        put(event, "", 0, MEMO).is(200);
        put(event, "", 0, MEMO).is(412);
    }

    private Api.Answer put(String event, String rest, int seen, String body) {
        Api.Call call =
                api.put(path(event, rest)).by(coordinator()).header("If-Match", "\"" + seen + "\"");
        return body.isEmpty() ? call.send() : call.body(body).send();
    }

    private static String path(String event, String rest) {
        return EVENTS + "/" + event + "/memo" + rest;
    }

    /** An event that begins in a minute, for tokens of coordinators soon expire. */
    private String soon() {
        Instant start = clock.instant().plus(Duration.ofMinutes(1));
        return api.announced(api.evening(10, start));
    }
}
