package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.Store;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import tools.jackson.databind.JsonNode;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Processes die at the worst moment, and what was answered still holds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashRecoveryJourneyTests {

    private static final String RELAY = "fi.kumppani.kit.outbox.OutboxRelay";
    private static final String JOURNAL = "fi.kumppani.kit.journal.Journal";

    private static final String KEPT_NOT_PUBLISHED = "halt-before=" + RELAY + "#publish";
    private static final String DECIDED_NOT_CARRIED_OUT = "halt-after=" + JOURNAL + "#keep";
    private static final String CHILDREN_WITHOUT_JOURNAL =
            "halt-before=com.mongodb.client.internal.MongoCollectionImpl#insertOne";
    private static final String CARRIED_OUT_NOT_ANSWERED =
            "halt-after=" + JOURNAL + "#carryOutQuietly";
    private static final String PUBLISHED_NOT_MARKED = "halt-before=" + JOURNAL + "#settle";

    private static final List<String> EVENTS_FAULTS =
            List.of(
                    KEPT_NOT_PUBLISHED,
                    DECIDED_NOT_CARRIED_OUT,
                    CHILDREN_WITHOUT_JOURNAL,
                    CARRIED_OUT_NOT_ANSWERED,
                    PUBLISHED_NOT_MARKED);

    private static final String COUNTED_NOT_COMMITTED =
            "halt-after=fi.kumppani.kit.inbound.MessageDispatcher#accept";

    private static final String CONNECTION =
            "fi.kumppani.newsletter.dispatch.smtp.SmtpConnection#send";
    private static final String CLAIMED_NOT_HANDED_OVER = "halt-before=" + CONNECTION;
    private static final String HANDED_OVER_NOT_MARKED = "halt-after=" + CONNECTION;
    private static final List<String> NEWSLETTER_FAULTS =
            List.of(CLAIMED_NOT_HANDED_OVER, HANDED_OVER_NOT_MARKED);
    private static final String NOBODY_LOOKS_FOR_LEFT_MAILS =
            "answer-true=fi.kumppani.newsletter.dispatch.Sweeper#lookThrough";

    private static final Duration BROKER_IS_AWAY = Duration.ofSeconds(60);
    private static final Duration STORE_IS_AWAY = Duration.ofSeconds(30);

    private static TestStand stand;
    private static Steps steps;
    private static TopicLog log;
    private static Store store;

    @BeforeAll
    static void begin() {
        stand = new TestStand("crash");
        stand.start(Engine.values());
        stand.startWithFaults(
                Map.of(
                        Service.EVENTS,
                        EVENTS_FAULTS,
                        Service.NEWSLETTER,
                        NEWSLETTER_FAULTS,
                        Service.REGISTRY,
                        List.of(COUNTED_NOT_COMMITTED)));
        steps = new Steps(stand);
        log = new TopicLog(stand);
        store = new Store(stand);
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void publishesAfterARestartWhatWasKeptBeforeTheCrash() {
        String event = publishedEvent("179", "jyvaskyla", 1);
        stand.arm(KEPT_NOT_PUBLISHED);

        Api.Answer answer = steps.registerOrCrash(event, Steps.address("crash"));
        restartAfterCrash(Service.EVENTS, EVENTS_FAULTS);

        Steps.eventually(
                "the registration on its topic",
                () -> registrations(event),
                found -> found.size() == 1);
        assertThat(answer == null || answer.status() == 201).isTrue();
    }

    @Test
    @Order(2)
    void answersARetryAfterACrashFromWhatWasKept() {
        String event = publishedEvent("179", "jyvaskyla", 1);
        String key = "k-" + UUID.randomUUID();
        String address = Steps.address("retry");
        stand.arm(DECIDED_NOT_CARRIED_OUT);
        assertThatThrownBy(() -> steps.register(event, key, address, "fi"))
                .isInstanceOf(UncheckedIOException.class);
        restartAfterCrash(Service.EVENTS, EVENTS_FAULTS);

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
    @Order(3)
    void promotesEachOnceAndLeaksNoSeatInWhicheverGapItDies() {
        String event = publishedEvent("179", "jyvaskyla", 20);
        Map<Long, String> addresses = new ConcurrentHashMap<>();
        for (int i = 0; i < 30; i++) {
            registerUntilAnswered(event, addresses);
        }

        long leaves = 1;
        for (String gap :
                List.of(
                        DECIDED_NOT_CARRIED_OUT,
                        CHILDREN_WITHOUT_JOURNAL,
                        CARRIED_OUT_NOT_ANSWERED,
                        PUBLISHED_NOT_MARKED)) {
            stand.arm(gap);
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < 5; i++, leaves++) {
                long number = leaves;
                people.add(Thread.ofVirtual().start(() -> giveUpUntilAnswered(event, number)));
                people.add(Thread.ofVirtual().start(() -> registerUntilAnswered(event, addresses)));
            }
            restartAfterCrash(Service.EVENTS, EVENTS_FAULTS);
            people.forEach(CrashRecoveryJourneyTests::join);
        }

        assertThat(steps.participants(event, "jyvaskyla"))
                .isEqualTo(
                        Map.of(
                                "cancelled", numbers(1, 20),
                                "confirmed", numbers(21, 40),
                                "waitlisted", numbers(41, 50)));
        Steps.eventually(
                "nothing to be owed", () -> store.owing(Service.EVENTS), owing -> owing == 0);
        Map<String, Set<String>> promotions = new HashMap<>();
        registrations(event).stream()
                .filter(sent -> TopicLog.header(sent, "ce_type").equals(RegistrationPromoted.TYPE))
                .forEach(
                        sent ->
                                promotions
                                        .computeIfAbsent(TopicLog.key(sent), _ -> new HashSet<>())
                                        .add(TopicLog.header(sent, "ce_id")));
        assertThat(promotions).hasSize(20);
        assertThat(promotions.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        allMailed("jyvaskyla", "179");
        addresses.forEach(
                (number, address) ->
                        assertThat(steps.lettersNow(address))
                                .as("letters to number " + number)
                                .hasSize(number <= 40 ? 2 : 1));
    }

    @Test
    @Order(4)
    void neverOversellsWhileItIsKilledInARush() {
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
            start(Service.EVENTS, EVENTS_FAULTS);
            people.forEach(CrashRecoveryJourneyTests::join);
        }

        JsonNode seats = seats(event);
        assertThat(seats.path("confirmed").asInt()).isEqualTo(20);
        assertThat(confirmed).hasSizeLessThanOrEqualTo(20);
        assertThat(seats.path("waiting").asInt()).isEqualTo(16);
        assertThat(numbers).hasSize(36);
        Steps.eventually(
                "every registration on its topic",
                () -> subjects(registrations(event)),
                subjects -> subjects.size() == 36);
    }

    @Test
    @Order(5)
    void countsOnceWhatWasCountedWhenItDied() {
        int year = Steps.eventYear();
        steps.heardByTheReport();
        long before = steps.figure("052", year, "events").asLong(0);
        stand.arm(COUNTED_NOT_COMMITTED);

        String event = steps.event("evijarvi", "052", 3);
        restartAfterCrash(Service.REGISTRY, List.of(COUNTED_NOT_COMMITTED));

        steps.heardByTheReport();
        assertThat(of(event)).hasSize(1);
        assertThat(steps.figure("052", year, "events").asLong()).isEqualTo(before + 1);
    }

    @Test
    @Order(6)
    void losesNoMailItHadClaimedAndReportsThatItMayComeTwice() {
        String event = publishedEvent("743", "seinajoki", 5);
        String unsent = Steps.address("unsent");
        String sent = Steps.address("sent");
        allMailed("jyvaskyla", "179");
        stand.arm(CLAIMED_NOT_HANDED_OVER);
        String first = steps.register(event, unsent, "fi").expect(201).id();
        List<String> deaf = new ArrayList<>(NEWSLETTER_FAULTS);
        deaf.add(NOBODY_LOOKS_FOR_LEFT_MAILS);
        restartAfterCrash(Service.NEWSLETTER, deaf);

        // The control: nobody looks for what the crash left.
        assertThatThrownBy(
                        () ->
                                await().atMost(TestStand.LEASE.plusSeconds(3))
                                        .until(() -> !steps.lettersNow(unsent).isEmpty()))
                .isInstanceOf(ConditionTimeoutException.class);

        stand.arm(HANDED_OVER_NOT_MARKED);
        String second = steps.register(event, sent, "fi").expect(201).id();
        restartAfterCrash(Service.NEWSLETTER, NEWSLETTER_FAULTS);

        steps.letters(unsent, 1);
        List<JsonNode> twice = steps.letters(sent, 2);
        allMailed("seinajoki", "743");
        assertThat(steps.lettersNow(unsent)).hasSize(1);
        assertThat(steps.lettersNow(sent)).hasSize(2);
        assertThat(twice)
                .extracting(letter -> letter.path("messageId").asString())
                .containsOnly(twice.getFirst().path("messageId").asString());
        JsonNode troubled =
                steps.at(Service.NEWSLETTER, "coordinator.seinajoki")
                        .get("/v1/municipalities/743/mails")
                        .expect(200)
                        .json()
                        .path("items");
        assertThat(troubled)
                .extracting(mail -> mail.path("about").asString() + mail.path("state").asString())
                .containsExactlyInAnyOrder(first + "resent", second + "resent");
    }

    @Test
    @Order(7)
    void acceptsWhileTheBrokerIsAwayForAMinuteAndCatchesUp() throws Exception {
        String event = publishedEvent("980", "ylojarvi", 100);
        int year = Steps.eventYear();
        stand.engine(Engine.KAFKA).kill();

        Map<String, String> accepted = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        try (var people = Executors.newScheduledThreadPool(2)) {
            var rush =
                    people.scheduleAtFixedRate(
                            () -> {
                                String address = Steps.address("offline");
                                Api.Answer answer = steps.registerOrCrash(event, address);
                                answers.add(answer == null ? 0 : answer.status());
                                if (answer != null && answer.status() == 201) {
                                    accepted.put(answer.id(), address);
                                }
                            },
                            0,
                            500,
                            TimeUnit.MILLISECONDS);
            await().atMost(BROKER_IS_AWAY.multipliedBy(2))
                    .pollDelay(BROKER_IS_AWAY)
                    .until(() -> true);
            var _ = rush.cancel(false);
        }
        stand.start(Engine.KAFKA);

        assertThat(answers).hasSizeGreaterThan(100);
        assertThat(accepted.size()).isGreaterThanOrEqualTo(answers.size() * 9 / 10);
        Steps.eventually(
                "nothing to be owed", () -> store.owing(Service.EVENTS), owing -> owing == 0);
        assertThat(subjects(registrations(event)))
                .containsAll(accepted.keySet())
                .hasSizeLessThanOrEqualTo(answers.size());
        allMailed("ylojarvi", "980");
        assertThat(accepted.values())
                .allSatisfy(address -> assertThat(steps.lettersNow(address)).hasSize(1));
        Steps.eventually(
                "the report to count those with a seat",
                () -> steps.figure("980", year, "registrations").asInt(),
                count -> count == seats(event).path("confirmed").asInt());
        assertThat(deadLetters()).isZero();
    }

    @Test
    @Order(8)
    void losesNothingAcknowledgedWhenTheStoreIsAwayAndComesBackByItself() {
        String event = publishedEvent("743", "seinajoki", 50);
        List<String> acknowledged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            acknowledged.add(
                    steps.register(event, Steps.address("kept" + i), "fi").expect(201).id());
        }
        stand.engine(Engine.MONGODB).kill();
        Instant back = Instant.now().plus(STORE_IS_AWAY);
        int refused = 0;
        while (Instant.now().isBefore(back)) {
            Api.Answer answer = steps.register(event, Steps.address("nobody"), "fi");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(Integer.parseInt(answer.retryAfter())).isBetween(1, 60);
            refused++;
        }
        assertThat(refused).isGreaterThan(2);

        stand.start(Engine.MONGODB);

        Steps.eventually(
                "the store to be used again",
                () -> steps.register(event, Steps.address("after"), "fi").status(),
                status -> status == 201);
        assertThat(seats(event).path("confirmed").asInt()).isBetween(21, 22);
        assertThat(steps.participants(event, "seinajoki").get("confirmed"))
                .containsAll(numbers(1, 20));
        assertThat(acknowledged).doesNotHaveDuplicates();
        Steps.eventually(
                "nothing to be owed", () -> store.owing(Service.EVENTS), owing -> owing == 0);
        allMailed("seinajoki", "743");
        steps.heardByTheReport();
        assertThat(deadLetters()).isZero();
    }

    private static String publishedEvent(String code, String town, int seats) {
        String event = steps.event(town, code, seats);
        Steps.eventually("the event on its topic", () -> of(event), found -> !found.isEmpty());
        Steps.eventually(
                "nothing to be owed", () -> store.owing(Service.EVENTS), owing -> owing == 0);
        return event;
    }

    private static void restartAfterCrash(Service service, List<String> faults) {
        stand.service(service).awaitEnd();
        start(service, faults);
    }

    private static void start(Service service, List<String> faults) {
        stand.disarm();
        stand.startWithFaults(Map.of(service, faults));
    }

    /** Every registration there is has been heard by the newsletter, and mailed about. */
    private static void allMailed(String town, String code) {
        steps.heard("newsletter", Topics.EVENTS_REGISTRATION);
        steps.allMailsDelivered(town, code);
    }

    private static int deadLetters() {
        return log.records(Topics.EVENTS_REGISTRATION.deadLetters("newsletter")).size()
                + log.records(Topics.EVENTS_REGISTRATION.deadLetters("registry-report")).size()
                + log.records(Topics.EVENTS_EVENT.deadLetters("registry-report")).size();
    }

    /** Presses again with the same key until there is an answer, as a person's browser would. */
    private static Api.Answer registerUntilAnswered(String event, String address) {
        String key = UUID.randomUUID().toString();
        return Steps.eventually(
                "an answer",
                () -> steps.register(event, key, address, "fi"),
                each -> each.status() == 201);
    }

    private static void registerUntilAnswered(String event, Map<Long, String> addresses) {
        String address = Steps.address("gap");
        Api.Answer answer = registerUntilAnswered(event, address);
        addresses.put(answer.json().path("number").asLong(), address);
    }

    private static void registerUntilAnswered(
            String event, Set<String> confirmed, Set<Long> numbers) {
        Api.Answer answer = registerUntilAnswered(event, Steps.address("rush"));
        synchronized (numbers) {
            numbers.add(answer.json().path("number").asLong());
            if (answer.json().path("status").asString().equals("confirmed")) {
                confirmed.add(answer.id());
            }
        }
    }

    private static void giveUpUntilAnswered(String event, long number) {
        var _ =
                Steps.eventually(
                        "an answer",
                        () -> steps.giveUp(event, "jyvaskyla", number),
                        each -> each.status() == 200);
    }

    private static JsonNode seats(String event) {
        return steps.anonymousAt(Service.EVENTS).get(event).expect(200).json().path("seats");
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(String event) {
        String id = idOf(event);
        return log.records(Topics.EVENTS_EVENT).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").equals(id))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> registrations(String event) {
        String id = idOf(event);
        return log.records(Topics.EVENTS_REGISTRATION).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").startsWith(id + ":"))
                .toList();
    }

    private static Set<String> subjects(List<ConsumerRecord<byte[], byte[]>> sent) {
        Set<String> subjects = new HashSet<>();
        sent.forEach(each -> subjects.add(TopicLog.header(each, "ce_subject")));
        return subjects;
    }

    private static String idOf(String event) {
        return event.replaceAll(".*/", "");
    }

    private static Set<Long> numbers(long first, long last) {
        Set<Long> numbers = new HashSet<>();
        LongStream.rangeClosed(first, last).forEach(numbers::add);
        return numbers;
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
