package fi.kumppani.events.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.persistence.SeatsLife.EVENT;
import static fi.kumppani.events.registration.persistence.SeatsLife.here;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.testing.FaultyStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A storm of errors about one event that everybody wants to come to: of the commands for its
 * document three in ten are refused, and some are held up.
 */
class SeatsInAStormTests {

    private static final int SEATS = 80;
    private static final int CROWD = 12;
    private static final int MOVES_OF_EACH = 15;
    private static final int MOST_ATTEMPTS_A_MOVE = 2;
    private static final List<EventId> OTHERS =
            List.of(
                    new EventId("019a5f0e-7c00-7000-8000-00000000000a"),
                    new EventId("019a5f0e-7c00-7000-8000-00000000000b"),
                    new EventId("019a5f0e-7c00-7000-8000-00000000000c"));

    private final FaultyStore store = new FaultyStore();
    private final Storm storm = new Storm(1);
    private final Arrivals arrivals = new Arrivals();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsItsSeatsAsksSeldomAndHoldsNobodyElseUp() throws Exception {
        List<ServiceInstance> instances = List.of(instance(), instance());
        announce(instances.getFirst(), EVENT, SEATS);
        OTHERS.forEach(other -> announce(instances.getFirst(), other, SEATS));
        AtomicInteger written = new AtomicInteger();
        instances.forEach(each -> each.tamper(counting(written)));
        instances.forEach(each -> each.befall(EVENT.value(), storm));

        AtomicBoolean over = new AtomicBoolean();
        List<Integer> movesOfOthers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> others = new ArrayList<>();
            for (EventId other : OTHERS) {
                others.add(threads.submit(() -> until(over, instances.getFirst(), other)));
            }
            try {
                crowd(threads, person -> come(instances.get(person % 2), person));
            } finally {
                over.set(true);
            }
            for (Future<Integer> other : others) {
                movesOfOthers.add(other.get());
            }
        }

        instances.forEach(ServiceInstance::heal);
        ServiceInstance after = instances.getLast();
        Seating seating = here(() -> after.events().find(EVENT)).orElseThrow().seating();
        assertThat(seating.confirmed()).isEqualTo(SEATS);
        assertThat(seating.waiting()).isPositive();
        new SeatsLife("storm", new Random(1), () -> after, _ -> {}).check("after it");
        assertThat(SeatLedger.seatedAfterAll(after, SEATS)).hasSize(SEATS);
        arrivals.assertInOrder();
        assertThat(arrivals.all()).hasSize(CROWD * MOVES_OF_EACH);

        storm.assertItRaged();
        assertThat(storm.writes())
                .as("attempts")
                .isLessThan(MOST_ATTEMPTS_A_MOVE * arrivals.all().size());
        assertThat(movesOfOthers)
                .as("moves of each other event meanwhile")
                .allMatch(many -> many >= MOVES_OF_EACH);
        assertThat(written.get() - storm.writes())
                .as("attempts of the other events' moves")
                .isEqualTo(movesOfOthers.stream().mapToInt(Integer::intValue).sum());
    }

    /**
     * What deciding together and pausing are for: each for themselves and at once asks and asks.
     */
    @Test
    void wouldAskManyTimesIfEverybodyAskedAgainAtOnceAndWithoutEnd() throws Exception {
        announce(instance(), EVENT, SEATS);
        FaultyStore.Way way = store.way();
        way.befall(EVENT.value(), storm);
        MongoCollection<Document> events =
                way.database().getMongoDatabase().getCollection("events");
        int movesOfEach = 8;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            crowd(
                    threads,
                    _ -> {
                        for (int move = 0; move < movesOfEach; move++) {
                            boolean written = false;
                            while (!written) {
                                written = ServiceInstance.untilAnswered(() -> isWritten(events));
                            }
                        }
                    });
        }

        assertThat(storm.writes()).isGreaterThan(MOST_ATTEMPTS_A_MOVE * CROWD * movesOfEach);
    }

    private ServiceInstance instance() {
        return new ServiceInstance(store, new MovableClock(NOW), _ -> List.of());
    }

    private static void announce(ServiceInstance instance, EventId id, int seats) {
        Event.Published event =
                Event.Published.imported(id, evening(), RegistrationRules.seats(seats), NOW);
        var _ =
                here(
                        () ->
                                instance.events()
                                        .add(
                                                event,
                                                new Creation(id.value(), "h"),
                                                JournalEntry.of(
                                                        JournalEntry.Kind.PUBLISHED,
                                                        Actor.SYSTEM,
                                                        null)));
    }

    private static Consumer<de.bwaldvogel.mongo.bson.Document> counting(AtomicInteger written) {
        return command -> {
            if ("events".equals(command.get("update"))) {
                written.incrementAndGet();
            }
        };
    }

    private static void crowd(ExecutorService threads, Consumer<Integer> person) throws Exception {
        List<Future<?>> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            int one = i;
            crowd.add(threads.submit(() -> person.accept(one)));
        }
        for (Future<?> each : crowd) {
            each.get();
        }
    }

    /** Somebody registers many people, and gives every third seat or place up again. */
    private void come(ServiceInstance instance, int person) {
        for (int i = 0; i < MOVES_OF_EACH; i++) {
            var _ = arrivals.register(instance, EVENT, "c" + person + "-" + i);
            if (i % 3 == 0) {
                giveUp(instance, 1L + person * MOVES_OF_EACH / 3 + i / 3);
            }
        }
    }

    private static void giveUp(ServiceInstance instance, long number) {
        var _ =
                ServiceInstance.untilAnswered(
                        () ->
                                here(
                                        () ->
                                                instance.does()
                                                        .manage()
                                                        .cancel(
                                                                new RegistrationId(
                                                                        EVENT, number))));
    }

    private static int until(AtomicBoolean over, ServiceInstance instance, EventId event) {
        Arrivals others = new Arrivals();
        int moves = 0;
        while (!over.get()) {
            var _ = others.register(instance, event, "o" + moves);
            moves++;
        }
        others.assertInOrder();
        return moves;
    }

    private static boolean isWritten(MongoCollection<Document> events) {
        Document seen = Objects.requireNonNull(events.find(eq("_id", EVENT.value())).first());
        return events.updateOne(
                                and(eq("_id", EVENT.value()), eq("version", seen.get("version"))),
                                inc("version", 1L))
                        .getModifiedCount()
                == 1;
    }

    /** What comes over the commands for one document. */
    private static final class Storm implements FaultyStore.Fault {

        private static final Duration HOLD_UP = Duration.ofMillis(200);

        private final Lots reads;
        private final Lots writings;
        private final Lots holdUps;
        private int writes;
        private int refused;
        private int heldUp;

        private Storm(long seed) {
            Random random = new Random(seed);
            reads = new Lots(20, random);
            writings = new Lots(20, random);
            holdUps = new Lots(40, random);
        }

        @Override
        public FaultyStore.Fate on(String command, String collection) {
            if (!collection.equals("events")) {
                return FaultyStore.Fate.PASSES;
            }
            FaultyStore.Fate fate =
                    switch (command) {
                        case "find" -> reading();
                        case "update" -> writing();
                        default -> FaultyStore.Fate.PASSES;
                    };
            if (fate == FaultyStore.Fate.PASSES && isHeldUp()) {
                LockSupport.parkNanos(HOLD_UP.toNanos());
            }
            return fate;
        }

        /** Nobody conflicts by reading. */
        private synchronized FaultyStore.Fate reading() {
            return reads.draw() < 3 ? FaultyStore.Fate.FINDS_NO_PRIMARY : FaultyStore.Fate.PASSES;
        }

        private synchronized FaultyStore.Fate writing() {
            int lot = writings.draw();
            writes++;
            refused += lot < 6 ? 1 : 0;
            return lot < 3
                    ? FaultyStore.Fate.FINDS_NO_PRIMARY
                    : lot < 6 ? FaultyStore.Fate.MEETS_A_CONFLICT : FaultyStore.Fate.PASSES;
        }

        private synchronized boolean isHeldUp() {
            boolean now = holdUps.draw() == 0;
            heldUp += now ? 1 : 0;
            return now;
        }

        private synchronized int writes() {
            return writes;
        }

        private synchronized void assertItRaged() {
            assertThat(refused * 100 / writes).as("per cent of writes refused").isBetween(15, 45);
            assertThat(heldUp).as("held up").isPositive();
        }
    }

    /** Numbers by chance, each of which comes once before any comes again. */
    private static final class Lots {

        private final List<Integer> all;
        private final Random random;
        private final Deque<Integer> left = new ArrayDeque<>();

        private Lots(int many, Random random) {
            this.all = new ArrayList<>(IntStream.range(0, many).boxed().toList());
            this.random = random;
        }

        private int draw() {
            if (left.isEmpty()) {
                Collections.shuffle(all, random);
                left.addAll(all);
            }
            return left.remove();
        }
    }
}
