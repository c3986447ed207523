package fi.kumppani.events.needs.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.KeptNeeds;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

@EventsServiceTest
class NeedsIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUESTIONS =
            """
            {"registration": {"largestParty": 3, "questions": [
              {"id": "diet", "label": {"fi": "Ruokavalio"}, "kind": "several",
               "purpose": "catering", "options": [
                 {"id": "vegan", "label": {"fi": "Vegaaninen"}},
                 {"id": "gluten-free", "label": {"fi": "Gluteeniton"}}]},
              {"id": "access", "label": {"fi": "Esteettömyys"}, "kind": "text",
               "purpose": "accessibility"}]}}
            """;

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired KeptNeeds needs;

    @Test
    void tellsNeedsToCoordinatorsAloneAndNumbersToTheKitchen() {
        String event = published();
        register(event, "a", 2, "\"diet\": [\"vegan\", \"gluten-free\"]");
        register(event, "b", 1, "\"diet\": [\"vegan\"], \"access\": [\"Pyörätuoli\"]");
        register(event, "c", 1, "\"diet\": []");
        register(event, "d", 3, "\"diet\": [\"vegan\"]");

        JsonNode told = read(event, "").is(200).json().at("/items");
        assertThat(told).hasSize(2);
        assertThat(told.at("/1/name").asString()).isEqualTo("Osallistuja b");
        assertThat(told.at("/1/answers/0/chosen/0/fi").asString()).isEqualTo("Vegaaninen");
        assertThat(told.at("/1/answers/1/text").asString()).isEqualTo("Pyörätuoli");

        assertThat(api.get(EVENTS + "/" + event + "/journal").by(coordinator()).send().raw())
                .containsOnlyOnce("needs-read");

        JsonNode counts = read(event, "/counts").is(200).json();
        assertThat(counts.at("/registrations").asInt()).isEqualTo(2);
        assertThat(counts.at("/people").asInt()).isEqualTo(3);
        assertThat(counts.at("/questions/0/answered/0/registrations").asInt()).isEqualTo(2);
        assertThat(counts.at("/questions/0/answered/0/people").asInt()).isEqualTo(3);
        assertThat(counts.at("/questions/0/answered/1/people").asInt()).isEqualTo(2);
        assertThat(counts.at("/questions/1/texts/0").asString()).isEqualTo("Pyörätuoli");
        assertThat(counts.toString()).doesNotContain("Osallistuja");

        api.get(EVENTS + "/" + event + "/needs").send().is(401);
        api.get(EVENTS + "/" + event + "/needs").by(stranger()).send().is(404);
        api.get(EVENTS + "/" + event + "/needs/counts").by(stranger()).send().is(404);
        read("no-such-event", "").is(404);
        read("no-such-event", "/counts").is(404);
        assertThat(api.get(EVENTS + "/" + event + "/journal").by(coordinator()).send().raw())
                .containsOnlyOnce("needs-read");
        assertThat(api.get(EVENTS + "/" + event + "/participants").by(coordinator()).send().raw())
                .doesNotContain("vegan");
    }

    @Test
    void erasesNeedsAWeekAfterTheEventAndKeepsTheNumbers() {
        Instant now = clock.instant();
        String event = published();
        register(event, "a", 2, "\"diet\": [\"vegan\"], \"access\": [\"Opaskoira\"]");
        String before = read(event, "/counts").is(200).text("/people");

        clock.pass(Duration.ofDays(14).plusHours(1));
        assertThat(kept(event)).hasSize(1);
        clock.pass(Duration.ofDays(7).plusHours(2));
        try {
            Awaitility.await()
                    .atMost(TestMessages.PATIENCE)
                    .untilAsserted(() -> assertThat(kept(event)).isEmpty());
        } finally {
            clock.moveTo(now);
        }
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get(EVENTS + "/" + event + "/journal")
                                                        .by(coordinator())
                                                        .send()
                                                        .raw())
                                        .contains("needs-erased"));
        assertThat(read(event, "").is(200).json().at("/items")).isEmpty();
        JsonNode counts = read(event, "/counts").is(200).json();
        assertThat(counts.at("/people").asString()).isEqualTo(before);
        assertThat(counts.at("/questions/0/answered/0/people").asInt()).isEqualTo(2);
        assertThat(counts.at("/questions/1/written").asInt()).isEqualTo(1);
        assertThat(counts.at("/questions/1/texts")).isEmpty();
        assertThat(counts.toString()).doesNotContain("Opaskoira");
    }

    private Map<Long, Map<String, List<String>>> kept(String event) {
        return Tenancy.callIn(
                new MunicipalityCode("743"), () -> needs.of(new EventId(event), List.of(1L)));
    }

    private Api.Answer read(String event, String rest) {
        return api.get(EVENTS + "/" + event + "/needs" + rest).by(coordinator()).send();
    }

    private void register(String event, String word, int seats, String answers) {
        api.post(EVENTS + "/" + event + "/registrations")
                .key(newKey())
                .body(
                        """
                        {"name": "Osallistuja %s", "email": "%s@example.org", "language": "fi",
                         "seats": %d, "answers": {%s}}
                        """
                                .formatted(word, word, seats, answers))
                .send()
                .is(201);
    }

    private String published() {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(4));
        event.setAll((ObjectNode) JSON.readTree(QUESTIONS));
        return api.announced(JSON.writeValueAsString(event));
    }
}
