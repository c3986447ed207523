package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Processes die at the worst moment, and what was answered still holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashRecoveryJourneyTests {

    private static final String RELAY = "fi.kumppani.kit.outbox.OutboxRelay";
    private static final String JOURNAL = "fi.kumppani.kit.journal.Journal";

    private static TestStand stand;
    private static Steps steps;

    @BeforeAll
    static void begin() {
        stand = new TestStand("crash");
        stand.start(Engine.values());
        stand.start(Service.EVENTS);
        steps = new Steps(stand);
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void publishesAfterARestartWhatWasKeptBeforeTheCrash() {
        restartWithFaults("halt-before=" + RELAY + "#publish");
        String event = steps.event("jyvaskyla", "179", 1);
        Steps.eventually("the event on its topic", () -> of(event), found -> !found.isEmpty());
        stand.arm();

        Api.Answer answer = answerOrCrash(event, "k-" + UUID.randomUUID());
        stand.service(Service.EVENTS).awaitEnd();
        assertThat(of(event)).hasSize(1);

        stand.disarm();
        stand.start(Service.EVENTS);
        Steps.eventually(
                "the registration on its topic",
                () -> registrations(event),
                found -> found.size() == 1);
        assertThat(answer == null || answer.status() == 201).isTrue();
    }

    @Test
    @Order(2)
    void losesItWhenNobodyLooksForWhatACrashLeft() {
        restartWithFaults("halt-before=" + RELAY + "#publish");
        String event = steps.event("jyvaskyla", "179", 1);
        Steps.eventually("the event on its topic", () -> of(event), found -> !found.isEmpty());
        stand.arm();
        var _ = answerOrCrash(event, "k-" + UUID.randomUUID());
        stand.service(Service.EVENTS).awaitEnd();
        stand.disarm();

        stand.startWithFaults(Service.EVENTS, "skip=" + RELAY + "#sweep");

        assertThatThrownBy(
                        () ->
                                await().atMost(Duration.ofSeconds(8))
                                        .until(() -> !registrations(event).isEmpty()))
                .isInstanceOf(ConditionTimeoutException.class);
    }

    @Test
    @Order(3)
    void answersARetryAfterACrashFromWhatWasKept() {
        restartWithFaults("halt-after=" + JOURNAL + "#keep");
        String event = steps.event("jyvaskyla", "179", 1);
        String key = "k-" + UUID.randomUUID();
        String address = Steps.address("retry");
        stand.arm();
        assertThatThrownBy(() -> steps.register(event, key, address, "fi"))
                .isInstanceOf(UncheckedIOException.class);
        stand.service(Service.EVENTS).awaitEnd();
        stand.disarm();
        stand.start(Service.EVENTS);

        Api.Answer again = steps.register(event, key, address, "fi").expect(201);
        Api.Answer onceMore = steps.register(event, key, address, "fi").expect(201);

        assertThat(again.json().path("number").asInt()).isEqualTo(1);
        assertThat(again.json().path("status").asString()).isEqualTo("confirmed");
        assertThat(onceMore.body()).isEqualTo(again.body());
        assertThat(
                        steps.register(event, Steps.address("next"), "fi")
                                .expect(201)
                                .json()
                                .path("status")
                                .asString())
                .isEqualTo("waitlisted");
    }

    @Test
    @Order(4)
    void neverOversellsWhileItIsKilledInARush() {
        restart();
        String event = steps.event("jyvaskyla", "179", 20);
        Set<String> confirmed = new HashSet<>();
        Set<Long> numbers = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                people.add(
                        Thread.ofVirtual()
                                .start(() -> registerUntilAnswered(event, confirmed, numbers)));
            }
            stand.service(Service.EVENTS).kill();
            stand.start(Service.EVENTS);
            people.forEach(CrashRecoveryJourneyTests::join);
        }

        var seats = steps.anonymousAt(Service.EVENTS).get(event).expect(200).json().path("seats");
        assertThat(seats.path("confirmed").asInt()).isEqualTo(20);
        assertThat(confirmed).hasSizeLessThanOrEqualTo(20);
        assertThat(seats.path("waiting").asInt()).isEqualTo(16);
        assertThat(numbers).hasSize(36);
        Steps.eventually(
                "every registration on its topic",
                () -> {
                    Set<String> subjects = new HashSet<>();
                    registrations(event)
                            .forEach(sent -> subjects.add(TopicLog.header(sent, "ce_subject")));
                    return subjects;
                },
                subjects -> subjects.size() == 36);
    }

    @Test
    @Order(5)
    void acceptsWhileTheBrokerIsAwayAndCatchesUp() {
        String event = steps.event("jyvaskyla", "179", 5);
        Steps.eventually("the event on its topic", () -> of(event), found -> !found.isEmpty());
        stand.engine(Engine.KAFKA).kill();

        for (int i = 0; i < 5; i++) {
            steps.register(event, Steps.address("offline" + i), "fi").expect(201);
        }
        steps.register(event, Steps.address("offline-late"), "fi").expect(201);

        stand.start(Engine.KAFKA);
        Steps.eventually(
                "all registrations on their topic",
                () -> registrations(event),
                found ->
                        found.stream()
                                        .map(sent -> TopicLog.header(sent, "ce_id"))
                                        .distinct()
                                        .count()
                                == 6);
    }

    @Test
    @Order(6)
    void losesNothingAcknowledgedWhenTheStoreIsKilled() {
        String event = steps.event("jyvaskyla", "179", 50);
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            acknowledged.add(
                    steps.register(event, Steps.address("kept" + i), "fi").expect(201).id());
        }
        stand.engine(Engine.MONGODB).kill();
        assertThat(steps.register(event, Steps.address("nobody"), "fi").status()).isEqualTo(503);

        stand.start(Engine.MONGODB);

        Steps.eventually(
                "the store to be used again",
                () -> steps.register(event, Steps.address("after"), "fi").status(),
                status -> status == 201);
        var seats = steps.anonymousAt(Service.EVENTS).get(event).expect(200).json().path("seats");
        assertThat(seats.path("confirmed").asInt()).isBetween(21, 22);
        assertThat(acknowledged).doesNotHaveDuplicates();
    }

    private static void restart() {
        stand.disarm();
        stand.service(Service.EVENTS).kill();
        stand.start(Service.EVENTS);
    }

    private static void restartWithFaults(String fault) {
        stand.disarm();
        stand.service(Service.EVENTS).kill();
        stand.startWithFaults(Service.EVENTS, fault);
    }

    private static Api.@Nullable Answer answerOrCrash(String event, String key) {
        try {
            return steps.register(event, key, Steps.address("crash"), "fi");
        } catch (UncheckedIOException _) {
            return null;
        }
    }

    /** Presses again with the same key until there is an answer, as a person's browser would. */
    private static void registerUntilAnswered(
            String event, Set<String> confirmed, Set<Long> numbers) {
        String key = UUID.randomUUID().toString();
        String address = Steps.address("rush");
        Api.Answer answer =
                Steps.eventually(
                        "an answer",
                        () -> steps.register(event, key, address, "fi"),
                        each -> each.status() == 201);
        synchronized (numbers) {
            numbers.add(answer.json().path("number").asLong());
            if (answer.json().path("status").asString().equals("confirmed")) {
                confirmed.add(answer.id());
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(String event) {
        String id = event.replaceAll(".*/", "");
        return new TopicLog(stand)
                .records(Topics.EVENTS_EVENT).stream()
                        .filter(sent -> TopicLog.header(sent, "ce_subject").equals(id))
                        .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> registrations(String event) {
        String id = event.replaceAll(".*/", "");
        return new TopicLog(stand)
                .records(Topics.EVENTS_REGISTRATION).stream()
                        .filter(sent -> TopicLog.header(sent, "ce_subject").startsWith(id + ":"))
                        .toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
