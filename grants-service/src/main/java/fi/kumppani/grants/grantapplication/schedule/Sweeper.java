package fi.kumppani.grants.grantapplication.schedule;

import fi.kumppani.grants.grantapplication.FinishLeftDecisions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has left decisions finished, in the background. Several instances may do so at once: finishing a
 * decision twice is finishing it once.
 */
@Component
@EnableConfigurationProperties(SweepSettings.class)
class Sweeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final FinishLeftDecisions finishLeftDecisions;
    private final SweepSettings settings;
    private volatile @Nullable CountDownLatch stopped;

    Sweeper(FinishLeftDecisions finishLeftDecisions, SweepSettings settings) {
        this.finishLeftDecisions = finishLeftDecisions;
        this.settings = settings;
    }

    @Override
    public void start() {
        CountDownLatch asked = new CountDownLatch(1);
        stopped = asked;
        var _ = Thread.ofVirtual().name("decision-sweeper").start(() -> work(asked));
    }

    @Override
    public void stop() {
        CountDownLatch asked = stopped;
        stopped = null;
        if (asked != null) {
            asked.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    private void work(CountDownLatch asked) {
        try {
            do {
                sweep();
            } while (!asked.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            finishLeftDecisions.finishAll();
        } catch (RuntimeException e) {
            log.warn("Looking for left decisions failed: {}", e.getClass().getSimpleName());
        }
    }
}
