package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
    void laysRubbishAsideGoesOnAndLetsAnOperatorTryAgain() {
        int year = Steps.thisYear();
        long before = active("980", year);
        int dead = dead();
        for (String rubbish : List.of("{no json", "", "[]")) {
            log.publish(
                    new ProducerRecord<>(
                            Topics.REGISTRY_ASSOCIATION.name(),
                            "rubbish".getBytes(StandardCharsets.UTF_8),
                            rubbish.getBytes(StandardCharsets.UTF_8)));
        }
        for (int i = 0; i < 5; i++) {
            steps.association("ylojarvi", "980");
        }

        Steps.eventually(
                "good ones to count", () -> active("980", year), count -> count == before + 5);
        Steps.eventually(
                "rubbish to be laid aside", DeliveryJourneyTests::dead, count -> count == dead + 3);

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
                count -> count >= dead + 6);
        assertThat(active("980", year)).isEqualTo(before + 5);
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

    private static int dead() {
        return log.records(Topics.REGISTRY_ASSOCIATION.deadLetters(GROUP)).size();
    }

    private static long active(String code, int year) {
        return steps.figure(code, year, "activeAssociations").asLong();
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
