package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.registration.persistence.SeatsLife.HERE;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;

import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Random lives of events on a store that breaks: the instance dies after some store write in the
 * middle of a move, or the answer of a write is lost; another instance goes on, and the one who
 * asked asks again. Whatever comes in between, the promises hold. A failure names its seed.
 */
class SeatsUnderFaultsTests {

    private static final int LIVES = 25;
    private static final int MOVES = 60;
    private static final int LIVES_THAT_FIND_A_FAULT = 10;

    @Test
    void keepsEveryPromiseInWhateverOrderThingsHappenAndBreak() {
        lead(ServiceInstance.lives(LIVES), _ -> {});
    }

    /** What writing it with the event is for: written apart, a death in between loses it. */
    @Test
    void breaksItsPromisesWhenRegistrationsAreNotKeptInTheWriteThatGivesTheSeat() {
        assertThatThrownBy(
                        () ->
                                lead(
                                        LIVES_THAT_FIND_A_FAULT,
                                        FaultyStore.setting("events", "journal.steps", null)))
                .isInstanceOf(AssertionError.class);
    }

    private static void lead(int lives, Consumer<Document> tampering) {
        for (long seed = 1; seed <= lives; seed++) {
            try (FaultyStore store = new FaultyStore()) {
                new Life(seed, store, tampering).go();
            }
        }
    }

    private static final class Life {

        private final Random random;
        private final FaultyStore store;
        private final Consumer<Document> tampering;
        private final MovableClock clock = new MovableClock(NOW);
        private final SeatsLife seats;
        private ServiceInstance instance;

        private Life(long seed, FaultyStore store, Consumer<Document> tampering) {
            this.random = new Random(seed);
            this.store = store;
            this.tampering = tampering;
            this.instance = next();
            this.seats = new SeatsLife("seed " + seed, random, () -> instance, clock::pass);
        }

        private ServiceInstance next() {
            ServiceInstance next = new ServiceInstance(store, clock, _ -> List.of());
            next.tamper(tampering);
            return next;
        }

        private void go() {
            seats.begin();
            for (int move = 0; move < MOVES; move++) {
                Runnable next = seats.move();
                switch (random.nextInt(4)) {
                    case 0 -> dieIn(next);
                    case 1 -> loseAnAnswerIn(next);
                    default -> Tenancy.runIn(HERE, next);
                }
                seats.check("move " + move);
            }
            seats.settle();
        }

        /** The process ends after some more writes; another takes over, and is asked again. */
        private void dieIn(Runnable move) {
            int writes = random.nextInt(4);
            Tenancy.runIn(HERE, () -> instance.during(FaultyStore.afterWrites(writes), move));
            instance = next();
            Tenancy.runIn(HERE, move);
        }

        /** A write is done but not answered; the same instance sees to it. */
        private void loseAnAnswerIn(Runnable move) {
            int nth = random.nextInt(3);
            Tenancy.runIn(
                    HERE, () -> instance.during(FaultyStore.unansweredAfterWrites(nth), move));
            instance.heal();
            Tenancy.runIn(HERE, move);
        }
    }
}
