package fi.kumppani.events.series.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.time.FinnishTime;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

@EventsServiceTest
class SeriesIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERIES = HOME + "/series";
    private static final String EVENING =
            "{\"title\": {\"fi\": \"Järjestöilta\", \"sv\": \"Föreningskväll\"}}";

    @Autowired Api api;
    @Autowired MovableClock clock;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void keepsAnArchiveByYear() {
        String series = begin(newKey(), EVENING).is(201).text("/id");
        int year = clock.instant().atZone(FinnishTime.ZONE).getYear() + 1;
        String spring = published(series, Instant.parse(year + "-03-10T15:00:00Z"));
        String autumn = published(series, Instant.parse(year + "-09-23T14:00:00Z"));
        // New Year's Eve in UTC, and the next year in Helsinki.
        String later = published(series, Instant.parse((year + 1) + "-12-31T22:30:00Z"));

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(archive(series).toString())
                                        .contains(spring)
                                        .contains(autumn)
                                        .contains(later));
        JsonNode archive = archive(series);
        assertThat(archive.at("/0/year").asInt()).isEqualTo(year + 2);
        assertThat(archive.at("/0/events/0/id").asString()).isEqualTo(later);
        assertThat(archive.at("/1/year").asInt()).isEqualTo(year);
        assertThat(archive.at("/1/events/0/id").asString()).isEqualTo(spring);
        assertThat(archive.at("/1/events/1/id").asString()).isEqualTo(autumn);
        assertThat(api.get(EVENTS + "?series=" + series).send().json().at("/items")).hasSize(3);
    }

    @Test
    void isBegunOnceAndWrittenAnewByThoseWhoHaveReadIt() {
        String key = newKey();
        Api.Answer begun = begin(key, EVENING).is(201);
        assertThat(begin(key, EVENING).is(201).raw()).isEqualTo(begun.raw());
        begin(key, "{\"title\": {\"fi\": \"Muu\"}}").is(422).names("Idempotency-Key");
        String path = SERIES + "/" + begun.text("/id");

        assertThat(api.get(path).send().is(200).json().at("/wholeOnly").asBoolean()).isFalse();
        String course = "{\"title\": {\"fi\": \"Kurssi\"}, \"wholeOnly\": true}";
        Api.Answer changed = change(path, 1, course).is(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().at("/wholeOnly").asBoolean()).isTrue();
        change(path, 1, EVENING).is(412);
        assertThat(api.get(SERIES + "?limit=200").send().is(200).raw()).contains(begun.text("/id"));
        begin(newKey(), "{}").is(422).names("title");
        api.post(SERIES).key(newKey()).body(EVENING).send().is(401);
        api.post(SERIES).by(stranger()).key(newKey()).body(EVENING).send().is(404);
        api.get("/v1/municipalities/179/series/" + begun.text("/id")).send().is(404);
    }

    private JsonNode archive(String series) {
        return api.get(SERIES + "/" + series).send().is(200).json().at("/years");
    }

    private Api.Answer begin(String key, String body) {
        return api.post(SERIES).by(coordinator()).key(key).body(body).send();
    }

    private Api.Answer change(String path, int seen, String body) {
        return api.put(path)
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private String published(String series, Instant start) {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(80, start));
        event.put("seriesId", series);
        return api.announced(JSON.writeValueAsString(event));
    }
}
