package fi.kumppani.registry.report.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.kit.inbound.ReadModelRebuilds;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

@RegistryTest
class ReportMessagesIntegrationTests {

    private static final LocalDate IN_2023 = LocalDate.parse("2023-05-02");

    @Autowired private TestMessages messages;
    @Autowired private ReadModelRebuilds rebuilds;
    @Autowired private Caller caller;

    @Test
    void countsNothingTwiceWhenDeliveredTwice() {
        var told = new ReportedMessages("102");
        List<TestMessage> all = new ArrayList<>();
        all.add(told.association("a", 1, true));
        all.add(told.decided("g", 2, "400.00", IN_2023));
        all.add(told.event("e", 1, 2023, false));
        for (int number = 1; number <= 6; number++) {
            all.add(told.registration("e", number, 1, true));
        }
        all.add(told.issue("i", Instant.parse("2023-08-28T06:00:00Z")));
        hear(all);
        JsonNode once = figures("102", 2023);
        assertThat(once.at("/activeAssociations/value").longValue()).isEqualTo(1);
        assertThat(once.at("/grantsGranted/value").asString()).isEqualTo("400.00");
        assertThat(once.at("/events/value").longValue()).isEqualTo(1);
        assertThat(once.at("/registrations/value").longValue()).isEqualTo(6);
        assertThat(once.at("/lettersSent/value").longValue()).isEqualTo(1);
        hear(all);
        hear(all.reversed());
        assertThat(figures("102", 2023)).isEqualTo(once);
    }

    @Test
    void ignoresAnOlderMessageAfterANewerOne() {
        var told = new ReportedMessages("103");
        hear(
                told.association("a", 2, false),
                told.association("a", 1, true),
                told.decided("g", 3, "100.00", IN_2023),
                told.decided("g", 2, "400.00", IN_2023),
                told.submitted("g", 1),
                told.event("e", 2, 2024, false),
                told.event("e", 1, 2023, false));
        assertThat(figures("103", 2023).at("/activeAssociations/value").longValue()).isZero();
        assertThat(figures("103", 2023).at("/grantsGranted/value").asString()).isEqualTo("100.00");
        assertThat(figures("103", 2023).at("/events/value").longValue()).isZero();
        assertThat(figures("103", 2024).at("/events/value").longValue()).isEqualTo(1);
    }

    @Test
    void changesTheFigureWhenOneIsTakenAway() {
        var told = new ReportedMessages("105");
        for (int i = 0; i < 20; i++) {
            hear(told.association("a" + i, 1, true), told.decided("g" + i, 2, "10.50", IN_2023));
        }
        assertThat(figures("105", 2023).at("/activeAssociations/value").longValue()).isEqualTo(20);
        assertThat(figures("105", 2023).at("/grantsGranted/value").asString()).isEqualTo("210.00");
        hear(told.association("a7", 2, false), told.decided("g7", 3, "0.00", IN_2023));
        assertThat(figures("105", 2023).at("/activeAssociations/value").longValue()).isEqualTo(19);
        assertThat(figures("105", 2023).at("/grantsGranted/value").asString()).isEqualTo("199.50");
        hear(told.decided("g8", 3, "10.50", LocalDate.parse("2024-01-01")));
        assertThat(figures("105", 2023).at("/grantsGranted/value").asString()).isEqualTo("189.00");
        assertThat(figures("105", 2024).at("/grantsGranted/value").asString()).isEqualTo("10.50");
    }

    @Test
    void countsARegistrationThatIsHeardOfBeforeItsEvent() {
        var told = new ReportedMessages("106");
        for (int number = 250; number < 260; number++) {
            hear(told.registration("e", number, 1, true));
        }
        assertThat(figures("106", 2025).at("/registrations/value").longValue()).isZero();
        hear(told.event("e", 1, 2025, false));
        assertThat(figures("106", 2025).at("/registrations/value").longValue()).isEqualTo(10);
        hear(told.event("e", 2, 2026, false));
        assertThat(figures("106", 2025).at("/registrations/value").longValue()).isZero();
        assertThat(figures("106", 2026).at("/registrations/value").longValue()).isEqualTo(10);
        hear(told.registration("e", 255, 2, false), told.registration("e", 256, 2, false));
        assertThat(figures("106", 2026).at("/registrations/value").longValue()).isEqualTo(8);
        hear(told.event("e", 3, 2026, true));
        assertThat(figures("106", 2026).at("/registrations/value").longValue()).isZero();
        assertThat(figures("106", 2026).at("/events/value").longValue()).isZero();
    }

    @Test
    void doesNotTellOfFewerThanFivePeople() {
        var told = new ReportedMessages("108");
        hear(told.event("e", 1, 2025, false));
        for (int number = 1; number <= 4; number++) {
            hear(told.registration("e", number, 1, true));
        }
        JsonNode four = figures("108", 2025).get("registrations");
        assertThat(four.get("value").isNull()).isTrue();
        assertThat(four.get("suppressed").booleanValue()).isTrue();
        hear(told.registration("e", 5, 1, true));
        JsonNode five = figures("108", 2025).get("registrations");
        assertThat(five.get("value").longValue()).isEqualTo(5);
        assertThat(five.has("suppressed")).isFalse();
        assertThat(figures("108", 2025).at("/events/value").longValue()).isEqualTo(1);
    }

    @Test
    void laysDownWhatIsOfAnotherMunicipalityThanItSays() {
        var told = new ReportedMessages("109");
        int before = messages.deadLetters(Topics.REGISTRY_ASSOCIATION, "reportMessages").size();
        hear(told.association("forged", 1, true).in("111"));
        assertThat(messages.deadLetters(Topics.REGISTRY_ASSOCIATION, "reportMessages"))
                .hasSize(before + 1);
        assertThat(figures("109", 2025).at("/activeAssociations/value").longValue()).isZero();
        assertThat(figures("111", 2025).at("/activeAssociations/value").longValue()).isZero();
    }

    /** The same messages, however often and in whichever order, give the same report. */
    @Test
    void dependsOnlyOnWhichMessagesHaveCome() {
        List<String> municipalities = List.of("139", "140", "142", "143", "145", "146");
        List<JsonNode> reports = new ArrayList<>();
        for (int round = 0; round < municipalities.size(); round++) {
            String municipality = municipalities.get(round);
            var random = new Random(20261121L + round);
            var scenario = new Scenario(new ReportedMessages(municipality), new Random(4711));
            List<TestMessage> all = new ArrayList<>(scenario.messages);
            if (round > 0) {
                scenario.messages.forEach(
                        message -> all.addAll(Collections.nCopies(random.nextInt(3), message)));
                Collections.shuffle(all, random);
            }
            hear(all);
            JsonNode figures = figures(municipality, 2025);
            assertThat(figures.at("/activeAssociations/value").longValue())
                    .isEqualTo(scenario.active);
            assertThat(figures.at("/grantsGranted/value").asString())
                    .isEqualTo(BigDecimal.valueOf(scenario.cents, 2).toPlainString());
            assertThat(figures.at("/events/value").longValue()).isEqualTo(scenario.held);
            assertThat(figures.at("/registrations/value").longValue())
                    .isEqualTo(scenario.confirmed);
            assertThat(figures.at("/lettersSent/value").longValue()).isEqualTo(scenario.sent);
            reports.add(withoutInhabitants(figures));
        }
        assertThat(reports).containsOnly(reports.getFirst());
    }

    @Test
    void rebuildsToTheSame() {
        var scenario = new Scenario(new ReportedMessages("148"), new Random(42));
        hear(scenario.messages);
        JsonNode before = figures("148", 2025);
        assertThat(before.at("/activeAssociations/value").longValue()).isEqualTo(scenario.active);
        rebuild("report");
        rebuild("report-inhabitants");
        assertThat(figures("148", 2025)).isEqualTo(before);
        hear(new ReportedMessages("148").association("one-more", 1, true));
        assertThat(figures("148", 2025).at("/activeAssociations/value").longValue())
                .isEqualTo(scenario.active + 1);
    }

    private static JsonNode withoutInhabitants(JsonNode figures) {
        return ((ObjectNode) figures.deepCopy())
                .remove(List.of("inhabitants", "associationsPer1000", "grantsPerInhabitant"));
    }

    private void rebuild(String readModel) {
        assertThat(rebuilds.start(readModel)).isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        await().atMost(TestMessages.PATIENCE.multipliedBy(3))
                .until(
                        () ->
                                rebuilds.progress(readModel).orElseThrow().state()
                                        == ReadModelRebuilds.State.DONE);
    }

    private void hear(TestMessage... some) {
        hear(List.of(some));
    }

    private void hear(List<TestMessage> some) {
        some.forEach(messages::publish);
        messages.awaitAllHandled("reportMessages");
    }

    private JsonNode figures(String municipality, int year) {
        return caller.get("/v1/municipalities/" + municipality + "/report?year=" + year)
                .body()
                .get("figures");
    }

    /** Some lives of associations, applications, events and registrations, and how they end. */
    private static final class Scenario {

        final List<TestMessage> messages = new ArrayList<>();
        long active;
        long cents;
        long held;
        long confirmed;
        long sent;

        Scenario(ReportedMessages told, Random random) {
            for (int i = 0; i < 25; i++) {
                liveAssociation(told, "a" + i, random);
                liveApplication(told, "g" + i, random);
            }
            for (int i = 0; i < 6; i++) {
                liveEvent(told, "e" + i, random);
            }
            for (int i = 0; i < 4; i++) {
                int year = 2024 + random.nextInt(2);
                messages.add(told.issue("i" + i, Instant.parse(year + "-06-01T06:00:00Z")));
                sent += year == 2025 ? 1 : 0;
            }
        }

        private void liveAssociation(ReportedMessages told, String id, Random random) {
            boolean isActive = false;
            int changes = 1 + random.nextInt(4);
            for (int sequence = 1; sequence <= changes; sequence++) {
                isActive = random.nextInt(4) > 0;
                messages.add(told.association(id, sequence, isActive));
            }
            active += isActive ? 1 : 0;
        }

        private void liveApplication(ReportedMessages told, String id, Random random) {
            messages.add(told.submitted(id, 1));
            int granted = 0;
            int year = 0;
            int decisions = random.nextInt(3);
            for (int decision = 0; decision < decisions; decision++) {
                granted = random.nextInt(3) == 0 ? 0 : random.nextInt(40_000);
                year = 2024 + random.nextInt(2);
                messages.add(
                        told.decided(
                                id,
                                2 + decision,
                                BigDecimal.valueOf(granted, 2).toPlainString(),
                                LocalDate.of(year, 3, 1)));
            }
            cents += year == 2025 ? granted : 0;
        }

        private void liveEvent(ReportedMessages told, String id, Random random) {
            int year = 0;
            boolean cancelled = false;
            int changes = 1 + random.nextInt(3);
            for (int sequence = 1; sequence <= changes; sequence++) {
                year = 2024 + random.nextInt(2);
                cancelled = random.nextInt(5) == 0;
                messages.add(told.event(id, sequence, year, cancelled));
            }
            int comers = 0;
            for (int number = 1; number <= 12; number++) {
                boolean comes = false;
                int moves = 1 + random.nextInt(3);
                for (int sequence = 1; sequence <= moves; sequence++) {
                    comes = random.nextInt(3) > 0;
                    messages.add(told.registration(id, number * 40L, sequence, comes));
                }
                comers += comes ? 1 : 0;
            }
            if (year == 2025 && !cancelled) {
                held++;
                confirmed += comers;
            }
        }
    }
}
