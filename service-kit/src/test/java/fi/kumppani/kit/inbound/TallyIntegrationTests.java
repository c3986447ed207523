package fi.kumppani.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.registry.Mandate;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.kit.inbound.Tally.Figures;
import fi.kumppani.kit.inbound.Tally.Total;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.NoMunicipalityException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@KumppaniTest(
        properties = {
            "spring.application.name=tally-test",
            "spring.cloud.function.definition=mandateMessages",
            "spring.cloud.stream.bindings.mandateMessages-in-0.destination=registry.mandate",
            "spring.cloud.stream.bindings.mandateMessages-in-0.group=tally-test",
        })
class TallyIntegrationTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("005");
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("009");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired TestMessages messages;
    @Autowired ReadModels readModels;
    @Autowired Tally mandates;
    @Autowired ReadModelRebuilds rebuilds;

    private Tally tally;

    @BeforeEach
    void openAnother() {
        tally = readModels.tally("tally-" + NAMES.incrementAndGet());
    }

    @Test
    void addsUpWhatItsRowsContribute() {
        put("node", "a", 1, 300);
        put("node", "b", 1, 50);
        assertThat(sum("node")).isEqualTo(350);
    }

    @Test
    void replacesWhatARowContributedBefore() {
        put("node", "a", 1, 300);
        put("node", "a", 2, 120);
        assertThat(sum("node")).isEqualTo(120);
        put("node", "a", 3, Figures.NONE);
        assertThat(sum("node")).isZero();
    }

    @Test
    void ignoresAnOlderContribution() {
        put("node", "a", 2, 120);
        put("node", "a", 1, 300);
        put("node", "a", 2, 999);
        assertThat(sum("node")).isEqualTo(120);
    }

    @Test
    void keepsTheNewestMomentWhicheverCameLast() {
        Instant early = Instant.parse("2026-01-01T10:00:00Z");
        Instant late = Instant.parse("2026-05-01T10:00:00Z");
        put("node", "a", 2, new Figures(Map.of(), Map.of("told", early)));
        put("node", "a", 1, new Figures(Map.of(), Map.of("told", late)));
        assertThat(totals("node").newest()).containsEntry("told", late);
    }

    @Test
    void finishesTheNodeAboveWhenTheMessageComesAgain() {
        Tenancy.runIn(HERE, () -> tally.update(nodes -> nodes.put("leaf", "a", 1, cents(300))));
        assertThat(sum("root")).as("the crash came between").isZero();
        putInTree("a", 1, 300);
        putInTree("a", 1, 300);
        assertThat(sum("root")).isEqualTo(300);
    }

    @Test
    void keepsTheNodeAboveAtTheNewestTotal() {
        Tenancy.runIn(
                HERE,
                () ->
                        tally.update(
                                nodes -> {
                                    Total one = nodes.put("leaf", "a", 1, cents(1));
                                    Total two = nodes.put("leaf", "b", 1, cents(2));
                                    var _ = nodes.put("root", "leaf", two.version(), two.figures());
                                    var _ = nodes.put("root", "leaf", one.version(), one.figures());
                                }));
        assertThat(sum("root")).isEqualTo(3);
    }

    @Test
    void losesNothingOfManyWrittenAtOnce() throws InterruptedException {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                int number = writer;
                var _ =
                        threads.submit(
                                () -> {
                                    go.await();
                                    for (int i = 0; i < 25; i++) {
                                        putInTree("row" + (number * 25 + i) % 40, number + 1, 1);
                                    }
                                    return number;
                                });
            }
            go.countDown();
        }
        assertThat(sum("leaf")).isEqualTo(40);
        assertThat(sum("root")).isEqualTo(40);
    }

    @Test
    void keepsMunicipalitiesApartAndTellsTheirTotalsBesideEachOther() {
        put("node", "a", 1, 300);
        Tenancy.runIn(ELSEWHERE, () -> tally.update(nodes -> nodes.put("node", "a", 1, cents(7))));
        assertThat(sum("node")).isEqualTo(300);
        Map<MunicipalityCode, Map<String, Figures>> both =
                tally.totals(List.of(HERE, ELSEWHERE), List.of("node", "no-such"));
        assertThat(both.get(HERE)).containsEntry("node", cents(300));
        assertThat(both.get(ELSEWHERE)).containsEntry("node", cents(7));
        assertThatExceptionOfType(NoMunicipalityException.class)
                .isThrownBy(() -> tally.update(nodes -> nodes.put("node", "a", 2, cents(1))));
    }

    @Test
    void refusesNamesThatTheStoreWouldReadAsPaths() {
        assertThatIllegalArgumentException().isThrownBy(() -> put("node", "a.b", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> put("node", "$a", 1, 1));
    }

    @Test
    void countsNothingTwiceWhenDeliveredTwiceAndInWrongOrder() {
        long before = counted();
        TestMessage granted = granted();
        TestMessage revoked = revoked(granted).sequence(2);
        TestMessage other = granted();
        messages.publish(other, revoked, granted, other, revoked);
        messages.awaitAllHandled("mandateMessages");
        assertThat(counted()).isEqualTo(before + 1);
    }

    @Test
    void rebuildsToTheSame() {
        for (int i = 0; i < 40; i++) {
            TestMessage granted = granted();
            messages.publish(granted, granted);
            if (i % 4 == 0) {
                messages.publish(revoked(granted).sequence(2), granted);
            }
        }
        messages.awaitAllHandled("mandateMessages");
        long before = counted();
        assertThat(before).isGreaterThanOrEqualTo(30);
        rebuild();
        assertThat(counted()).isEqualTo(before);
        messages.publish(granted());
        messages.awaitAllHandled("mandateMessages");
        assertThat(counted()).isEqualTo(before + 1);
    }

    private void put(String node, String row, long sequence, long cents) {
        put(node, row, sequence, cents(cents));
    }

    private void put(String node, String row, long sequence, Figures figures) {
        Tenancy.runIn(HERE, () -> tally.update(nodes -> nodes.put(node, row, sequence, figures)));
    }

    private void putInTree(String row, long sequence, long cents) {
        Tenancy.runIn(HERE, () -> putInTree(tally, row, sequence, cents(cents)));
    }

    private static void putInTree(Tally tally, String row, long sequence, Figures figures) {
        tally.update(
                nodes -> {
                    Total leaf = nodes.put("leaf", row, sequence, figures);
                    var _ = nodes.put("root", "leaf", leaf.version(), leaf.figures());
                });
    }

    private long sum(String node) {
        return totals(node).sum("cents");
    }

    private Figures totals(String node) {
        return Tenancy.callIn(HERE, () -> tally.totals(List.of(node)))
                .getOrDefault(node, Figures.NONE);
    }

    private long counted() {
        return Tenancy.callIn(HERE, () -> mandates.totals(List.of("root")))
                .getOrDefault("root", Figures.NONE)
                .sum("cents");
    }

    private void rebuild() {
        assertThat(rebuilds.start("mandate-sums"))
                .isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        await().atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                rebuilds.progress("mandate-sums").orElseThrow().state()
                                        == ReadModelRebuilds.State.DONE);
    }

    private static Figures cents(long cents) {
        return new Figures(Map.of("cents", cents), Map.of());
    }

    private static TestMessage granted() {
        return TestMessage.of(new MandateGranted(mandate(true))).in(HERE.value());
    }

    private static TestMessage revoked(TestMessage granted) {
        return TestMessage.of(new MandateRevoked(mandate(false)))
                .about(granted.subject())
                .in(HERE.value());
    }

    private static Mandate mandate(boolean valid) {
        return new Mandate("mandate", "association", "person", "grants", valid);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        Tally mandates(ReadModels readModels) {
            return readModels.tally("mandate-sums");
        }

        @Bean
        Consumer<Message<byte[]>> mandateMessages(MessageDispatchers dispatchers, Tally mandates) {
            return dispatchers
                    .create("mandateMessages")
                    .on(
                            MandateGranted.TYPE,
                            MandateGranted.class,
                            message ->
                                    putInTree(
                                            mandates,
                                            message.subject(),
                                            message.sequence(),
                                            cents(1)))
                    .on(
                            MandateRevoked.TYPE,
                            MandateRevoked.class,
                            message ->
                                    putInTree(
                                            mandates,
                                            message.subject(),
                                            message.sequence(),
                                            Figures.NONE))
                    .rebuilds(mandates)
                    .build();
        }
    }
}
