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
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * grants-service dies between a decision, its ledger and what is told of it, while several decide:
 * not a cent is lost, doubled or overspent, and what was answered still holds.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrantCrashJourneyTests {

    private static final String HERE = "/v1/municipalities/052";
    private static final String REPRESENTATIVE = "23973dbb-7b85-5f2f-873a-c8fdd58ca896";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LEDGERS = "fi.kumppani.grants.ledger.persistence.JournalLedgers#";
    private static final String MEANT_NOT_HELD = "halt-before=" + LEDGERS + "reserve";
    private static final String HELD_NOT_DECIDED = "halt-after=" + LEDGERS + "reserve";
    private static final String DECIDED_NOT_BOOKED = "halt-before=" + LEDGERS + "grant";
    private static final String KEPT_NOT_PUBLISHED =
            "halt-before=fi.kumppani.kit.outbox.OutboxRelay#publish";
    private static final String PUBLISHED_NOT_MARKED =
            "halt-before=fi.kumppani.kit.store.AggregateCollection#settle";
    private static final List<String> GAPS =
            List.of(
                    MEANT_NOT_HELD,
                    HELD_NOT_DECIDED,
                    DECIDED_NOT_BOOKED,
                    KEPT_NOT_PUBLISHED,
                    PUBLISHED_NOT_MARKED);

    private static final String BATCH_KEPT_NOT_ANSWERED =
            "halt-after=fi.kumppani.grants.payment.persistence.MongoPaymentBatches#add";
    private static final String APPROVED_NOT_BOOKED = "halt-before=" + LEDGERS + "book";

    private static final List<String> FAULTS =
            Stream.concat(GAPS.stream(), Stream.of(BATCH_KEPT_NOT_ANSWERED, APPROVED_NOT_BOOKED))
                    .toList();
    private static final String NOBODY_LOOKS_FOR_LEFT_DECISIONS =
            "skip=fi.kumppani.grants.grantapplication.FinishLeftDecisions#finishAll";

    private static final int AT_ONCE = 6;
    private static final int ENOUGH_FOR = 4;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final Duration AS_LONG_AS_A_START_MAY_TAKE = Duration.ofMinutes(4);

    private static TestStand stand;
    private static Steps steps;
    private static TopicLog log;
    private static Store store;
    private static String association;

    @BeforeAll
    static void begin() {
        stand = new TestStand("grant-crash");
        stand.start(Engine.values());
        stand.start(Service.REGISTRY);
        stand.startWithFaults(Map.of(Service.GRANTS, FAULTS));
        steps = new Steps(stand);
        log = new TopicLog(stand);
        store = new Store(stand);
        association = steps.association("evijarvi", "052");
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void keepsDecisionsAndLedgerTogetherInWhicheverGapItDies() {
        for (String gap : GAPS) {
            String call = steps.call("evijarvi", "052", ENOUGH_FOR * 100 + ".99", "100.00");
            List<String> applications = submitted(call, AT_ONCE);
            nothingIsOwed();
            Map<String, Api.Answer> answers = new ConcurrentHashMap<>();
            stand.arm(gap);
            List<Thread> officers =
                    applications.stream()
                            .map(
                                    each ->
                                            Thread.ofVirtual()
                                                    .start(
                                                            () ->
                                                                    decideUntilAnswered(
                                                                            each, answers)))
                            .toList();
            restartAfterCrash(FAULTS);
            officers.forEach(GrantCrashJourneyTests::join);

            assertHolds(gap, call, applications, answers);
        }
    }

    @Test
    @Order(2)
    void paysOnceWhatIsSentTwiceAroundACrash() {
        String call = steps.call("evijarvi", "052", "100.00", "100.00");
        String application = submitted(call, 1).getFirst();
        steps.decide("evijarvi", "052", application, "100.00").expect(201);
        accept(application);
        Api officer = steps.at(Service.GRANTS, "officer.evijarvi");
        String key = UUID.randomUUID().toString();
        Map<String, Object> facts =
                Map.of(
                        "callId", call,
                        "payer", "Evijärven kunta",
                        "iban", "FI2112345600000785",
                        "payOn", "2999-01-04");
        Callable<Api.Answer> collecting = () -> officer.post(HERE + "/payment-batches", key, facts);
        stand.arm(BATCH_KEPT_NOT_ANSWERED);
        assertThatThrownBy(collecting::call).isInstanceOf(UncheckedIOException.class);
        restartAfterCrash(FAULTS);

        Api.Answer collected =
                Steps.eventually("a batch", collecting, each -> each.status() == 201);
        String batch = HERE + "/payment-batches/" + collected.id();
        Api decider = steps.at(Service.GRANTS, "decider.evijarvi");
        stand.arm(APPROVED_NOT_BOOKED);
        assertThatThrownBy(() -> decider.put(batch + "/approval", collected.etag(), ""))
                .isInstanceOf(UncheckedIOException.class);
        restartAfterCrash(FAULTS);
        Api.Answer approved = officer.get(batch).expect(200);

        assertThat(approved.json().path("status").asString()).isEqualTo("approved");
        decider.put(batch + "/approval", collected.etag(), "").expect(412);
        officer.put(batch + "/export", approved.etag(), "").expect(200);
        assertThat(officer.get(batch + "/credit-transfer").expect(200).body())
                .isEqualTo(officer.get(batch + "/credit-transfer").expect(200).body());
        assertThat(collecting(call)).containsExactly(collected.id());
        JsonNode ledger = ledger(call);
        assertThat(ledger.path("paid").asString()).isEqualTo("100.00");
        assertThat(ledger.path("granted").asString()).isEqualTo("0.00");
        assertThat(entries(call, "paid")).containsExactly("100.00");
    }

    /** The control: without those who look for what a crash left, the money stays held for ever. */
    @Test
    @Order(3)
    void leavesMoneyHeldThatNobodyLooksFor() {
        String call = steps.call("evijarvi", "052", "100.00", "100.00");
        String application = submitted(call, 1).getFirst();
        stand.arm(HELD_NOT_DECIDED);
        assertThatThrownBy(() -> steps.decide("evijarvi", "052", application, "100.00"))
                .isInstanceOf(UncheckedIOException.class);
        restartAfterCrash(List.of(NOBODY_LOOKS_FOR_LEFT_DECISIONS));

        assertThatThrownBy(
                        () ->
                                await().atMost(LONG_ENOUGH)
                                        .until(GrantCrashJourneyTests::nothingIsUnderWay))
                .isInstanceOf(ConditionTimeoutException.class);

        stand.service(Service.GRANTS).kill();
        stand.startWithFaults(Map.of(Service.GRANTS, FAULTS));
        Steps.eventually(
                "the decision to be finished",
                GrantCrashJourneyTests::nothingIsUnderWay,
                isFinished -> isFinished);
        assertThat(ledger(call).path("granted").asString()).isEqualTo("100.00");
    }

    private static void assertHolds(
            String gap, String call, List<String> applications, Map<String, Api.Answer> answers) {
        Steps.eventually(
                "nothing to be under way after " + gap,
                GrantCrashJourneyTests::nothingIsUnderWay,
                isFinished -> isFinished);
        nothingIsOwed();
        assertThat(answers).as(gap).hasSize(AT_ONCE);
        List<String> granted = new ArrayList<>();
        for (String each : applications) {
            JsonNode now =
                    steps.at(Service.GRANTS, "officer.evijarvi")
                            .get(HERE + "/applications/" + each)
                            .expect(200)
                            .json();
            Api.Answer answered = Objects.requireNonNull(answers.get(each));
            if (answered.status() == 201) {
                assertThat(now.path("decision")).isEqualTo(answered.json());
                assertThat(now.path("decision").path("granted").asString()).isEqualTo("100.00");
                granted.add(each);
            } else {
                assertThat(answered.json().path("reason").asString()).isEqualTo("budget-exceeded");
                assertThat(now.path("status").asString()).isEqualTo("submitted");
            }
            assertThat(told(each)).as(gap).hasSize(granted.contains(each) ? 1 : 0);
            assertThat(inOrder(each)).as(gap).isTrue();
        }
        assertThat(granted).as(gap).hasSize(ENOUGH_FOR);
        assertThat(entries(call, "reserved")).as(gap).hasSize(ENOUGH_FOR).containsOnly("100.00");
        assertThat(entries(call, "granted")).as(gap).hasSize(ENOUGH_FOR).containsOnly("100.00");
        JsonNode ledger = ledger(call);
        assertThat(ledger.path("granted").asString()).isEqualTo(ENOUGH_FOR * 100 + ".00");
        assertThat(ledger.path("reserved").asString()).isEqualTo("0.00");
        assertThat(ledger.path("available").asString()).isEqualTo("0.99");
        assertThat(lastTold(call).at("/ledger/granted/amount").asString())
                .isEqualTo(ENOUGH_FOR * 100 + ".00");
    }

    private static List<String> submitted(String call, int count) {
        List<String> applications = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            applications.add(
                    steps.application(
                            "evijarvi",
                            "052",
                            call,
                            association,
                            "100.00",
                            Steps.address("applicant")));
        }
        return applications;
    }

    /** Presses again with the same key until there is an answer, as a person's browser would. */
    private static void decideUntilAnswered(String application, Map<String, Api.Answer> answers) {
        String key = UUID.randomUUID().toString();
        answers.put(
                application,
                await("an answer")
                        .atMost(AS_LONG_AS_A_START_MAY_TAKE)
                        .pollInterval(Duration.ofMillis(200))
                        .ignoreExceptions()
                        .until(
                                () ->
                                        steps.at(Service.GRANTS, "decider.evijarvi")
                                                .post(
                                                        HERE
                                                                + "/applications/"
                                                                + application
                                                                + "/decision",
                                                        key,
                                                        Map.of(
                                                                "decision",
                                                                "grant",
                                                                "amount",
                                                                "100.00")),
                                each -> each.status() == 201 || each.status() == 409));
    }

    private static void accept(String application) {
        steps.at(Service.REGISTRY, "coordinator.evijarvi")
                .post(
                        HERE + "/mandates",
                        Map.of(
                                "associationId",
                                association,
                                "subject",
                                REPRESENTATIVE,
                                "module",
                                "grants"))
                .expect(201);
        Api representative = steps.at(Service.GRANTS, "association.evijarvi");
        String path = HERE + "/applications/" + application;
        Steps.eventually(
                "the mandate to be known",
                () -> representative.put(path + "/award/acceptance", "\"0\"", ""),
                answer -> answer.status() == 200);
        representative
                .put(path + "/bank-account", "\"0\"", Map.of("iban", "FI2112345600000785"))
                .expect(200);
    }

    private static List<String> collecting(String call) {
        List<String> ids = new ArrayList<>();
        for (JsonNode each :
                steps.at(Service.GRANTS, "officer.evijarvi")
                        .get(HERE + "/payment-batches?limit=100")
                        .expect(200)
                        .json()
                        .path("items")) {
            if (each.path("callId").asString().equals(call)) {
                ids.add(each.path("id").asString());
            }
        }
        return ids;
    }

    private static JsonNode ledger(String call) {
        return steps.at(Service.GRANTS, "officer.evijarvi")
                .get(HERE + "/calls/" + call + "/ledger")
                .expect(200)
                .json();
    }

    private static List<String> entries(String call, String kind) {
        List<String> amounts = new ArrayList<>();
        for (JsonNode each :
                steps.at(Service.GRANTS, "officer.evijarvi")
                        .get(HERE + "/calls/" + call + "/ledger/entries?limit=100")
                        .expect(200)
                        .json()
                        .path("items")) {
            if (each.path("kind").asString().equals(kind)) {
                amounts.add(each.path("amount").asString());
            }
        }
        return amounts;
    }

    /** Looked at behind the service's back, as whoever asks the service has it finished. */
    private static boolean nothingIsUnderWay() {
        return store.count(Service.GRANTS, "applications", "state", "deciding") == 0
                && store.count(Service.GRANTS, "ledgers", "body.isHolding", true) == 0;
    }

    private static void nothingIsOwed() {
        Steps.eventually(
                "nothing to be owed", () -> store.owing(Service.GRANTS), owing -> owing == 0);
    }

    /** The ids of what was told of an application's decision; repeated by a crash, it is one. */
    private static List<String> told(String application) {
        return of(application).stream()
                .filter(sent -> TopicLog.header(sent, "ce_type").equals(ApplicationDecided.TYPE))
                .map(sent -> TopicLog.header(sent, "ce_id"))
                .distinct()
                .toList();
    }

    /** Whether what was told of an application came for the first time in its order. */
    private static boolean inOrder(String application) {
        List<String> first =
                of(application).stream()
                        .map(sent -> TopicLog.header(sent, "ce_sequence"))
                        .distinct()
                        .toList();
        return first.equals(first.stream().sorted().toList());
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(String application) {
        return log.records(Topics.GRANTS_APPLICATION).stream()
                .filter(sent -> TopicLog.key(sent).equals(application))
                .toList();
    }

    private static JsonNode lastTold(String call) {
        return JSON.readTree(
                TopicLog.value(
                        log.records(Topics.GRANTS_LEDGER).stream()
                                .filter(sent -> TopicLog.key(sent).equals(call))
                                .toList()
                                .getLast()));
    }

    private static void restartAfterCrash(List<String> faults) {
        stand.service(Service.GRANTS).awaitEnd();
        stand.disarm();
        stand.startWithFaults(Map.of(Service.GRANTS, faults));
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
