package fi.kumppani.events.history.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.importer;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;
import java.util.List;

@EventsServiceTest
class ImportApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void takesPastEventsOverWithTheirTrueDatesAndMailsNobody() {
        String key = newKey();
        Api.Answer taken = take(row(key, "2025-09-23T14:00:00Z", 80, 80)).is(200);

        assertThat(taken.number("/imported")).isEqualTo(1);
        String id = taken.text("/events/0/id");
        Api.Answer event = api.get(EVENTS + "/" + id).send().is(200);
        assertThat(event.text("/startsAt")).isEqualTo("2025-09-23T14:00:00Z");
        assertThat(event.json().path("imported").asBoolean()).isTrue();
        assertThat(event.number("/seats/confirmed")).isEqualTo(80);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(about(Topics.EVENTS_EVENT, id))
                                    .singleElement()
                                    .satisfies(
                                            message ->
                                                    assertThat(
                                                                    message.data(
                                                                                    EventPublished
                                                                                            .class)
                                                                            .event()
                                                                            .imported())
                                                            .isTrue());
                            var confirmed = about(Topics.EVENTS_REGISTRATION, id);
                            assertThat(confirmed.stream().map(ReceivedMessage::id).distinct())
                                    .as("each, however often it comes")
                                    .hasSize(80);
                            assertThat(confirmed)
                                    .allSatisfy(
                                            message ->
                                                    assertThat(
                                                                    message.data(
                                                                                    RegistrationConfirmed
                                                                                            .class)
                                                                            .registration()
                                                                            .imported())
                                                            .isTrue());
                        });
        api.registering(id, "late", newKey()).send().refusedAs("deadline-passed");
    }

    @Test
    void takesARowOnceHoweverOftenItComes() {
        String key = newKey();
        String id = take(row(key, "2024-10-24T14:00:00Z", 5, 3)).is(200).text("/events/0/id");

        Api.Answer again = take(row(key, "2024-10-24T14:00:00Z", 5, 3)).is(200);

        assertThat(again.number("/unchanged")).isEqualTo(1);
        assertThat(again.text("/events/0/id")).isEqualTo(id);
        assertThat(api.get(EVENTS + "/" + id).send().number("/seats/confirmed")).isEqualTo(3);
        Api.Answer other = take(row(key, "2023-10-24T14:00:00Z", 5, 3)).is(200);
        assertThat(other.number("/refused")).isEqualTo(1);
        assertThat(other.text("/events/0/errors/0/code")).isEqualTo("key-reused");
    }

    @Test
    void takesOrRefusesEachRowByItself() {
        String same = newKey();
        Api.Answer answer =
                take(
                                row(same, "2024-10-24T14:00:00Z", 5, 0),
                                row(same, "2024-10-24T14:00:00Z", 5, 0),
                                row(newKey(), "2124-10-24T14:00:00Z", 5, 0))
                        .is(200);

        assertThat(answer.number("/imported")).isEqualTo(1);
        assertThat(answer.number("/refused")).isEqualTo(2);
        assertThat(answer.text("/events/1/errors/0/code")).isEqualTo("duplicate");
        assertThat(answer.text("/events/2/errors/0/field")).isEqualTo("endsAt");
        assertThat(answer.text("/events/2/errors/0/code")).isEqualTo("not-past");
    }

    @Test
    void putsAPastEventIntoItsSeries() {
        String series =
                api.post(HOME + "/series")
                        .by(coordinator())
                        .key(newKey())
                        .body("{\"title\": {\"fi\": \"Järjestöilta\"}}")
                        .send()
                        .is(201)
                        .text("/id");
        String row = row(newKey(), "2024-10-24T14:00:00Z", 5, 0).strip();
        String known = row.replaceFirst("\\{", "{\"seriesId\": \"" + series + "\", ");

        String id = take(known).is(200).text("/events/0/id");

        assertThat(api.get(EVENTS + "/" + id).send().text("/seriesId")).isEqualTo(series);
        String unknown =
                row(newKey(), "2024-10-24T14:00:00Z", 5, 0)
                        .strip()
                        .replaceFirst("\\{", "{\"seriesId\": \"none\", ");
        assertThat(take(unknown).is(200).text("/events/0/errors/0/field")).isEqualTo("seriesId");
    }

    @Test
    void refusesMoreThanItCanTakeAtOnce() {
        String[] many =
                Collections.nCopies(101, row("k", "2024-10-24T14:00:00Z", 5, 0))
                        .toArray(String[]::new);

        take(many).is(422).names("events");
        take(new String[0]).is(422).names("events");
        take(
                        row(newKey(), "2024-10-24T14:00:00Z", 10_000, 6_000),
                        row(newKey(), "2024-10-25T14:00:00Z", 10_000, 6_000))
                .is(422)
                .names("events");
        take(row("no spaces", "2024-10-24T14:00:00Z", 5, 0)).is(422).names("events[0].key");
        take(row(newKey(), "2024-10-24T14:00:00Z", 0, 0)).is(422).names("events[0].capacity");
    }

    @Test
    void isOpenToImportersOfTheMunicipalityOnly() {
        String body = "{\"events\": [" + row(newKey(), "2024-10-24T14:00:00Z", 5, 0) + "]}";
        String path = HOME + "/event-imports";

        api.post(path).body(body).send().is(401);
        api.post(path).by(coordinator()).body(body).send().is(403);
        api.post(path).by(stranger()).body(body).send().is(404);
    }

    private Api.Answer take(String... rows) {
        return api.post(HOME + "/event-imports")
                .by(importer())
                .body("{\"events\": [" + String.join(",", rows) + "]}")
                .send();
    }

    private static String row(String key, String startsAt, int capacity, int registrations) {
        return """
        {"key": "%s", "title": {"fi": "Järjestöilta"}, "venue": {"name": {"fi": "Sali"}},
         "startsAt": "%s", "endsAt": "%s", "capacity": %d, "registrations": %d}
        """
                .formatted(key, startsAt, startsAt.replace("T14", "T16"), capacity, registrations);
    }

    private List<ReceivedMessage> about(fi.kumppani.contracts.Topic topic, String event) {
        return messages.received(topic).stream()
                .filter(message -> message.subject().startsWith(event))
                .toList();
    }
}
