package fi.kumppani.events.registration.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.newsletter.Mail;
import fi.kumppani.contracts.newsletter.MailSent;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rules of an event, from the request that writes them to what people get. */
@EventsServiceTest
class RulesApiIntegrationTests {

    private static final String AWAITED = Api.HOME + "/awaited-decisions";

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired TestMessages messages;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void offersAFreedSeatUntilTheTimeFromTheMailIsOver() {
        String event = published(1, "{\"acceptWithin\": \"PT2H\"}");
        api.registered(event, "a");
        api.registered(event, "b");
        api.registered(event, "c");
        act(event, 1, "cancellation").is(200);
        assertThat(see(event, 2).text("/status")).isEqualTo("offered");

        TestMessage sent = offerMailed(event + ":2");
        messages.publish(sent, sent);
        messages.awaitAllHandled("offerMails");
        clock.pass(Duration.ofHours(2));

        await().atMost(TestMessages.PATIENCE)
                .until(() -> see(event, 2).text("/ending").equals("offer-lapsed"));
        assertThat(see(event, 3).text("/status")).isEqualTo("offered");
        act(event, 3, "acceptance").is(200);
        assertThat(see(event, 3).text("/status")).isEqualTo("confirmed");
        act(event, 2, "acceptance").refusedAs("registration-ended");
    }

    @Test
    void holdsSeatsForAFormThatIsSentWithTheTokenOfTheHold() {
        String event = published(4, "{\"holdFor\": \"PT10M\"}");
        Api.Answer hold =
                api.post(EVENTS + "/" + event + "/registrations/holds").body("{}").send().is(201);

        api.post(EVENTS + "/" + event + "/registrations")
                .key(newKey())
                .body(registration("x", ", \"hold\": {\"number\": 1, \"token\": \"forged\"}"))
                .send()
                .refusedAs("hold-lapsed");
        Api.Answer registered =
                api.post(EVENTS + "/" + event + "/registrations")
                        .key(newKey())
                        .body(
                                registration(
                                        "x",
                                        ", \"hold\": {\"number\": 1, \"token\": \"%s\"}"
                                                .formatted(hold.text("/token"))))
                        .send()
                        .is(201);

        assertThat(registered.number("/number")).isEqualTo(1);
        assertThat(registered.text("/status")).isEqualTo("confirmed");
    }

    @Test
    void letsAnAssociationHaveItsSeatsOnceItIsKnown() {
        String event = published(5, "{\"admitted\": \"associations\", \"seatsPerAssociation\": 1}");
        String choir = UUID.randomUUID().toString();
        register(event, "a", ", \"associationId\": \"%s\"".formatted(choir))
                .is(422)
                .names("associationId");
        TestMessage told = association(choir);
        messages.publish(told, told);
        messages.awaitAllHandled("associationMessages");

        register(event, "a", ", \"associationId\": \"%s\"".formatted(choir)).is(201);
        register(event, "b", ", \"associationId\": \"%s\"".formatted(choir))
                .refusedAs("association-has-its-seats");
        register(event, "c", "").is(422).names("associationId");
    }

    @Test
    void answersKnownAndUnknownAddressesAlikeWhereOnlyTheMailTells() {
        String event = published(5, "{\"answerByMailOnly\": true}");

        Api.Answer first = register(event, "a", "").is(202);
        Api.Answer second = register(event, "a", "").is(202);

        assertThat(second.raw()).isEqualTo(first.raw()).isEmpty();
        assertThat(api.get(EVENTS + "/" + event).send().number("/seats/confirmed")).isEqualTo(1);
    }

    @Test
    void asksQuestionsInVersionsAndNamesTheAnswerAtFault() {
        String event =
                published(
                        5,
                        """
                        {"questions": [
                          {"id": "lunch", "label": {"fi": "Lounas?"}, "kind": "one", "required": true,
                           "options": [{"id": "yes", "label": {"fi": "Kyllä"}},
                                       {"id": "no", "label": {"fi": "Ei"}}]},
                          {"id": "diet", "label": {"fi": "Ruokavalio"}, "kind": "text",
                           "purpose": "catering",
                           "condition": {"question": "lunch", "anyOf": ["yes"]}}]}
                        """);

        assertThat(api.get(EVENTS + "/" + event).send().number("/registration/formVersion"))
                .isEqualTo(1);
        register(event, "a", "").is(422).names("answers.lunch");
        register(event, "b", ", \"answers\": {\"lunch\": [\"no\"], \"diet\": [\"x\"]}")
                .is(422)
                .names("answers.diet");
        register(event, "c", ", \"answers\": {\"lunch\": [\"yes\"], \"diet\": [\"gluteeniton\"]}")
                .is(201);
    }

    @Test
    void approvesRejectsAndMakesExceptionsWithAReason() {
        String event = published(1, "{\"approval\": true}");
        register(event, "a", "").is(201);
        register(event, "b", "").is(201);
        String participants = EVENTS + "/" + event + "/participants/";

        api.put(participants + "2/approval").by(coordinator()).send().is(200);
        api.post(participants + "1/rejection")
                .by(coordinator())
                .body("{\"reason\": \"\"}")
                .send()
                .is(422)
                .names("reason");
        api.post(participants + "1/rejection")
                .by(coordinator())
                .body("{\"reason\": \"not for residents\"}")
                .send()
                .is(200);

        assertThat(see(event, 2).text("/status")).isEqualTo("confirmed");
        assertThat(see(event, 1).text("/ending")).isEqualTo("not-approved");
        assertThat(
                        api.get(EVENTS + "/" + event + "/journal")
                                .by(coordinator())
                                .send()
                                .is(200)
                                .raw())
                .contains("not for residents");
    }

    @Test
    void tellsCoordinatorsAloneOfWhichEventsSomethingWaits() {
        String event = published(2, "{\"approval\": true}");
        register(event, "a", "").is(201);
        Instant first = Instant.parse(see(event, 1).text("/registeredAt"));
        clock.pass(Duration.ofMinutes(1));
        register(event, "b", "").is(201);
        String without = published(2, "{}");
        register(without, "c", "").is(201);

        assertThat(awaited(event).path("approvals").path("waiting").asInt()).isEqualTo(2);
        assertThat(awaited(event).path("approvals").path("since").asString())
                .isEqualTo(first.toString());
        assertThat(awaited(event).has("minimum")).isFalse();
        assertThat(awaited(without).isMissingNode()).isTrue();

        String participants = EVENTS + "/" + event + "/participants/";
        api.put(participants + "1/approval").by(coordinator()).send().is(200);
        assertThat(awaited(event).path("approvals").path("waiting").asInt()).isEqualTo(1);
        assertThat(awaited(event).path("approvals").path("since").asString())
                .isGreaterThan(first.toString());
        api.put(participants + "2/approval").by(coordinator()).send().is(200);
        assertThat(awaited(event).isMissingNode()).isTrue();

        api.get(AWAITED).send().is(401);
        api.get(AWAITED).by(Api.importer()).send().is(403);
        api.get(AWAITED).by(Api.stranger()).send().is(404);
    }

    private JsonNode awaited(String event) {
        for (JsonNode each :
                api.get(AWAITED).by(coordinator()).send().is(200).json().path("items")) {
            if (each.path("eventId").asString().equals(event)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void changesAPartyByItsLink() {
        String event = published(3, "{\"largestParty\": 3}");
        register(event, "a", ", \"seats\": 3").is(201);
        register(event, "b", ", \"seats\": 2").is(201);

        api.put(EVENTS + "/" + event + "/registrations/1")
                .header("X-Link-Token", token(event, 1))
                .body(registration("a", ", \"seats\": 1"))
                .send()
                .is(200);

        assertThat(see(event, 2).text("/status")).isEqualTo("confirmed");
        register(event, "c", ", \"seats\": 4").is(422).names("seats");
    }

    @Test
    void tellsWhoeverHoldsTheLinkWhatTheySaidSoThatItCanBeWrittenAnew() {
        String event =
                published(
                        3,
                        """
                        {"largestParty": 2, "questions": [
                          {"id": "topic", "label": {"fi": "Aihe"}, "kind": "text"},
                          {"id": "diet", "label": {"fi": "Ruokavalio"}, "kind": "text",
                           "purpose": "catering"}]}
                        """);
        String said =
                """
                , "seats": 2, "answers": {"diet": ["gluteeniton"], "topic": ["talous"]},
                "deputy": {"name": "Varajäsen", "email": "vara@example.org"}
                """;
        register(event, "a", said).is(201);
        String registration = EVENTS + "/" + event + "/registrations/1";

        api.get(registration + "/said").send().is(404);
        Api.Answer told =
                api.get(registration + "/said")
                        .header("X-Link-Token", token(event, 1))
                        .send()
                        .is(200);

        assertThat(told.text("/email")).isEqualTo("a@example.org");
        assertThat(told.number("/seats")).isEqualTo(2);
        assertThat(told.text("/answers/diet/0")).isEqualTo("gluteeniton");
        assertThat(told.text("/answers/topic/0")).isEqualTo("talous");
        assertThat(told.text("/deputy/email")).isEqualTo("vara@example.org");
        api.put(registration)
                .header("X-Link-Token", token(event, 1))
                .body(told.raw())
                .send()
                .is(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"acceptWithin\": \"PT30M\"}|registration.acceptWithin",
                "{\"acceptWithin\": \"PT2H\", \"partyRule\": \"split\"}|registration.partyRule",
                "{\"admitted\": \"invited\"}|registration.invited",
                "{\"partyRule\": \"any\"}|registration.partyRule",
                "{\"holdFor\": \"PT2H\"}|registration.holdFor",
                "{\"largestParty\": 0}|registration.largestParty",
            })
    void namesTheRuleAtFault(String rules, String field) {
        api.post(EVENTS)
                .by(coordinator())
                .key(newKey())
                .body(evening(5, rules))
                .send()
                .is(422)
                .names(field);
    }

    private String published(int capacity, String rules) {
        return api.announced(evening(capacity, rules));
    }

    private String evening(int capacity, String rules) {
        return api.evening(capacity)
                .strip()
                .replaceFirst("}$", ", \"registration\": " + rules + "}");
    }

    private Api.Answer register(String event, String word, String more) {
        return api.post(EVENTS + "/" + event + "/registrations")
                .key(newKey())
                .body(registration(word, more))
                .send();
    }

    private static String registration(String word, String more) {
        return "{\"name\": \"Osallistuja %s\", \"email\": \"%s@example.org\", \"language\": \"fi\"%s}"
                .formatted(word, word, more);
    }

    private Api.Answer see(String event, long number) {
        return api.get(EVENTS + "/" + event + "/registrations/" + number)
                .header("X-Link-Token", token(event, number))
                .send()
                .is(200);
    }

    private Api.Answer act(String event, long number, String what) {
        return api.post(EVENTS + "/" + event + "/registrations/" + number + "/" + what)
                .header("X-Link-Token", token(event, number))
                .send();
    }

    private String token(String event, long number) {
        return signer.mint(
                "registration.manage",
                event + ":" + number,
                0,
                clock.instant().plus(Duration.ofDays(1)));
    }

    private TestMessage offerMailed(String about) {
        return TestMessage.of(
                        new MailSent(
                                new Mail("mail", "cause", "registration-offered", about, "sent")))
                .at(clock.instant())
                .in("743");
    }

    private static TestMessage association(String id) {
        return TestMessage.of(
                        new AssociationRegistered(
                                new Association(
                                        id,
                                        new LocalizedTexts("Kuoro ry", null, null),
                                        null,
                                        null,
                                        "registered-association",
                                        "743",
                                        1,
                                        List.of(),
                                        "unverified",
                                        true,
                                        false)))
                .about(id)
                .in("743");
    }
}
