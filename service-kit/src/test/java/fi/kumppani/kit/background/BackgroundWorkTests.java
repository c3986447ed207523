package fi.kumppani.kit.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class BackgroundWorkTests {

    private final Counting work = new Counting();

    @AfterEach
    void stop() {
        work.stop();
    }

    @Test
    void worksInRoundsUntilItIsStopped() {
        work.pause = Duration.ofMillis(1);

        work.start();
        await().until(() -> work.rounds.get() > 2);
        assertThat(work.isRunning()).isTrue();
        work.stop();

        assertThat(work.isRunning()).isFalse();
        await().during(Duration.ofMillis(50)).until(work::hasNotMovedSinceLastAsked);
    }

    @Test
    void isStoppedInTheMiddleOfARest() {
        work.pause = Duration.ofDays(1);
        work.start();
        await().until(() -> work.rounds.get() == 1);

        work.stop();

        await().until(() -> !work.thread.isAlive());
    }

    @Test
    void startsAgain() {
        work.pause = Duration.ofDays(1);
        work.start();
        await().until(() -> work.rounds.get() == 1);
        work.stop();

        work.start();

        await().until(() -> work.rounds.get() == 2);
    }

    private static final class Counting extends BackgroundWork {

        private final AtomicInteger rounds = new AtomicInteger();
        private volatile Duration pause = Duration.ZERO;
        private volatile Thread thread = Thread.currentThread();
        private int seen = -1;

        private Counting() {
            super("counting");
        }

        @Override
        protected Duration work() {
            thread = Thread.currentThread();
            var _ = rounds.incrementAndGet();
            return pause;
        }

        private boolean hasNotMovedSinceLastAsked() {
            int before = seen;
            seen = rounds.get();
            return before == seen;
        }
    }
}
