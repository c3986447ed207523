package fi.kumppani.events.registration.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@EventsServiceTest
class SeriesRegistrationIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERIES = HOME + "/series";

    @Autowired Api api;
    @Autowired MovableClock clock;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void registersForTheWholeSeriesAndTellsWhatCameOfEachEvent() {
        String series = begun();
        String open = published(series, 10, 80, "{}");
        String full = published(series, 11, 1, "{}");
        String byMail = published(series, 12, 80, "{\"answerByMailOnly\": true}");
        String quotas =
                published(
                        series,
                        13,
                        80,
                        """
                        {"quotas": [{"id": "clubs", "title": {"fi": "Seurat"}, "seats": 10}]}
                        """);
        String later =
                published(
                        series,
                        14,
                        80,
                        "{\"opensAt\": \"%s\"}"
                                .formatted(
                                        clock.instant()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .plus(Duration.ofDays(2))));
        api.registered(full, "first");
        awaitListed(series, open, full, byMail, quotas, later);

        String key = newKey();
        Api.Answer answer = registering(series, "a", key).send().is(200);

        assertThat(summary(answer))
                .containsExactly(
                        open + " confirmed 1",
                        full + " waitlisted 2",
                        byMail + " told-by-mail",
                        quotas + " form-needed",
                        later + " refused not-open-yet");
        assertThat(answer.json().at("/events/0/title/fi").asString()).isEqualTo("Järjestöilta");
        assertThat(answer.number("/events/1/place")).isEqualTo(1);
        assertThat(answer.raw()).doesNotContain("token").doesNotContain("example.org");
        assertThat(registering(series, "a", key).send().is(200).raw()).isEqualTo(answer.raw());
        assertThat(summary(registering(series, "A", newKey()).send().is(200)))
                .containsExactly(
                        open + " refused already-registered",
                        full + " refused already-registered",
                        byMail + " told-by-mail",
                        quotas + " form-needed",
                        later + " refused not-open-yet");
        assertThat(api.get(EVENTS + "/" + open).send().number("/seats/confirmed")).isEqualTo(1);
        assertThat(api.get(EVENTS + "/" + byMail).send().number("/seats/confirmed")).isEqualTo(1);
        assertThat(api.get(EVENTS + "/" + full).send().number("/seats/waiting")).isEqualTo(1);
        registering(series, "b", key).send().is(422).names("Idempotency-Key");
    }

    @Test
    void letsEachRegistrationBeMadeByItsOwnEventToo() {
        String series = begun();
        String event = published(series, 10, 80, "{}");
        awaitListed(series, event);
        String key = newKey();

        api.registering(event, "a", key).send().is(201);

        assertThat(summary(registering(series, "b", key).send().is(200)))
                .as("the same key means another thing here")
                .containsExactly(event + " confirmed 2");
    }

    @Test
    void saysNothingOfASeriesWithNothingToCome() {
        assertThat(summary(registering(begun(), "a", newKey()).send().is(200))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name          | null                                        | 422
                    name          | "  "                                        | 422
                    name          | "Maija\\nBcc: x@example.org"                | 422
                    name          | {"$ne": null}                               | 400
                    email         | null                                        | 422
                    email         | "maija@example.org,pekka@example.org"       | 422
                    email         | ["maija@example.org"]                       | 400
                    language      | null                                        | 422
                    language      | "se"                                        | 422
                    associationId | "unknown"                                   | 422
                    associationId | "0123456789012345678901234567890123456789012345678901234567890" | 422
                    associationId | {"$gt": ""}                                 | 400
                    seats         | 2                                           | 422
                    quota         | "clubs"                                     | 422
                    """)
    void namesTheFieldThatIsAtFault(String field, String value, int status) {
        Map<String, String> request = new TreeMap<>();
        request.put("name", "\"a\"");
        request.put("email", "\"a@example.org\"");
        request.put("language", "\"fi\"");
        request.put(field, value);
        String body =
                request.entrySet().stream()
                        .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));

        Api.Answer answer =
                api.post(SERIES + "/" + begun() + "/registrations").key(newKey()).body(body).send();

        answer.is(status).names(field);
        assertThat(answer.raw()).doesNotContainIgnoringCase("maija");
    }

    @Test
    void refusesWhatIsNoRequestAtAll() {
        String series = begun();
        String path = SERIES + "/" + series + "/registrations";
        String body = "{\"name\":\"a\",\"email\":\"a@example.org\",\"language\":\"fi\"}";

        api.post(path).key(newKey()).body("{\"name\": \"a\",").send().is(400);
        api.post(path).body(body).send().is(400).names("Idempotency-Key");
        registering(newKey(), "a", newKey()).send().is(404);
        api.post("/v1/municipalities/179/series/" + series + "/registrations")
                .key(newKey())
                .body(body)
                .send()
                .is(404);
    }

    @Test
    void boundsWhatAnybodyMayAsk() {
        assertThat(
                        Stream.of(SeriesRegistrationController.class.getDeclaredMethods())
                                .filter(method -> method.isAnnotationPresent(OpenToAll.class)))
                .hasSize(1)
                .allMatch(method -> method.isAnnotationPresent(RateLimited.class));
    }

    private String begun() {
        return api.post(SERIES)
                .by(coordinator())
                .key(newKey())
                .body("{\"title\": {\"fi\": \"Järjestöilta\"}}")
                .send()
                .is(201)
                .text("/id");
    }

    private String published(String series, int day, int capacity, String rules) {
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(
                                api.evening(capacity, clock.instant().plus(Duration.ofDays(day))));
        event.put("seriesId", series);
        event.set("registration", JSON.readTree(rules));
        return api.announced(JSON.writeValueAsString(event));
    }

    private void awaitListed(String series, String... events) {
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(api.get(SERIES + "/" + series).send().is(200).raw())
                                        .contains(events));
    }

    private Api.Call registering(String series, String word, String key) {
        return api.post(SERIES + "/" + series + "/registrations")
                .key(key)
                .body(
                        """
                        {"name": "Osallistuja %s", "email": "%s@example.org", "language": "sv"}
                        """
                                .formatted(word, word));
    }

    private static List<String> summary(Api.Answer answer) {
        return answer.json().at("/events").valueStream().map(each -> told(each)).toList();
    }

    private static String told(JsonNode event) {
        return Stream.of("eventId", "status", "number", "reason")
                .filter(event::has)
                .map(field -> event.get(field).asString())
                .collect(Collectors.joining(" "));
    }
}
