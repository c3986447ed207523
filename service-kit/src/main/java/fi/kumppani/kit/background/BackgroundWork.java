package fi.kumppani.kit.background;

import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work in rounds on a virtual thread of its own, from when the service has started until it stops.
 * Every instance of a service does it; what two do at once must be the same as done once.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private final String name;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean running;

    /**
     * @param name of the thread
     */
    protected BackgroundWork(String name) {
        this.name = name;
    }

    /**
     * Does one round. Must not throw: there is nobody to tell, and no round would follow.
     *
     * @return how long to rest before the next
     */
    protected abstract Duration work();

    /** Whether a round that is long should end at the next good place. */
    protected final boolean isStopping() {
        return stop.getCount() == 0;
    }

    @Override
    public final void start() {
        CountDownLatch asked = new CountDownLatch(1);
        stop = asked;
        running = true;
        var _ = Thread.ofVirtual().name(name).start(() -> run(asked));
    }

    @Override
    public final void stop() {
        running = false;
        stop.countDown();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void run(CountDownLatch asked) {
        try {
            boolean stopped;
            do {
                Duration pause = work();
                stopped = asked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            } while (!stopped);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
