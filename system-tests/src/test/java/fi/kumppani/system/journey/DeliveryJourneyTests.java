package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Broker;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Messages come twice, late, in the wrong order, or as rubbish, and nothing is the worse for it.
 */
class DeliveryJourneyTests {

    private static final String GROUP = "registry-report";

    private static TestStand stand;
    private static Steps steps;
    private static TopicLog log;

    @BeforeAll
    static void begin() {
        stand = TestStand.shared();
        steps = new Steps(stand);
        log = new TopicLog(stand);
    }

    @Test
    void mailsOnceAndCountsOnceWhenEverythingComesTwice() {
        String event = steps.event("ylojarvi", "980", 3);
        String address = Steps.address("twice");
        steps.register(event, address, "fi").expect(201);
        steps.letters(address, 1);
        int year = Steps.thisYear();
        JsonNode before = reportOnceStill("980", year);

        log.records(Topics.EVENTS_REGISTRATION).forEach(log::repeat);
        log.records(Topics.EVENTS_EVENT).forEach(log::repeat);
        log.records(Topics.REGISTRY_ASSOCIATION).forEach(log::repeat);

        String mark = Steps.address("mark");
        steps.register(event, mark, "fi").expect(201);
        steps.letters(mark, 1);
        assertThat(steps.lettersNow(address)).hasSize(1);
        assertThat(figures(reportOnceStill("980", year), "activeAssociations"))
                .isEqualTo(figures(before, "activeAssociations"));
        assertThat(figures(reportOnceStill("980", year), "events"))
                .isEqualTo(figures(before, "events"));
    }

    @Test
    void mailsOnceAndCountsOnceWhenEverythingIsReadFromTheBeginningAgain() {
        String event = steps.event("ylojarvi", "980", 3);
        String address = Steps.address("again");
        steps.register(event, address, "fi").expect(201);
        steps.letters(address, 1);
        steps.allMailsDelivered("ylojarvi", "980");
        steps.heardByTheReport();
        int year = Steps.thisYear();
        JsonNode before = reportOnceStill("980", year);
        int mails = steps.allLettersNow().size();
        var broker = new Broker(stand);

        for (Service service : List.of(Service.REGISTRY, Service.NEWSLETTER)) {
            stand.service(service).stop();
            broker.forgetWhatWasRead(service);
        }
        stand.start(Service.REGISTRY, Service.NEWSLETTER);

        steps.heardByTheReport();
        String mark = Steps.address("mark");
        steps.register(event, mark, "fi").expect(201);
        steps.letters(mark, 1);
        assertThat(steps.allLettersNow()).hasSize(mails + 1);
        JsonNode after = reportOnceStill("980", year);
        for (String figure : List.of("activeAssociations", "events", "grantsGranted")) {
            assertThat(figures(after, figure)).as(figure).isEqualTo(figures(before, figure));
        }
    }

    @Test
    void losesAndCountsTwiceNothingWhenATopicGetsMorePartitions() {
        var broker = new Broker(stand);
        Topic topic = Topics.REGISTRY_ASSOCIATION;
        int year = Steps.thisYear();
        String gone = steps.association("ylojarvi", "980");
        steps.at(Service.REGISTRY, "coordinator.ylojarvi")
                .put("/v1/municipalities/980/associations/" + gone + "/dissolution", "\"1\"", "")
                .expect(200);
        Steps.eventually("both messages", () -> of(gone), sent -> sent.size() == 2);
        ConsumerRecord<byte[], byte[]> older = of(gone).getFirst();
        long before = activeOnceStill("980", year);
        int dead = dead();

        int partitions = broker.doublePartitions(topic);
        for (int i = 0; i < 6; i++) {
            steps.association("ylojarvi", "980");
        }
        // Listeners and senders learn of partitions when they begin, or within five minutes.
        stand.service(Service.REGISTRY).kill();
        stand.start(Service.REGISTRY);
        for (int i = 0; i < 18; i++) {
            steps.association("ylojarvi", "980");
        }
        log.publish(
                new ProducerRecord<>(
                        topic.name(),
                        partitions - 1,
                        older.timestamp(),
                        older.key(),
                        older.value(),
                        older.headers()));
        log.publish(new ProducerRecord<>(topic.name(), partitions - 1, null, new byte[1]));

        steps.heard(GROUP, topic);
        assertThat(activeOnceStill("980", year)).isEqualTo(before + 24);
        assertThat(dead()).isEqualTo(dead + 1);
        assertThat(log.records(topic)).anyMatch(each -> each.partition() >= partitions / 2);
    }

    @Test
    void keepsTheNewerWhenAnOlderOneComesAfterIt() {
        int year = Steps.thisYear();
        long before = active("980", year);
        String association = steps.association("ylojarvi", "980");
        Steps.eventually("it to count", () -> active("980", year), count -> count == before + 1);
        Api coordinator = steps.at(Service.REGISTRY, "coordinator.ylojarvi");
        String path = "/v1/municipalities/980/associations/" + association;
        coordinator.put(path + "/dissolution", "\"1\"", "").expect(200);
        Steps.eventually("it not to count", () -> active("980", year), count -> count == before);

        of(association).forEach(log::repeat);

        String other = steps.association("ylojarvi", "980");
        Steps.eventually(
                "the next one to count", () -> active("980", year), count -> count == before + 1);
        assertThat(of(other)).hasSize(1);
    }

    @Test
    void takesNoApplicationOfADissolvedAssociationWhenAnOlderMessageComesAfterTheNewer() {
        String association = steps.association("ylojarvi", "980");
        steps.at(Service.REGISTRY, "coordinator.ylojarvi")
                .put(
                        "/v1/municipalities/980/associations/" + association + "/dissolution",
                        "\"1\"",
                        "")
                .expect(200);
        Steps.eventually("both messages", () -> of(association), sent -> sent.size() == 2);
        String call = steps.call("ylojarvi", "980", "600.00", "400.00");

        log.repeat(of(association).getFirst());

        steps.heard("grants", Topics.REGISTRY_ASSOCIATION);
        Api officer = steps.at(Service.GRANTS, "officer.ylojarvi");
        String path = "/v1/municipalities/980/applications";
        Api.Answer draft =
                officer.post(
                                path,
                                Steps.applicationFacts(
                                        call, association, "400.00", Steps.address("dissolved")))
                        .expect(201);
        officer.put(path + "/" + draft.id() + "/submission", draft.etag(), "").expect(409);
    }

    @Test
    void laysRubbishAsideGoesOnAndLetsAnOperatorTryAgain() {
        int year = Steps.thisYear();
        String known = steps.association("ylojarvi", "980");
        Steps.eventually("a message to forge from", () -> of(known), sent -> !sent.isEmpty());
        long before = activeOnceStill("980", year);
        int dead = dead();
        ConsumerRecord<byte[], byte[]> sound = of(known).getFirst();
        byte[] json = sound.value();
        List<ProducerRecord<byte[], byte[]>> rubbish =
                List.of(
                        forged(sound, new byte[] {(byte) 0xff, 0, (byte) 0xfe}, Map.of()),
                        forged(sound, Arrays.copyOf(json, json.length / 2), Map.of()),
                        forged(sound, "[]".getBytes(StandardCharsets.UTF_8), Map.of()),
                        forged(sound, null, Map.of()),
                        forged(sound, new byte[900_000], Map.of()),
                        forged(sound, json, Map.of("ce_sequence", "-1")),
                        forged(sound, json, Map.of("ce_municipality", "179")),
                        new ProducerRecord<>(sound.topic(), sound.partition(), null, json));

        List<ProducerRecord<byte[], byte[]>> good =
                IntStream.range(0, 500).mapToObj(_ -> forged(sound, json, Map.of())).toList();
        log.publish(good);
        log.publish(rubbish);
        log.publish(forged(sound, json, Map.of("ce_type", "registry.association.registered.v2")));
        log.publish(good);
        for (int i = 0; i < 5; i++) {
            steps.association("ylojarvi", "980");
        }

        Steps.eventually(
                "good ones to count", () -> active("980", year), count -> count == before + 5);
        steps.heard(GROUP, Topics.REGISTRY_ASSOCIATION);
        assertThat(dead()).isEqualTo(dead + rubbish.size());

        Api operator = steps.at(Service.REGISTRY, "operator");
        operator.post(
                        "/operations/dead-letters/"
                                + Topics.REGISTRY_ASSOCIATION.name()
                                + "/"
                                + GROUP
                                + "/replays",
                        "")
                .expect(200);
        Steps.eventually(
                "what failed again to be laid aside again",
                DeliveryJourneyTests::dead,
                count -> count >= dead + 2 * rubbish.size());
        assertThat(active("980", year)).isEqualTo(before + 5);
    }

    @Test
    void passesNoRubbishItCannotLayAsideAndGoesOnOnceItCan() {
        int year = Steps.thisYear();
        Broker broker = new Broker(stand);
        Topic deadLetters = Topics.REGISTRY_ASSOCIATION.deadLetters(GROUP);
        String known = steps.association("ylojarvi", "980");
        Steps.eventually("a message to forge from", () -> of(known), sent -> !sent.isEmpty());
        long before = activeOnceStill("980", year);
        int dead = dead();
        int words = stand.service(Service.REGISTRY).log().length();
        broker.takeAtMost(deadLetters, 1);
        try {
            for (int partition = 0; partition < deadLetters.partitions(); partition++) {
                log.publish(
                        new ProducerRecord<>(
                                Topics.REGISTRY_ASSOCIATION.name(), partition, null, new byte[1]));
            }
            steps.association("ylojarvi", "980");

            assertThatThrownBy(
                            () ->
                                    await().atMost(Duration.ofSeconds(5))
                                            .until(() -> active("980", year) > before))
                    .isInstanceOf(ConditionTimeoutException.class);
            assertThat(dead()).isEqualTo(dead);
            assertThat(stand.service(Service.REGISTRY).log().length() - words)
                    .as("written to the log meanwhile")
                    .isLessThan(200_000);
        } finally {
            broker.takeAtMost(deadLetters, 16_777_216);
        }

        Steps.eventually(
                "the good one to count", () -> active("980", year), count -> count == before + 1);
        steps.heard(GROUP, Topics.REGISTRY_ASSOCIATION);
        assertThat(dead()).isEqualTo(dead + deadLetters.partitions());
    }

    @Test
    void givesTheSameReportWhenItIsRebuiltFromTheBeginning() {
        int year = Steps.thisYear();
        JsonNode before = reportOnceStill("052", year);
        Api operator = steps.at(Service.REGISTRY, "operator");
        JsonNode models = operator.get("/operations/read-models").expect(200).json();
        assertThat(models.size()).isPositive();

        for (JsonNode model : models) {
            String name = model.path("name").asString();
            operator.post("/operations/read-models/" + name + "/rebuilds", "").expect(202);
            Steps.eventually(
                    name + " to be rebuilt",
                    () -> operator.get("/operations/read-models").expect(200).body(),
                    body -> !body.contains("\"running\"") && !body.contains("\"catching-up\""));
        }

        assertThat(reportOnceStill("052", year)).isEqualTo(before);
    }

    /** The same message under another id, with other data and some headers changed. */
    private static ProducerRecord<byte[], byte[]> forged(
            ConsumerRecord<byte[], byte[]> sound,
            byte @Nullable [] data,
            Map<String, String> headers) {
        var forged =
                new ProducerRecord<byte[], byte[]>(
                        sound.topic(), sound.partition(), sound.key(), data);
        sound.headers().forEach(forged.headers()::add);
        Map<String, String> changed = new HashMap<>(headers);
        changed.put("ce_id", UUID.randomUUID().toString());
        changed.forEach(
                (name, value) ->
                        forged.headers()
                                .remove(name)
                                .add(name, value.getBytes(StandardCharsets.UTF_8)));
        return forged;
    }

    private static int dead() {
        return log.records(Topics.REGISTRY_ASSOCIATION.deadLetters(GROUP)).size();
    }

    private static long active(String code, int year) {
        return steps.figure(code, year, "activeAssociations").asLong();
    }

    private static long activeOnceStill(String code, int year) {
        return reportOnceStill(code, year).at("/figures/activeAssociations/value").asLong();
    }

    private static String figures(JsonNode report, String name) {
        return report.at("/figures/" + name + "/value").toString();
    }

    /** The report once two looks at it, a while apart, agree. */
    private static JsonNode reportOnceStill(String code, int year) {
        String[] last = {""};
        return Steps.eventually(
                "the report to be still",
                () ->
                        steps.anonymousAt(Service.REGISTRY)
                                .get("/v1/municipalities/" + code + "/report?year=" + year)
                                .expect(200)
                                .json(),
                report -> {
                    boolean same = report.toString().equals(last[0]);
                    last[0] = report.toString();
                    return same;
                });
    }

    private static List<ConsumerRecord<byte[], byte[]>> of(String association) {
        return log.records(Topics.REGISTRY_ASSOCIATION).stream()
                .filter(sent -> TopicLog.header(sent, "ce_subject").equals(association))
                .toList();
    }
}
