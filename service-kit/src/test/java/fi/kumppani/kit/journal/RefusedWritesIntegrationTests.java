package fi.kumppani.kit.journal;

import static fi.kumppani.kit.testing.FaultyStore.Fate.IS_DISOWNED;
import static fi.kumppani.kit.testing.FaultyStore.Fate.MEETS_A_CONFLICT;
import static fi.kumppani.kit.testing.FaultyStore.Fate.PASSES;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.kit.journal.Queue.QueueDocument;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The server says no to writes, as replica sets do when they change their mind. */
class RefusedWritesIntegrationTests {

    private FaultyStore store;
    private FaultyStore.Way way;
    private Queue queue;

    @BeforeEach
    void open() {
        store = new FaultyStore();
        way = store.way();
        queue = new Queue(way.database());
        queue.open("q");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"MEETS_A_CONFLICT", "FINDS_NO_PRIMARY"})
    void decidesAgainThoughItIsRefusedOftenerThanADoubtIsBorne(FaultyStore.Fate refusal) {
        way.befall(FaultyStore.first(8, "update", "queues", refusal));

        assertThat(queue.draw("q", "a")).isEqualTo(1);

        assertThat(queue.state("q")).isEqualTo(new QueueDocument(1, 0));
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1");
    }

    @Test
    void drawsOnceWhenAPrimaryThatSteppedDownHadDoneIt() {
        way.befall(FaultyStore.first(1, "update", "queues", IS_DISOWNED));

        assertThat(queue.draw("q", "a")).isEqualTo(1);

        assertThat(queue.state("q")).isEqualTo(new QueueDocument(1, 0));
        assertThat(queue.lines("q")).containsExactly("opened 0", "drawn 1");
    }

    @Test
    void asksFewTimesHoweverLongItIsRefused() {
        for (long seed = 1; seed <= 20; seed++) {
            Storm storm = new Storm(Duration.ofMillis(100));
            Queue patient =
                    new Queue(
                            way.database(), new Pauses(new Random(seed)::nextLong, storm::passes));
            way.befall(storm);

            assertThat(patient.draw("q", "a")).isEqualTo(seed);

            assertThat(storm.asked()).as("seed " + seed).isLessThan(30);
        }
    }

    /** What the pauses are for: without them it asks till its patience ends, for nothing. */
    @Test
    void givesUpInTheMidstOfItWhenItAsksAgainAtOnce() {
        Storm storm = new Storm(Duration.ofMillis(100));
        Queue hasty = new Queue(way.database(), new Pauses(_ -> 0, storm::passes));
        way.befall(storm);

        assertThatThrownBy(() -> hasty.draw("q", "a")).isInstanceOf(ContentionException.class);

        assertThat(storm.asked()).isEqualTo(50);
        way.heal();
        assertThat(queue.state("q").last()).isZero();
    }

    /**
     * Refuses every write of a queue for a time, of which each attempt takes a millisecond and each
     * pause as long as it would last; nobody really waits.
     */
    private static final class Storm implements FaultyStore.Fault {

        private static final long AN_ATTEMPT = Duration.ofMillis(1).toNanos();

        private final AtomicLong left;
        private final AtomicInteger asked = new AtomicInteger();

        private Storm(Duration time) {
            left = new AtomicLong(time.toNanos());
        }

        @Override
        public FaultyStore.Fate on(String command, String collection) {
            if (!command.equals("update") || !collection.equals("queues")) {
                return PASSES;
            }
            asked.incrementAndGet();
            passes(AN_ATTEMPT);
            return left.get() > 0 ? MEETS_A_CONFLICT : PASSES;
        }

        private void passes(long nanos) {
            left.addAndGet(-nanos);
        }

        private int asked() {
            return asked.get();
        }
    }
}
