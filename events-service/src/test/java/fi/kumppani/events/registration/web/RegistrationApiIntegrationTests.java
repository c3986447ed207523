package fi.kumppani.events.registration.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@EventsServiceTest
class RegistrationApiIntegrationTests {

    private static final String MANAGE = "registration.manage";

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired MongoDatabaseFactory database;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void seatsAndQueuesInOrderOfArrival() {
        String event = api.published(1);

        Api.Answer first = api.registered(event, "a");
        assertThat(first.text("/id")).isEqualTo(event + ":1");
        assertThat(first.text("/status")).isEqualTo("confirmed");
        assertThat(first.json().has("place")).isFalse();
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.header("Location")).isEqualTo(EVENTS + "/" + event + "/registrations/1");
        assertThat(first.raw()).doesNotContain("token").doesNotContain("example.org");

        Api.Answer second = api.registered(event, "b");
        assertThat(second.text("/status")).isEqualTo("waitlisted");
        assertThat(second.number("/place")).isEqualTo(1);
        assertThat(api.registered(event, "c").number("/place")).isEqualTo(2);
    }

    @Test
    void answersTheSameRequestAlwaysAlike() {
        String event = api.published(1);
        api.registered(event, "a");
        String key = newKey();
        Api.Answer first = api.registering(event, "b", key).send().is(201);
        cancelByLink(event, 1).is(200);

        Api.Answer again = api.registering(event, "b", key).send().is(201);

        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        api.registering(event, "c", key).send().is(422).names("Idempotency-Key");
        api.registering(event, "d", newKey()).send().is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a+seura", "a+b+c"})
    void refusesASecondRegistrationWithoutTellingTheOutcomeOfTheFirst(String spelling) {
        String event = api.published(1);
        api.registered(event, "a");

        Api.Answer refused = api.registering(event, spelling, newKey()).send();

        refused.refusedAs("already-registered");
        assertThat(refused.raw()).doesNotContain("confirmed").doesNotContain("\"number\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name     | null                                            | 422
                    name     | ""                                              | 422
                    name     | "   "                                           | 422
                    name     | "Maija\\nBcc: x@example.org"                    | 422
                    name     | "Maija\\u0000"                                  | 422
                    name     | "Maija\\ud83d"                                  | 422
                    name     | {"$ne": null}                                   | 400
                    name     | ["a"]                                           | 400
                    email    | null                                            | 422
                    email    | "maija"                                         | 422
                    email    | "<maija@example.org>pekka@example.org"          | 422
                    email    | "maija@example.org,pekka@example.org"           | 422
                    email    | "maija@example.org\\r\\nBcc: x@example.org"     | 422
                    email    | {"$gt": ""}                                     | 400
                    language | null                                            | 422
                    language | "se"                                            | 422
                    language | 0                                               | 422
                    number   | 1                                               | 422
                    status   | "confirmed"                                     | 422
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
                api.post(EVENTS + "/" + api.published(1) + "/registrations")
                        .key(newKey())
                        .body(body)
                        .send();

        answer.is(status).names(field);
        assertThat(answer.raw()).doesNotContainIgnoringCase("maija");
    }

    @Test
    void refusesWhatIsNoRequestAtAll() {
        String path = EVENTS + "/" + api.published(1) + "/registrations";

        api.post(path).key(newKey()).body("{\"name\": \"a\",").send().is(400);
        api.post(path).key(newKey()).send().is(400);
        api.post(path)
                .body("{\"name\":\"a\",\"email\":\"a@example.org\",\"language\":\"fi\"}")
                .send()
                .is(400)
                .names("Idempotency-Key");
        api.post(path)
                .key(newKey())
                .body("{\"name\":\"" + "a".repeat(2_000_000) + "\"}")
                .send()
                .is(413);
    }

    @Test
    void refusesAfterTheDeadline() {
        String event = api.published(1);
        clock.pass(Duration.ofDays(12).plusSeconds(1));

        api.registering(event, "a", newKey()).send().refusedAs("deadline-passed");
    }

    @Test
    void knowsNoOtherEventsAndNoneOfOtherMunicipalities() {
        String event = api.published(1);
        String body = "{\"name\":\"a\",\"email\":\"a@example.org\",\"language\":\"fi\"}";

        api.registering(newKey(), "a", newKey()).send().is(404);
        api.post("/v1/municipalities/179/events/" + event + "/registrations")
                .key(newKey())
                .body(body)
                .send()
                .is(404);
        assertThat(api.get(EVENTS + "/" + event).send().number("/seats/confirmed")).isZero();
    }

    @Test
    void showsARegistrationToWhoeverHoldsItsLink() {
        String event = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");

        Api.Answer seen = see(event, 2, token(event, 2)).is(200);
        assertThat(seen.text("/status")).isEqualTo("waitlisted");
        assertThat(seen.number("/place")).isEqualTo(1);
        assertThat(seen.raw()).doesNotContain("example.org").doesNotContain("Osallistuja");
        api.get(EVENTS + "/" + event + "/registrations/2")
                .header("X-Link-Token", token(event, 2))
                .send()
                .is(200);
    }

    @Test
    void answersEveryOtherLinkAlike() {
        String event = api.published(1);
        api.registered(event, "a");
        Instant later = clock.instant().plusSeconds(600);
        List<String> wrong =
                List.of(
                        "nonsense",
                        token(event, 2),
                        signer.mint("registration.cancel", event + ":1", 0, later),
                        signer.mint(MANAGE, event + ":1", 1, later),
                        signer.mint(MANAGE, event + ":1", 0, clock.instant().minusSeconds(1)),
                        token(event, 1).substring(1),
                        "a".repeat(5000));

        String path = EVENTS + "/" + event + "/registrations/1";
        String plain = api.get(path).send().is(404).raw();
        String plainCancellation = api.post(path + "/cancellation").send().is(404).raw();
        for (String token : wrong) {
            assertThat(see(event, 1, token).is(404).raw()).isEqualTo(plain);
            assertThat(
                            api.post(path + "/cancellation")
                                    .header("X-Link-Token", token)
                                    .send()
                                    .is(404)
                                    .raw())
                    .isEqualTo(plainCancellation);
        }
        see(event, 2, token(event, 2)).is(404);
        api.get(EVENTS + "/" + event + "/registrations/01?token=" + token(event, 1)).send().is(404);
        api.get(
                        "/v1/municipalities/179/events/%s/registrations/1?token=%s"
                                .formatted(event, token(event, 1)))
                .send()
                .is(404);
        see(event, 1, token(event, 1)).is(200);
    }

    @Test
    void takesNoTokenFromTheAddressOfAChange() {
        String event = api.published(1);
        api.registered(event, "a");

        api.post(
                        "%s/%s/registrations/1/cancellation?token=%s"
                                .formatted(EVENTS, event, token(event, 1)))
                .send()
                .is(404);
    }

    @Test
    void givesUpOnceAndPassesTheSeatOn() {
        String event = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");
        api.registered(event, "c");

        Api.Answer cancelled = cancelByLink(event, 1).is(200);
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(cancelByLink(event, 1).is(200).raw()).isEqualTo(cancelled.raw());

        assertThat(see(event, 2, token(event, 2)).text("/status")).isEqualTo("confirmed");
        assertThat(see(event, 3, token(event, 3)).number("/place")).isEqualTo(1);
    }

    @Test
    void givesNothingUpOnceTheEventHasBegun() {
        String event = api.published(1);
        api.registered(event, "a");
        clock.pass(Duration.ofDays(14));

        cancelByLink(event, 1).refusedAs("event-started");
    }

    @Test
    void letsCoordinatorsCancelForSomebodyAndSayWhy() {
        String event = api.published(1);
        api.registered(event, "a");
        String path = EVENTS + "/" + event + "/participants/1/cancellation";

        api.post(path).by(coordinator()).body("{}").send().is(422).names("reason");
        api.post(path)
                .by(coordinator())
                .body("{\"reason\": \"a\\nb\"}")
                .send()
                .is(422)
                .names("reason");
        api.post(path).by(coordinator()).body("{\"reason\": \"Puhelimitse\"}").send().is(200);

        assertThat(api.get(EVENTS + "/" + event + "/journal").by(coordinator()).send().raw())
                .contains("\"reason\":\"Puhelimitse\"")
                .contains("coordinator:coordinator");
        api.post(EVENTS + "/" + event + "/participants/2/cancellation")
                .by(coordinator())
                .body("{\"reason\": \"x\"}")
                .send()
                .is(404);
        api.post(EVENTS + "/" + event + "/participants/x/cancellation")
                .by(coordinator())
                .body("{\"reason\": \"x\"}")
                .send()
                .is(404);
    }

    @Test
    void listsParticipantsByNumberWithoutTheirContacts() {
        String event = api.published(3);
        for (String word : List.of("a", "b", "c", "d", "e")) {
            api.registered(event, word);
        }
        cancelByLink(event, 2).is(200);

        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            Api.Answer page =
                    api.get(
                                    EVENTS
                                            + "/"
                                            + event
                                            + "/participants?limit=2"
                                            + (next.isEmpty() ? "" : "&cursor=" + next))
                            .by(coordinator())
                            .send()
                            .is(200);
            assertThat(page.raw()).doesNotContain("example.org").doesNotContain("Osallistuja");
            page.json()
                    .at("/items")
                    .forEach(
                            item ->
                                    listed.add(
                                            item.path("number").asString()
                                                    + " "
                                                    + item.path("status").asString()
                                                    + " "
                                                    + item.path("place").asString("-")));
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());

        assertThat(listed)
                .containsExactly(
                        "1 confirmed -",
                        "2 cancelled -",
                        "3 confirmed -",
                        "4 confirmed -",
                        "5 waitlisted 1");
        api.get(EVENTS + "/" + event + "/participants?cursor=eA")
                .by(coordinator())
                .send()
                .is(400)
                .names("cursor");
        api.get("/v1/municipalities/179/events/" + event + "/participants")
                .by(stranger())
                .send()
                .is(404);
    }

    @Test
    void keepsNobodyInTheClear() {
        String event = api.published(1);
        api.registered(event, "onlyhere");

        assertThat(database.getMongoDatabase().getCollection("registrations").find()).isNotEmpty();
        for (String collection : database.getMongoDatabase().listCollectionNames()) {
            assertThat(database.getMongoDatabase().getCollection(collection).find())
                    .as(collection)
                    .noneMatch(document -> document.toString().contains("onlyhere"));
        }
    }

    @Test
    void boundsWhatAnybodyMayAsk() {
        assertThat(
                        Stream.of(RegistrationController.class.getDeclaredMethods())
                                .filter(
                                        method ->
                                                method.isAnnotationPresent(OpenToAll.class)
                                                        || method.isAnnotationPresent(
                                                                OpenToSignedLink.class)))
                .hasSize(9)
                .allMatch(method -> method.isAnnotationPresent(RateLimited.class));
    }

    private String token(String event, long number) {
        return signer.mint(MANAGE, event + ":" + number, 0, clock.instant().plusSeconds(86_400));
    }

    private Api.Answer see(String event, long number, String token) {
        return api.get(EVENTS + "/" + event + "/registrations/" + number + "?token=" + token)
                .send();
    }

    private Api.Answer cancelByLink(String event, long number) {
        return api.post(EVENTS + "/" + event + "/registrations/" + number + "/cancellation")
                .header("X-Link-Token", token(event, number))
                .send();
    }
}
