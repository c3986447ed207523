package fi.kumppani.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.Mandate;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.outbox.OutboxSettings;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.NoMunicipalityException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.KumppaniTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

@KumppaniTest(properties = "spring.application.name=store-test")
class AggregateCollectionIntegrationTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("052");

    @Autowired AggregateCollection<Tally> tallies;
    @Autowired MongoDatabaseFactory database;
    @Autowired DocumentMapper mapper;
    @Autowired OutboxEntries entries;
    @Autowired Supplier<OutboxEntries.Origin> origin;
    @Autowired TestMessages messages;
    @Autowired Ids ids;
    @Autowired Clock clock;

    @Value("${kumppani.kafka.brokers}")
    String brokers;

    @Test
    void keepsStateAndPublishesWhatItOwesInOrder() {
        String id = ids.next();

        here(() -> tallies.insert(id, null, tally(0), List.of(message(id))));
        here(
                () ->
                        tallies.change(
                                id,
                                stored ->
                                        Change.to(
                                                tally(stored.body().count() + 1),
                                                List.of(message(id), message(id)),
                                                stored)));

        await().atMost(TestMessages.PATIENCE).until(() -> published(id).size() == 3);
        assertThat(published(id)).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L, 3L);
        Stored<Tally> kept = here(() -> tallies.find(id)).orElseThrow();
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.sequence()).isEqualTo(3);
        assertThat(kept.body()).isEqualTo(tally(1));
    }

    @Test
    void forgetsWhatIsPublishedWithoutChangingTheVersion() {
        String id = ids.next();

        here(() -> tallies.insert(id, null, tally(0), List.of(message(id))));

        await().atMost(TestMessages.PATIENCE)
                .until(() -> tallies.owedBy(List.of(id)).isEmpty() && !owing().contains(id));
        assertThat(here(() -> tallies.find(id)).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void losesNoChangeWhenManyChangeAtOnce() throws ExecutionException, InterruptedException {
        String id = ids.next();
        here(() -> tallies.insert(id, null, tally(0), List.of()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> changes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                changes.add(
                        threads.submit(
                                () ->
                                        here(
                                                () ->
                                                        tallies.change(
                                                                id,
                                                                stored ->
                                                                        Change.to(
                                                                                tally(
                                                                                        stored.body()
                                                                                                        .count()
                                                                                                + 1),
                                                                                List.of(
                                                                                        message(
                                                                                                id)),
                                                                                true)))));
            }
            for (Future<?> change : changes) {
                var _ = change.get();
            }
        }

        assertThat(here(() -> tallies.find(id)).orElseThrow().body().count()).isEqualTo(40);
        await().atMost(TestMessages.PATIENCE).until(() -> distinct(published(id)).size() == 40);
        assertThat(distinct(published(id)))
                .extracting(ReceivedMessage::sequence)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void losesNoChangeWhenManyBeginAtOnce() throws ExecutionException, InterruptedException {
        String id = ids.next();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> changes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                changes.add(
                        threads.submit(() -> here(() -> countOrBegin(id, OptionalLong.empty()))));
            }
            for (Future<?> change : changes) {
                var _ = change.get();
            }
        }

        assertThat(here(() -> tallies.find(id)).orElseThrow().body().count()).isEqualTo(20);
        await().atMost(TestMessages.PATIENCE).until(() -> distinct(published(id)).size() == 20);
    }

    @Test
    void beginsOnlyForWhoKnowsThatThereIsNothing() {
        String id = ids.next();

        assertThatThrownBy(() -> here(() -> countOrBegin(id, OptionalLong.of(1))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(here(() -> tallies.find(id))).isEmpty();
        assertThat(here(() -> countOrBegin(id, OptionalLong.of(0)))).isEqualTo(1);
        assertThatThrownBy(() -> here(() -> countOrBegin(id, OptionalLong.of(0))))
                .isInstanceOf(StaleVersionException.class);
        assertThat(here(() -> countOrBegin(id, OptionalLong.of(1)))).isEqualTo(2);
    }

    @Test
    void keepsNothingThatIsToStayAsItIsNot() {
        String id = ids.next();

        String answer =
                here(
                        () ->
                                tallies.changeOrBegin(
                                        id,
                                        tally(0),
                                        OptionalLong.empty(),
                                        stored -> Change.none("version " + stored.version())));

        assertThat(answer).isEqualTo("version 0");
        assertThat(here(() -> tallies.find(id))).isEmpty();
    }

    private Integer countOrBegin(String id, OptionalLong expected) {
        return tallies.changeOrBegin(
                id,
                tally(0),
                expected,
                stored -> {
                    int next = stored.body().count() + 1;
                    return Change.to(tally(next), List.of(message(id)), next);
                });
    }

    @Test
    void refusesAStaleVersion() {
        String id = ids.next();
        here(() -> tallies.insert(id, null, tally(0), List.of()));

        assertThatThrownBy(
                        () ->
                                here(
                                        () ->
                                                tallies.change(
                                                        id,
                                                        OptionalLong.of(7),
                                                        stored ->
                                                                Change.to(
                                                                        stored.body(),
                                                                        List.of(),
                                                                        true))))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void foreseesWhatAnInsertionComesToAndKeepsNothing() {
        String key = ids.next();
        String label = ids.next();
        Tally labelled = new Tally(1, null, label);
        here(() -> tallies.insert(ids.next(), new Creation(key, "a"), labelled, List.of()));
        String id = ids.next();

        assertThat(here(() -> tallies.foresee(id, new Creation(key, "a"), tally(1))))
                .get()
                .isInstanceOf(Insertion.Repeated.class);
        assertThat(here(() -> tallies.foresee(id, new Creation(key, "b"), tally(1))))
                .get()
                .isInstanceOf(Insertion.KeyReused.class);
        assertThat(here(() -> tallies.foresee(id, new Creation(id, "a"), labelled)))
                .contains(new Insertion.Taken<>("label"));
        assertThat(here(() -> tallies.foresee(id, new Creation(id, "a"), tally(1)))).isEmpty();
        assertThat(here(() -> tallies.find(id))).isEmpty();
    }

    @Test
    void answersARepeatedCreationFromTheFirst() {
        String key = ids.next();
        String first = ids.next();

        Insertion<Tally> made =
                here(() -> tallies.insert(first, new Creation(key, "a"), tally(1), List.of()));
        Insertion<Tally> again =
                here(() -> tallies.insert(ids.next(), new Creation(key, "a"), tally(1), List.of()));
        Insertion<Tally> other =
                here(() -> tallies.insert(ids.next(), new Creation(key, "b"), tally(2), List.of()));

        assertThat(made).isInstanceOf(Insertion.Inserted.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Insertion.Repeated.class,
                        repeated -> assertThat(repeated.stored().id()).isEqualTo(first));
        assertThat(other).isInstanceOf(Insertion.KeyReused.class);
    }

    @Test
    void keepsAValueUniqueInTheDeployment() {
        String one = ids.next();
        String two = ids.next();
        here(() -> tallies.insert(one, null, new Tally(0, null, one), List.of()));
        here(() -> tallies.insert(two, null, tally(0), List.of()));

        Insertion<Tally> elsewhere =
                Tenancy.callIn(
                        ELSEWHERE,
                        () -> tallies.insert(ids.next(), null, new Tally(0, null, one), List.of()));

        assertThat(elsewhere).isEqualTo(new Insertion.Taken<>("label"));
        assertThatThrownBy(
                        () ->
                                here(
                                        () ->
                                                tallies.change(
                                                        two,
                                                        stored ->
                                                                Change.to(
                                                                        new Tally(0, null, one),
                                                                        List.of(),
                                                                        true))))
                .isInstanceOf(UniqueValueTakenException.class);
        assertThat(here(() -> tallies.findByUnique("label", one)).orElseThrow().id())
                .isEqualTo(one);
    }

    @Test
    void erasesOnlyWhatIsStillAsItWasSeen() {
        String id = ids.next();
        here(() -> tallies.insert(id, null, tally(0), List.of()));
        AtomicInteger asked = new AtomicInteger();

        boolean erased =
                here(
                        () ->
                                tallies.eraseIf(
                                        id,
                                        stored -> {
                                            if (asked.getAndIncrement() == 0) {
                                                var _ =
                                                        tallies.change(
                                                                id,
                                                                _ ->
                                                                        Change.to(
                                                                                tally(1), List.of(),
                                                                                true));
                                            }
                                            return stored.body().equals(tally(0));
                                        }));

        assertThat(erased).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(here(() -> tallies.find(id))).isPresent();
        assertThat(here(() -> tallies.eraseIf(id, _ -> true))).isTrue();
        assertThat(here(() -> tallies.eraseIf(id, _ -> true))).isFalse();
        assertThat(here(() -> tallies.find(id))).isEmpty();
    }

    @Test
    void showsNothingToAnotherMunicipality() {
        String id = ids.next();
        here(() -> tallies.insert(id, null, tally(0), List.of()));

        Tenancy.runIn(
                ELSEWHERE,
                () -> {
                    assertThat(tallies.find(id)).isEmpty();
                    assertThat(tallies.findAll(List.of(id))).isEmpty();
                    assertThat(tallies.change(id, _ -> Change.none(true))).isEmpty();
                    tallies.erase(id);
                });

        assertThat(here(() -> tallies.find(id))).isPresent();
        assertThatThrownBy(() -> tallies.find(id)).isInstanceOf(NoMunicipalityException.class);
    }

    @Test
    void publishesAfterARestartWhatACrashLeftBehind() {
        String id = ids.next();
        OutboxRelay crashed = relay();
        var written = collectionsWith(crashed).collection("left", Tally.class).open();
        here(() -> written.insert(id, null, tally(0), List.of(message(id), message(id))));

        OutboxRelay restarted = relay();
        var _ = collectionsWith(restarted).collection("left", Tally.class).open();
        restarted.start();

        await().atMost(TestMessages.PATIENCE).until(() -> published(id).size() == 2);
        restarted.stop();
    }

    @Test
    void keepsFirstOccurrencesInOrderWhenTwoRelaysWorkAtOnce() {
        String id = ids.next();
        OutboxRelay one = relay();
        OutboxRelay two = relay();
        var left = collectionsWith(one).collection("twice", Tally.class).open();
        var right = collectionsWith(two).collection("twice", Tally.class).open();
        one.start();
        two.start();

        here(() -> left.insert(id, null, tally(0), List.of(message(id))));
        for (int i = 0; i < 60; i++) {
            var turn = i % 2 == 0 ? left : right;
            here(
                    () ->
                            turn.change(
                                    id,
                                    stored ->
                                            Change.to(stored.body(), List.of(message(id)), true)));
        }

        await().atMost(TestMessages.PATIENCE).until(() -> distinct(published(id)).size() == 61);
        one.stop();
        two.stop();
        assertThat(distinct(published(id)))
                .extracting(ReceivedMessage::sequence)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void tellsTheAgeOfWhatIsNotSentYet() {
        String id = ids.next();
        OutboxRelay idle = relay();
        var waiting = collectionsWith(idle).collection("waiting", Tally.class).open();

        assertThat(idle.oldestAge()).isEmpty();
        here(() -> waiting.insert(id, null, tally(0), List.of(message(id))));

        assertThat(idle.count()).isEqualTo(1);
        assertThat(idle.oldestAge()).isPresent();
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                this::producer,
                "urn:kumppani:store-test",
                clock,
                new OutboxSettings(Duration.ofMinutes(10), 256, Duration.ofMillis(50)));
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "max.block.ms", "5000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private AggregateCollections collectionsWith(OutboxRelay relay) {
        return new AggregateCollections(
                database, mapper, entries, origin, relay, new StoreIndexes(database));
    }

    private List<String> owing() {
        return tallies.owing("", 1000);
    }

    private List<ReceivedMessage> published(String subject) {
        return messages.received(Topics.REGISTRY_MANDATE).stream()
                .filter(message -> message.subject().equals(subject))
                .toList();
    }

    private static List<ReceivedMessage> distinct(List<ReceivedMessage> received) {
        List<String> seen = new ArrayList<>();
        return received.stream()
                .filter(
                        message -> {
                            boolean isNew = !seen.contains(message.id());
                            seen.add(message.id());
                            return isNew;
                        })
                .toList();
    }

    private static Tally tally(int count) {
        return new Tally(count, LocalDate.of(2026, 12, 24), null);
    }

    private static OutboundMessage message(String id) {
        return new OutboundMessage(
                MandateGranted.TYPE,
                id,
                new MandateGranted(new Mandate(id, "association", "subject", "grants", true)));
    }

    private static <R> R here(ScopedValue.CallableOp<R, RuntimeException> work) {
        return Tenancy.callIn(HERE, work);
    }

    record Tally(int count, @Nullable LocalDate day, @Nullable String label) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestService {

        @Bean
        AggregateCollection<Tally> tallies(AggregateCollections collections) {
            return collections
                    .collection("tallies", Tally.class)
                    .unique("label", Tally::label)
                    .open();
        }
    }
}
