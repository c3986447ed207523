package fi.kumppani.events.task.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A siivouspäivä: villages on different days, tasks, and who takes them. */
@EventsServiceTest
class CleaningDayIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TASKS =
            """
            {"tasks": [
              {"title": {"fi": "Jätesäkkien haku"}, "area": {"fi": "Keskusta"},
               "materials": [{"what": {"fi": "Jätesäkki"}, "amount": 200}],
               "takenBy": {"name": {"fi": "Palokuntayhdistys ry"}, "associationId": "a-1"}},
              {"title": {"fi": "Talkookahvit", "sv": "Talkokaffe"}}]}
            """;

    @Autowired Api api;
    @Autowired MovableClock clock;

    @Test
    void holdsVillagesAsPartsOfOneDay() {
        Instant friday = clock.instant().plus(Duration.ofDays(30));
        String day = published(friday, "{\"enrolment\": {\"place\": \"nowhere\"}}");
        String schools = published(friday, "{\"partOf\": \"%s\"}".formatted(day));
        String villages =
                published(friday.plus(Duration.ofDays(1)), "{\"partOf\": \"%s\"}".formatted(day));

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get(EVENTS + "/" + day + "/parts")
                                                        .send()
                                                        .json()
                                                        .at("/items"))
                                        .extracting(item -> item.at("/id").asString())
                                        .isEqualTo(List.of(schools, villages)));
        api.registering(day, "a", newKey()).send().refusedAs("not-here");
        api.registered(villages, "a");
    }

    @Test
    void sharesTasksOutAndSeesThemDone() {
        String day = api.published(10);
        assertThat(api.get(tasks(day)).send().is(200).header("ETag")).isEqualTo("\"0\"");

        Api.Answer written = write(day, 0, TASKS).is(200);

        assertThat(written.header("ETag")).isEqualTo("\"1\"");
        write(day, 0, TASKS).is(412);
        JsonNode told = api.get(tasks(day)).send().is(200).json();
        assertThat(told).isEqualTo(written.json());
        assertThat(told.at("/tasks/0/materials/0/amount").asInt()).isEqualTo(200);
        assertThat(told.at("/tasks/0/takenBy/associationId").asString()).isEqualTo("a-1");
        assertThat(told.at("/tasks/1").has("takenBy")).isFalse();

        String coffee = told.at("/tasks/1/id").asString();
        String taken = "{\"takenBy\": {\"name\": {\"fi\": \"Kyläyhdistys ry\"}}, \"done\": true}";
        Api.Answer progress = progress(day, coffee, 1, taken).is(200);
        assertThat(progress.json().at("/tasks/1/done").asBoolean()).isTrue();
        assertThat(progress.text("/tasks/1/takenBy/name/fi")).isEqualTo("Kyläyhdistys ry");
        assertThat(progress.json().at("/tasks/0")).isEqualTo(told.at("/tasks/0"));
        progress(day, coffee, 1, taken).is(412);
        progress(day, "no-such-task", 2, taken).is(404);

        ObjectNode fewer = (ObjectNode) progress.json();
        ((ArrayNode) fewer.get("tasks")).remove(0);
        Api.Answer left = write(day, 2, JSON.writeValueAsString(fewer)).is(200);
        assertThat(left.json().at("/tasks")).hasSize(1);
        assertThat(left.text("/tasks/0/id")).isEqualTo(coffee);
    }

    @Test
    void namesWhatIsWrongAndWhoMayNot() {
        String day = api.published(10);
        write(day, 0, "{\"tasks\": [{\"id\": \"x\", \"title\": {\"fi\": \"a\"}}]}")
                .is(422)
                .names("tasks");
        write(day, 0, "{\"tasks\": [{}]}").is(422).names("tasks[0].title");
        write(
                        day,
                        0,
                        "{\"tasks\": [{\"title\": {\"fi\": \"a\"}, \"materials\":"
                                + " [{\"what\": {\"fi\": \"b\"}, \"amount\": 0}]}]}")
                .is(422)
                .names("tasks[0].materials[0].amount");
        api.put(tasks(day)).by(coordinator()).body(TASKS).send().is(428);
        api.put(tasks(day)).body(TASKS).header("If-Match", "\"0\"").send().is(401);
        api.put(tasks(day)).by(stranger()).body(TASKS).header("If-Match", "\"0\"").send().is(404);
        String draft = api.drafted(10);
        api.get(tasks(draft)).send().is(404);
        api.get(tasks(draft)).by(coordinator()).send().is(200);
        api.get(tasks("no-such-event")).send().is(404);
    }

    private static String tasks(String event) {
        return EVENTS + "/" + event + "/tasks";
    }

    private Api.Answer write(String event, int seen, String body) {
        return api.put(tasks(event))
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private Api.Answer progress(String event, String task, int seen, String body) {
        return api.put(tasks(event) + "/" + task + "/progress")
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private String published(Instant start, String fields) {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(80, start));
        event.setAll((ObjectNode) JSON.readTree(fields));
        return api.announced(JSON.writeValueAsString(event));
    }
}
