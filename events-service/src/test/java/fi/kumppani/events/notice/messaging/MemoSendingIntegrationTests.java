package fi.kumppani.events.notice.messaging;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.Memo;
import fi.kumppani.contracts.events.MemoPublished;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@EventsServiceTest
class MemoSendingIntegrationTests {

    private static final String FUNCTION = "memoSending";

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
    void sendsAMemoToThoseWhoWereNotedAtTheDoorAndNotAgainWhenItIsCorrected() {
        String event = soon();
        List.of("a", "b", "c").forEach(word -> api.registered(event, word));
        note(event, 1);
        note(event, 3);
        clock.pass(Duration.ofMinutes(2));
        publishMemo(event);
        api.put(path(event))
                .by(coordinator())
                .header("If-Match", "\"2\"")
                .body("{\"text\": {\"fi\": \"Muistio korjattuna\"}}")
                .send()
                .is(200);

        messages.awaitAllHandled(FUNCTION);
        assertThat(told(event)).isEmpty();
        clock.pass(Duration.ofHours(3));
        awaitTold(event, event + ":1", event + ":3");
    }

    @Test
    void sendsAMemoOnceToSomebodyWhomAPhoneNotedAndToldLate() {
        clock.moveTo(before.minus(Duration.ofHours(4)));
        String event = soon();
        List.of("a", "b", "c").forEach(word -> api.registered(event, word));
        note(event, 1);
        clock.pass(Duration.ofMinutes(2));
        publishMemo(event);
        messages.awaitAllHandled(FUNCTION);
        clock.moveTo(before);
        awaitTold(event, event + ":1");

        note(event, 3);
        note(event, 3);
        note(event, 1);

        awaitTold(event, event + ":1", event + ":3");
    }

    @Test
    void sendsAMemoOnceWhenDeliveredTwice() {
        String event = soon();
        api.registered(event, "a");
        api.registered(event, "b");
        clock.pass(Duration.ofHours(3));
        TestMessage published =
                TestMessage.of(new MemoPublished(new Memo(event, clock.instant(), List.of())))
                        .about(event)
                        .in(Api.SEINAJOKI);

        messages.publish(published, published);
        messages.awaitAllHandled(FUNCTION);
        awaitTold(event, event + ":1", event + ":2");
        messages.publish(published);
        messages.awaitAllHandled(FUNCTION);

        awaitTold(event, event + ":1", event + ":2");
        assertThat(messages.deadLetters(Topics.EVENTS_MEMO, FUNCTION)).isEmpty();
    }

    @Test
    void sendsNothingOfEventsOfOtherMunicipalities() {
        String event = soon();
        api.registered(event, "a");
        clock.pass(Duration.ofHours(3));

        messages.publish(
                TestMessage.of(new MemoPublished(new Memo(event, clock.instant(), List.of())))
                        .about(event)
                        .in("179"));
        messages.awaitAllHandled(FUNCTION);

        clock.moveTo(before);
        assertThat(api.get(EVENTS + "/" + event + "/journal").by(coordinator()).send().raw())
                .doesNotContain("event-memo");
    }

    private void awaitTold(String event, String... registrations) {
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () -> assertThat(told(event)).containsExactlyInAnyOrder(registrations));
    }

    private List<String> told(String event) {
        return messages.received(Topics.EVENTS_REGISTRATION).stream()
                .filter(
                        message ->
                                message.subject().startsWith(event)
                                        && message.type().equals(RegistrationNoticeDue.TYPE)
                                        && String.valueOf(message.body()).contains("event-memo"))
                .map(message -> message.subject())
                .toList();
    }

    private void publishMemo(String event) {
        api.put(path(event))
                .by(coordinator())
                .header("If-Match", "\"0\"")
                .body("{\"text\": {\"fi\": \"Muistio\"}}")
                .send()
                .is(200);
        api.put(path(event) + "/publication")
                .by(coordinator())
                .header("If-Match", "\"1\"")
                .send()
                .is(200);
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

    private static String path(String event) {
        return EVENTS + "/" + event + "/memo";
    }

    /** An event that begins in a minute, to which one may still register. */
    private String soon() {
        Instant start = clock.instant().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MILLIS);
        return api.announced(
                api.evening(10, start)
                        .replace(
                                "\"registrationDeadline\": \"" + start.minus(Duration.ofDays(2)),
                                "\"registrationDeadline\": \"" + start));
    }
}
