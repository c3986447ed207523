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
 * Thousands of moves on a store that carries out one command in fifty and does not answer it: the
 * service cannot know what became of it, nor can whoever asked, and asks again.
 */
class SeatsWithoutAnswersTests {

    private static final int LIVES = 3;
    private static final int MOVES = 700;
    private static final int MOVES_BETWEEN_CHECKS = 100;
    private static final int ONE_COMMAND_IN = 50;

    @Test
    void registersNobodyTwiceAndLosesNoSeat() {
        for (long seed = 1; seed <= ServiceInstance.lives(LIVES); seed++) {
            lead(seed, _ -> {});
        }
    }

    /** What remembering requests and mailboxes is for: without it to ask again is to ask anew. */
    @Test
    void registersTwiceWhenItForgetsWhatItWasAsked() {
        Consumer<Document> forgetting =
                FaultyStore.hidingWhatIsInsertedInto("registrations.requests")
                        .andThen(FaultyStore.hidingWhatIsInsertedInto("registrations.claims"));

        assertThatThrownBy(() -> lead(1, forgetting))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the same answer");
    }

    private static void lead(long seed, Consumer<Document> tampering) {
        try (FaultyStore store = new FaultyStore()) {
            MovableClock clock = new MovableClock(NOW);
            ServiceInstance instance = new ServiceInstance(store, clock, _ -> List.of());
            instance.tamper(tampering);
            SeatsLife seats =
                    new SeatsLife("seed " + seed, new Random(seed), () -> instance, clock::pass);
            seats.begin();
            FaultyStore.Fault fault = FaultyStore.unansweredByChance(seed, ONE_COMMAND_IN);
            for (int move = 1; move <= MOVES; move++) {
                instance.befall(fault);
                Runnable next = seats.move();
                var _ =
                        ServiceInstance.untilAnswered(
                                () -> {
                                    Tenancy.runIn(HERE, next);
                                    return true;
                                });
                if (move % MOVES_BETWEEN_CHECKS == 0) {
                    instance.heal();
                    seats.check("move " + move);
                }
            }
            seats.settle();
        }
    }
}
