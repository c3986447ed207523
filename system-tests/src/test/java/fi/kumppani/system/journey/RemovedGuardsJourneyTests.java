package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Engine;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.Store;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * What the other journeys prove is broken as soon as the guard that keeps it is taken out: so those
 * journeys can fail, and these are the guards.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemovedGuardsJourneyTests {

    private static final String KIT = "fi.kumppani.kit.";
    private static final String RELAY = KIT + "outbox.OutboxRelay";
    private static final String REGISTERING =
            "fi.kumppani.events.registration.RegisterForEvent$Registering";

    private static final String KEPT_NOT_PUBLISHED = "halt-before=" + RELAY + "#publish";
    private static final String NO_UNIQUE_KEYS = "skip=" + KIT + "store.StoreIndexes#make";
    private static final List<String> EVENTS_FAULTS =
            List.of(
                    "answer-false=fi.kumppani.events.seating.Seating#isOversold",
                    "answer-none=" + REGISTERING + "#earlier",
                    "answer-none=fi.kumppani.events.registration.persistence.JournalDesk"
                            + "#askedBefore",
                    NO_UNIQUE_KEYS,
                    // Nothing waits for the broker's word that it has a message.
                    "skip=org.apache.kafka.clients.producer.KafkaProducer#flush",
                    "answer-true=" + RELAY + "#allArrived",
                    // Nobody looks for what a crash left.
                    "answer-true=" + RELAY + "#sweep/1",
                    KEPT_NOT_PUBLISHED);

    private static final String NO_OLDER_ONES = "answer-false=" + KIT + "inbound.Tally#knows";
    private static final String COUNTED_NOT_COMMITTED =
            "halt-after=" + KIT + "inbound.MessageDispatcher#accept";
    private static final List<String> REGISTRY_FAULTS =
            List.of(NO_OLDER_ONES, COUNTED_NOT_COMMITTED);
    private static final List<String> REGISTRY_FAULTS_AFTER_THE_CRASH =
            List.of(NO_OLDER_ONES, "answer-none=" + KIT + "inbound.Tally#contributed");

    private static final List<String> GRANTS_FAULTS =
            List.of(
                    "answer-newest=" + KIT + "inbound.InboundMessage#sequence",
                    "answer-true=fi.kumppani.grants.ledger.Booking#isDone");

    private static final List<String> NEWSLETTER_FAULTS =
            List.of(
                    "answer-new=" + KIT + "inbound.InboundMessage#id",
                    // No failure is the message's own.
                    "skip=org.springframework.kafka.listener.ExceptionClassifier"
                            + "#addNotRetryableExceptions",
                    "answer-true=" + KIT + "store.StoreOutage#isBehind");

    /** In which a mail is sent and a message published, many times over. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(6);

    private static TestStand stand;
    private static Steps steps;
    private static TopicLog log;

    @BeforeAll
    static void begin() {
        stand = new TestStand("guards");
        stand.start(Engine.values());
        stand.startWithFaults(
                Map.of(
                        Service.EVENTS, EVENTS_FAULTS,
                        Service.REGISTRY, REGISTRY_FAULTS,
                        Service.GRANTS, GRANTS_FAULTS,
                        Service.NEWSLETTER, NEWSLETTER_FAULTS));
        steps = new Steps(stand);
        log = new TopicLog(stand);
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void seatsMoreThanThereAreSeats() {
        String event = steps.event("jyvaskyla", "179", 2);
        for (int i = 0; i < 3; i++) {
            steps.register(event, Steps.address("seat" + i), "fi").expect(201);
        }

        assertThat(steps.participants(event, "jyvaskyla").get("confirmed")).hasSize(3);
    }

    @Test
    @Order(2)
    void seatsOneMailboxTwice() {
        String event = steps.event("jyvaskyla", "179", 5);
        String address = Steps.address("greedy");

        steps.register(event, address, "fi").expect(201);
        steps.register(event, address, "fi").expect(201);

        assertThat(steps.participants(event, "jyvaskyla").get("confirmed")).hasSize(2);
    }

    @Test
    @Order(3)
    void registersAgainWhenTheSameRequestIsSentAgain() {
        String event = steps.event("jyvaskyla", "179", 5);
        String key = UUID.randomUUID().toString();
        String address = Steps.address("impatient");

        Api.Answer once = steps.register(event, key, address, "fi").expect(201);
        Api.Answer again = steps.register(event, key, address, "fi").expect(201);

        assertThat(again.id()).isNotEqualTo(once.id());
    }

    @Test
    @Order(4)
    void draftsTwoEventsForOneRequestWithoutItsUniqueKey() {
        Api coordinator = steps.at(Service.EVENTS, "coordinator.jyvaskyla");
        String key = UUID.randomUUID().toString();
        Map<String, Object> facts = Steps.eventFacts(5);

        String once = coordinator.post("/v1/municipalities/179/events", key, facts).id();
        String again = coordinator.post("/v1/municipalities/179/events", key, facts).id();

        assertThat(again).isNotBlank().isNotEqualTo(once);
    }

    @Test
    @Order(5)
    void mailsTwiceWhenAMessageComesTwice() {
        String event = steps.event("ylojarvi", "980", 3);
        String address = Steps.address("twice");
        String registration = steps.register(event, address, "fi").expect(201).id();
        steps.letters(address, 1);

        of(registration).forEach(log::repeat);

        steps.letters(address, 2);
    }

    @Test
    @Order(6)
    void countsADissolvedAssociationAgainWhenAnOlderMessageComesAfterANewerOne() {
        long before = active();
        String association = dissolvedAssociation();
        Steps.eventually("it not to count", this::active, count -> count == before);

        associationMessages(association).forEach(log::repeat);
        log.repeat(associationMessages(association).getFirst());

        Steps.eventually("it to count again", this::active, count -> count == before + 1);
    }

    @Test
    @Order(7)
    void takesAnApplicationOfADissolvedAssociationWhenAnOlderMessageComesAfterANewerOne() {
        String call = steps.call("evijarvi", "052", "600.00", "400.00");
        String association = dissolvedAssociation();
        steps.heard("grants", Topics.REGISTRY_ASSOCIATION);
        Api officer = steps.at(Service.GRANTS, "officer.evijarvi");
        String path = "/v1/municipalities/052/applications";
        Api.Answer draft =
                officer.post(
                                path,
                                Steps.applicationFacts(
                                        call, association, "400.00", Steps.address("dissolved")))
                        .expect(201);
        String submission = path + "/" + draft.id() + "/submission";
        officer.put(submission, draft.etag(), "").expect(409);

        log.repeat(associationMessages(association).getFirst());

        Steps.eventually(
                "it to be taken for active",
                () -> officer.put(submission, draft.etag(), "").status(),
                status -> status == 200);
    }

    @Test
    @Order(8)
    void grantsMoreThanTheBudget() {
        String association = steps.association("evijarvi", "052");
        String call = steps.call("evijarvi", "052", "600.00", "400.00");
        List<String> applications = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            applications.add(
                    steps.application(
                            "evijarvi",
                            "052",
                            call,
                            association,
                            "400.00",
                            Steps.address("applicant" + i)));
        }

        steps.decide("evijarvi", "052", applications.getFirst(), "400.00").expect(201);
        // The ledger stumbles afterwards, when it is to grant what it never held.
        steps.decide("evijarvi", "052", applications.getLast(), "400.00").expect(500);

        Steps.eventually(
                "800 euros to be granted of 600",
                () ->
                        log.records(Topics.GRANTS_APPLICATION).stream()
                                .filter(sent -> applications.contains(TopicLog.key(sent)))
                                .filter(
                                        sent ->
                                                TopicLog.header(sent, "ce_type")
                                                        .equals(ApplicationDecided.TYPE))
                                .count(),
                decided -> decided == 2);
    }

    @Test
    @Order(9)
    void waitsForEverBehindRubbish() {
        String event = steps.event("ylojarvi", "980", 3);
        String before = Steps.address("before");
        steps.register(event, before, "fi").expect(201);
        steps.letters(before, 1);
        for (int partition = 0; partition < Topics.EVENTS_REGISTRATION.partitions(); partition++) {
            log.publish(
                    new ProducerRecord<>(
                            Topics.EVENTS_REGISTRATION.name(),
                            partition,
                            "rubbish".getBytes(StandardCharsets.UTF_8),
                            "{no json".getBytes(StandardCharsets.UTF_8)));
        }
        String address = Steps.address("behind");

        steps.register(event, address, "fi").expect(201);

        never(() -> !steps.lettersNow(address).isEmpty());
        assertThat(log.records(Topics.EVENTS_REGISTRATION.deadLetters("newsletter"))).isEmpty();
    }

    @Test
    @Order(10)
    void countsTwiceWhatWasCountedWhenItDied() {
        int year = Steps.eventYear();
        steps.heardByTheReport();
        assertThat(steps.figure("743", year, "events").asLong(0)).isZero();
        stand.arm(COUNTED_NOT_COMMITTED);

        var _ = steps.event("seinajoki", "743", 3);
        stand.service(Service.REGISTRY).awaitEnd();
        stand.disarm();
        stand.startWithFaults(Map.of(Service.REGISTRY, REGISTRY_FAULTS_AFTER_THE_CRASH));

        Steps.eventually(
                "one event to count more than once",
                () -> steps.figure("743", year, "events").asLong(0),
                count -> count > 1);
    }

    @Test
    @Order(11)
    void neverPublishesWhatACrashLeftWhenNobodyLooksForIt() {
        String event = steps.event("jyvaskyla", "179", 1);
        Steps.eventually(
                "nothing to be owed",
                () -> new Store(stand).owing(Service.EVENTS),
                owing -> owing == 0);
        stand.arm(KEPT_NOT_PUBLISHED);
        var _ = steps.registerOrCrash(event, Steps.address("left"));
        stand.service(Service.EVENTS).awaitEnd();
        stand.disarm();

        stand.startWithFaults(Map.of(Service.EVENTS, EVENTS_FAULTS));

        never(() -> !registrationsOf(event).isEmpty());
        assertThat(new Store(stand).owing(Service.EVENTS)).isEqualTo(1);
    }

    @Test
    @Order(12)
    void losesWhatItHeldToBePublishedBeforeTheBrokerSaidSo() {
        String event = steps.event("jyvaskyla", "179", 5);
        steps.register(event, Steps.address("before"), "fi").expect(201);
        Steps.eventually(
                "the first on the topic", () -> registrationsOf(event), found -> found.size() == 1);
        stand.engine(Engine.KAFKA).kill();
        long owing = new Store(stand).owing(Service.EVENTS);

        steps.register(event, Steps.address("during"), "fi").expect(201);

        Steps.eventually(
                "it to be held for published",
                () -> new Store(stand).owing(Service.EVENTS),
                left -> left == owing);
        stand.service(Service.EVENTS).kill();
        stand.start(Engine.KAFKA);
        stand.startWithFaults(Map.of(Service.EVENTS, List.of(NO_UNIQUE_KEYS)));
        never(() -> registrationsOf(event).size() > 1);
    }

    private long active() {
        return steps.figure("980", Steps.thisYear(), "activeAssociations").asLong(0);
    }

    private static String dissolvedAssociation() {
        String association = steps.association("ylojarvi", "980");
        steps.at(Service.REGISTRY, "coordinator.ylojarvi")
                .put(
                        "/v1/municipalities/980/associations/" + association + "/dissolution",
                        "\"1\"",
                        "")
                .expect(200);
        Steps.eventually(
                "both messages", () -> associationMessages(association), sent -> sent.size() == 2);
        return association;
    }

    private static List<ConsumerRecord<byte[], byte[]>> associationMessages(String association) {
        return log.records(Topics.REGISTRY_ASSOCIATION).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").equals(association))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(String registration) {
        return log.records(Topics.EVENTS_REGISTRATION).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").equals(registration))
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> registrationsOf(String event) {
        String id = event.replaceAll(".*/", "");
        return log.records(Topics.EVENTS_REGISTRATION).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").startsWith(id + ":"))
                .toList();
    }

    private static void never(Callable<Boolean> seen) {
        assertThatThrownBy(() -> await().atMost(LONG_ENOUGH).until(seen))
                .isInstanceOf(ConditionTimeoutException.class);
    }
}
