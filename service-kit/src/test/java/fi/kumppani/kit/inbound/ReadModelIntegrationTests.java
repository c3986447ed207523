package fi.kumppani.kit.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.registry.Mandate;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.NoMunicipalityException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

@KumppaniTest(
        properties = {
            "spring.application.name=read-model-test",
            "spring.cloud.function.definition=mandateMessages",
            "spring.cloud.stream.bindings.mandateMessages-in-0.destination=registry.mandate",
            "spring.cloud.stream.bindings.mandateMessages-in-0.group=read-model-test",
        })
class ReadModelIntegrationTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("179");
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("743");

    /** Slower than the model is fed, on any machine: a producer that never pauses outruns it. */
    private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(20);

    @Autowired TestMessages messages;
    @Autowired ReadModels readModels;
    @Autowired ReadModel<MandateView> mandates;
    @Autowired ReadModelRebuilds rebuilds;
    @Autowired AtomicInteger effects;

    @Test
    void keepsWhatAMessageTells() {
        TestMessage granted = granted("m1", "events");
        messages.publish(granted);
        messages.awaitAllHandled("mandateMessages");
        assertThat(inside(HERE, granted.subject())).contains(new MandateView("m1", "events"));
    }

    @Test
    void changesNothingWhenDeliveredTwice() {
        TestMessage granted = granted("m2", "events");
        messages.publish(granted, granted);
        messages.awaitAllHandled("mandateMessages");
        assertThat(inside(HERE, granted.subject())).contains(new MandateView("m2", "events"));
    }

    @Test
    void findsSideBySideWhatBeginsTheSame() {
        ReadModel<MandateView> byBeginning = readModels.open("by-beginning", MandateView.class);
        var view = new MandateView("m9", "grants");
        Tenancy.runIn(
                HERE,
                () -> {
                    byBeginning.put("eeva/b", 1, view);
                    byBeginning.put("eeva-maija/a", 1, view);
                    byBeginning.put("eeva/gone", 1, view);
                    byBeginning.remove("eeva/gone", 2);
                });
        Tenancy.runIn(ELSEWHERE, () -> byBeginning.put("eeva/a", 1, view));

        assertThat(byBeginning.findBeginningInAnyMunicipality("eeva/", 10))
                .extracting(ReadModel.Entry::id)
                .containsExactly("eeva/a", "eeva/b");
        assertThat(byBeginning.findBeginningInAnyMunicipality("eeva/", 1)).hasSize(1);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> byBeginning.findBeginningInAnyMunicipality("", 10));
    }

    @Test
    void ignoresAnOlderMessageAfterANewerOne() {
        TestMessage newer = granted("m3", "grants").sequence(5);
        messages.publish(newer, granted("m3", "events").about(newer.subject()).sequence(4));
        messages.awaitAllHandled("mandateMessages");
        assertThat(inside(HERE, newer.subject())).contains(new MandateView("m3", "grants"));
    }

    @Test
    void keepsAnOlderMessageOutAfterARemoval() {
        TestMessage granted = granted("m4", "events").sequence(1);
        messages.publish(
                granted,
                TestMessage.of(new MandateRevoked(mandate("m4", "events")))
                        .about(granted.subject())
                        .sequence(2),
                granted);
        messages.awaitAllHandled("mandateMessages");
        assertThat(inside(HERE, granted.subject())).isEmpty();
    }

    @Test
    void findsNothingOfAnotherMunicipality() {
        var model = readModels.open("tenancy", MandateView.class);
        Tenancy.runIn(HERE, () -> model.put("a", 1, new MandateView("here", "events")));
        assertThat(Tenancy.callIn(ELSEWHERE, () -> model.find("a"))).isEmpty();
        assertThat(Tenancy.callIn(ELSEWHERE, () -> model.findAll(List.of("a")))).isEmpty();
        Tenancy.runIn(ELSEWHERE, () -> model.put("a", 9, new MandateView("forged", "events")));
        assertThat(Tenancy.callIn(HERE, () -> model.find("a")))
                .contains(new MandateView("here", "events"));
        assertThat(model.findInAnyMunicipality("a")).isPresent();
        assertThatExceptionOfType(NoMunicipalityException.class).isThrownBy(() -> model.find("a"));
        assertThatExceptionOfType(NoMunicipalityException.class)
                .isThrownBy(() -> model.put("a", 2, new MandateView("x", "y")));
    }

    @Test
    void keepsTheNewestOfManyWrittenAtOnce() throws InterruptedException {
        var model = readModels.open("race", MandateView.class);
        for (int round = 0; round < 20; round++) {
            String id = "race-" + round;
            var go = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int sequence = 1; sequence <= 8; sequence++) {
                    int number = sequence;
                    var _ =
                            threads.submit(
                                    () -> {
                                        go.await();
                                        Tenancy.runIn(
                                                HERE,
                                                () ->
                                                        model.put(
                                                                id,
                                                                number,
                                                                new MandateView("" + number, "x")));
                                        return number;
                                    });
                }
                go.countDown();
            }
            assertThat(Tenancy.callIn(HERE, () -> model.find(id)))
                    .contains(new MandateView("8", "x"));
        }
    }

    @Test
    void rebuildsToTheSameWhileReadersSeeAllOfIt() {
        List<TestMessage> sent =
                IntStream.range(0, 60).mapToObj(i -> granted("r" + i, "events")).toList();
        sent.forEach(messages::publish);
        messages.publish(sent.getFirst().body("{broken").sequence(7));
        messages.awaitAllHandled("mandateMessages");
        Map<String, MandateView> before = everything();
        int effectsBefore = effects.get();
        List<String> ids = sent.stream().map(TestMessage::subject).toList();
        var seenLess = new AtomicBoolean();
        var rebuilt = new AtomicBoolean();
        Thread reader =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (!rebuilt.get()) {
                                        if (mandates.findAllInAnyMunicipality(ids).size() < 60) {
                                            seenLess.set(true);
                                        }
                                    }
                                });

        TestMessage late = granted("late", "grants");
        try {
            rebuild();
            messages.publish(late);
            messages.awaitAllHandled("mandateMessages");
            rebuild();
        } finally {
            rebuilt.set(true);
        }
        await().until(() -> !reader.isAlive());

        assertThat(seenLess).isFalse();
        Map<String, MandateView> after = everything();
        assertThat(after).containsAllEntriesOf(before).containsKey(late.subject());
        assertThat(effects).as("only the late message had its effect").hasValue(effectsBefore + 1);
    }

    @Test
    void losesNothingThatComesDuringARebuild() {
        assertThat(rebuilds.start("mandates")).isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        var sent = new ArrayList<String>();
        while (rebuilds.progress("mandates").orElseThrow().state()
                == ReadModelRebuilds.State.RUNNING) {
            TestMessage message = granted("d" + sent.size(), "events");
            messages.publish(message);
            sent.add(message.subject());
            LockSupport.parkNanos(BETWEEN_MESSAGES.toNanos());
        }
        messages.awaitAllHandled("mandateMessages");
        assertThat(mandates.findAllInAnyMunicipality(sent)).hasSize(sent.size());
    }

    @Test
    void refusesASecondRebuildAtOnce() {
        assertThat(rebuilds.start("mandates")).isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        assertThat(rebuilds.start("mandates"))
                .isInstanceOf(ReadModelRebuilds.Start.AlreadyUnderWay.class);
        awaitRebuilt();
        assertThat(rebuilds.start("no-such")).isInstanceOf(ReadModelRebuilds.Start.Unknown.class);
    }

    private void rebuild() {
        assertThat(rebuilds.start("mandates")).isInstanceOf(ReadModelRebuilds.Start.Begun.class);
        awaitRebuilt();
    }

    private void awaitRebuilt() {
        await().atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                rebuilds.progress("mandates").orElseThrow().state()
                                        == ReadModelRebuilds.State.DONE);
    }

    private Map<String, MandateView> everything() {
        var all = new TreeMap<String, MandateView>();
        mandates.forEachInAnyMunicipality(entry -> all.put(entry.id(), entry.body()));
        return all;
    }

    private Optional<MandateView> inside(MunicipalityCode municipality, String id) {
        return Tenancy.callIn(municipality, () -> mandates.find(id));
    }

    private static TestMessage granted(String id, String module) {
        return TestMessage.of(new MandateGranted(mandate(id, module)));
    }

    private static Mandate mandate(String id, String module) {
        return new Mandate(id, "association", "person", module, true);
    }

    record MandateView(String id, String module) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        AtomicInteger effects() {
            return new AtomicInteger();
        }

        @Bean
        ReadModel<MandateView> mandates(ReadModels readModels) {
            return readModels.open("mandates", MandateView.class);
        }

        @Bean
        Consumer<Message<byte[]>> mandateMessages(
                MessageDispatchers dispatchers,
                ReadModel<MandateView> mandates,
                AtomicInteger effects) {
            return dispatchers
                    .create("mandateMessages")
                    .on(
                            MandateGranted.TYPE,
                            MandateGranted.class,
                            message -> mandates.put(message, view(message.data().mandate())))
                    .on(MandateRevoked.TYPE, MandateRevoked.class, mandates::remove)
                    .effect(
                            MandateGranted.TYPE,
                            MandateGranted.class,
                            _ -> effects.incrementAndGet())
                    .rebuilds(mandates)
                    .build();
        }

        private static MandateView view(Mandate mandate) {
            return new MandateView(mandate.id(), mandate.module());
        }
    }
}
