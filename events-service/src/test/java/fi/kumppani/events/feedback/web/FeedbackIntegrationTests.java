package fi.kumppani.events.feedback.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.testing.TestMessages;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

@EventsServiceTest
class FeedbackIntegrationTests {

    private static final String QUESTIONS =
            """
            {"questions": [
               {"id": "grade", "label": {"fi": "Arvosana", "sv": "Betyg"}, "kind": "one",
                "required": true,
                "options": [{"id": "good", "label": {"fi": "Hyvä"}},
                            {"id": "bad", "label": {"fi": "Huono"}}]},
               {"id": "why", "label": {"fi": "Miksi?"}, "kind": "text",
                "condition": {"question": "grade", "anyOf": ["bad"]}},
               {"id": "next", "label": {"fi": "Mitä seuraavaksi?"}, "kind": "text"}],
             "anonymous": true, "after": "PT2H"}
            """;

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired TestMessages messages;
    @Autowired MongoDatabaseFactory database;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void asksThoseWhoCameAndCountsWhatTheyAnswer() {
        String event = soon("a", "b", "c");
        ask(event, 0, true).is(200);
        note(event, 1);
        note(event, 2);
        give(event, 1, "{\"answers\": {\"grade\": [\"good\"]}}").refusedAs("feedback-not-open");
        clock.pass(Duration.ofHours(4).plusMinutes(2));

        await().atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(asked(event))
                                        .containsExactlyInAnyOrder(event + ":1", event + ":2"));
        Api.Answer seen = see(event, 1).is(200);
        assertThat(seen.json().at("/anonymous").asBoolean()).isTrue();
        assertThat(seen.json().at("/questions")).hasSize(3);
        assertThat(seen.json().at("/answers")).isEmpty();
        see(event, 3).refusedAs("did-not-come");

        give(event, 1, "{\"answers\": {\"grade\": [\"good\"], \"next\": [\"Lisää kahvia\"]}}")
                .is(200);
        give(event, 2, "{\"answers\": {\"grade\": [\"good\"], \"next\": [\" \"]}}").is(200);
        Api.Answer changed =
                give(event, 1, "{\"answers\": {\"grade\": [\"bad\"], \"why\": [\"Liian pitkä\"]}}")
                        .is(200);
        assertThat(changed.text("/answers/why/0")).isEqualTo("Liian pitkä");
        assertThat(see(event, 1).is(200).json().at("/answers"))
                .isEqualTo(changed.json().at("/answers"));

        assertThat(stored(event))
                .hasSize(2)
                .noneMatch(each -> each.contains("Liian") || each.contains(event + ":1\""));
        setTheClock();
        Api.Answer results = results(event).is(200);
        assertThat(results.number("/answered")).isEqualTo(2);
        assertThat(results.number("/questions/0/options/good")).isEqualTo(1);
        assertThat(results.number("/questions/0/options/bad")).isEqualTo(1);
        assertThat(results.text("/questions/1/texts/0")).isEqualTo("Liian pitkä");
        assertThat(results.number("/questions/2/answered")).isZero();
    }

    @Test
    void namesWhatIsWrongWithAnswersAndClosesWithTheLinks() {
        String event = soon("a");
        see(event, 1).is(404);
        ask(event, 0, false).is(200);
        clock.pass(Duration.ofHours(5));

        give(event, 1, "{\"answers\": {}}").is(422).names("answers.grade");
        give(event, 1, "{\"answers\": {\"grade\": [\"so-so\"]}}").is(422).names("answers.grade");
        give(event, 1, "{\"answers\": {\"grade\": [\"good\"], \"why\": [\"x\"]}}")
                .is(422)
                .names("answers.why");
        give(event, 1, "{}").is(422).names("answers");
        api.get(own(event, 1)).send().is(404);
        api.get(own(event, 1)).header("X-Link-Token", token(event, 2)).send().is(404);
        api.get(own(event, 1).replace("/743/", "/179/"))
                .header("X-Link-Token", token(event, 1))
                .send()
                .is(404);
        give(event, 1, "{\"answers\": {\"grade\": [\"good\"]}}").is(200);
        assertThat(stored(event)).singleElement().asString().contains(event + ":1\"");

        clock.pass(Duration.ofDays(30));
        see(event, 1).refusedAs("feedback-closed");
    }

    @Test
    void handsOutToWhoeverAnsweredWhatTheyAnsweredUnlessItIsAnonymous() {
        String named = soon("a", "b");
        ask(named, 0, false).is(200);
        String anonymous = soon("a");
        ask(anonymous, 0, true).is(200);
        clock.pass(Duration.ofHours(5));
        String words = "{\"answers\": {\"grade\": [\"good\"], \"next\": [\"Kahvia\"]}}";
        assertThat(said(named).json().has("feedback")).isFalse();
        give(named, 1, words).is(200);
        give(anonymous, 1, words).is(200);

        assertThat(said(named).text("/feedback/grade/0")).isEqualTo("good");
        assertThat(said(named).text("/feedback/next/0")).isEqualTo("Kahvia");
        assertThat(said(anonymous).json().has("feedback")).isFalse();
        assertThat(
                        api.get(EVENTS + "/" + named + "/registrations/2/said")
                                .header("X-Link-Token", token(named, 2))
                                .send()
                                .is(200)
                                .json()
                                .has("feedback"))
                .isFalse();
    }

    private Api.Answer said(String event) {
        return api.get(EVENTS + "/" + event + "/registrations/1/said")
                .header("X-Link-Token", token(event, 1))
                .send()
                .is(200);
    }

    @Test
    void letsCoordinatorsWriteTheQuestionsUntilTheyAreAsked() {
        String event = soon("a");
        api.get(path(event, "")).by(coordinator()).send().is(404);
        Api.Answer first = ask(event, 0, true).is(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        ask(event, 0, true).is(412);
        ask(event, 1, true).is(200);
        Api.Answer second = ask(event, 1, false).is(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(path(event, "")).by(coordinator()).send().is(200).json())
                .isEqualTo(second.json());

        put(
                        event,
                        2,
                        "{\"questions\": [{\"id\": \"x\", \"label\": {\"fi\": \"X\"},"
                                + " \"kind\": \"one\"}]}")
                .is(422)
                .names("questions.x");
        put(event, 2, "{\"questions\": [], \"after\": \"P15D\"}").is(422).names("after");
        put(event, 2, "{}").is(422).names("questions");
        put("no-such-event", 0, "{\"questions\": []}").is(404);
        String draft = api.drafted(3);
        put(draft, 0, "{\"questions\": []}").refusedAs("not-published");
        api.put(path(event, "")).by(coordinator()).body("{\"questions\": []}").send().is(428);
        for (String rest : List.of("", "/results")) {
            api.get(path(event, rest)).send().is(401);
            api.get(path(event, rest)).by(stranger()).send().is(404);
        }
        results(draft).is(404);
    }

    @Test
    void keepsTheQuestionsAsTheyAreOnceTheyAreAsked() {
        clock.moveTo(Instant.now().minus(Duration.ofHours(5)));
        String event = soon("a");
        ask(event, 0, true).is(200);
        setTheClock();

        ask(event, 1, true).is(200);
        ask(event, 1, false).refusedAs("feedback-begun");
        put(event, 1, "{\"questions\": []}").refusedAs("feedback-begun");
        assertThat(results(event).is(200).number("/answered")).isZero();
    }

    @Test
    void forgetsWordsWithThePeopleAndKeepsTheCounts() {
        String event = soon("a", "b");
        ask(event, 0, true).is(200);
        clock.pass(Duration.ofHours(5));
        String words = "{\"answers\": {\"grade\": [\"good\"], \"next\": [\"Minun nimeni on A\"]}}";
        give(event, 1, words).is(200);
        give(event, 2, words).is(200);
        api.post(EVENTS + "/" + event + "/registrations/1/erasure")
                .header("X-Link-Token", token(event, 1))
                .send()
                .is(204);
        setTheClock();
        assertThat(results(event).is(200).json().at("/questions/2/texts")).hasSize(1);

        clock.pass(Duration.ofDays(91));

        await().atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                stored(event).stream()
                                        .allMatch(each -> each.contains("\"erased\": [\"next\"]")));
        setTheClock();
        Api.Answer results = results(event).is(200);
        assertThat(results.json().at("/questions/2/texts")).isEmpty();
        assertThat(results.number("/questions/2/answered")).isEqualTo(2);
        assertThat(results.number("/questions/0/options/good")).isEqualTo(2);
    }

    private List<String> asked(String event) {
        return messages.received(Topics.EVENTS_REGISTRATION).stream()
                .filter(
                        message ->
                                message.subject().startsWith(event)
                                        && message.type().equals(RegistrationNoticeDue.TYPE)
                                        && String.valueOf(message.body())
                                                .contains("event-feedback"))
                .map(message -> message.subject())
                .toList();
    }

    private List<String> stored(String event) {
        List<Document> found = new ArrayList<>();
        database.getMongoDatabase().getCollection("feedback").find().into(found);
        found.removeIf(each -> !each.getString("_id").startsWith(event + ":"));
        return found.stream().map(Document::toJson).toList();
    }

    private Api.Answer ask(String event, int seen, boolean anonymous) {
        return put(event, seen, QUESTIONS.replace("true, \"after\"", anonymous + ", \"after\""));
    }

    private Api.Answer put(String event, int seen, String body) {
        return api.put(path(event, ""))
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private Api.Answer results(String event) {
        return api.get(path(event, "/results")).by(coordinator()).send();
    }

    private Api.Answer see(String event, long number) {
        return api.get(own(event, number)).header("X-Link-Token", token(event, number)).send();
    }

    private Api.Answer give(String event, long number, String body) {
        return api.put(own(event, number))
                .header("X-Link-Token", token(event, number))
                .body(body)
                .send();
    }

    private String token(String event, long number) {
        return signer.mint(
                "registration.manage",
                event + ":" + number,
                0,
                clock.instant().plus(Duration.ofDays(1)));
    }

    private static String own(String event, long number) {
        return EVENTS + "/" + event + "/registrations/" + number + "/feedback";
    }

    private static String path(String event, String rest) {
        return EVENTS + "/" + event + "/feedback" + rest;
    }

    private void note(String event, int number) {
        api.post(EVENTS + "/" + event + "/door/notes")
                .by(coordinator())
                .body(
                        """
                        {"device": "phone", "notes":
                         [{"id": "note-000%d", "at": "%s", "number": %d}]}
                        """
                                .formatted(number, clock.instant(), number))
                .send()
                .is(200);
    }

    /** An event that begins in a minute and takes two hours, with those who registered for it. */
    private String soon(String... words) {
        Instant start = clock.instant().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MILLIS);
        String event =
                api.announced(
                        api.evening(10, start)
                                .replace(
                                        "\"registrationDeadline\": \""
                                                + start.minus(Duration.ofDays(2)),
                                        "\"registrationDeadline\": \"" + start));
        List.of(words).forEach(word -> api.registered(event, word));
        return event;
    }
}
