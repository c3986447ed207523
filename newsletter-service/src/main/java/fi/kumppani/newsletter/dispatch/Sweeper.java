package fi.kumppani.newsletter.dispatch;

import fi.kumppani.kit.background.BackgroundWork;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Looks through the store for work that nobody woke us for: at the start, and rarely after. */
public final class Sweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int PAGE = 500;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private final String name;
    private final Finder finder;
    private final WorkQueue queue;
    private final Duration every;
    private final Clock clock;

    private Sweeper(String name, Finder finder, WorkQueue queue, Duration every, Clock clock) {
        super("sweeper-of-" + name);
        this.name = name;
        this.finder = finder;
        this.queue = queue;
        this.every = every;
        this.clock = clock;
    }

    /** Finds what is not finished, in the order of the ids. */
    @FunctionalInterface
    public interface Finder {

        /**
         * A page of it.
         *
         * @param after the id to begin behind; empty for the beginning
         * @param limit the most to give
         */
        List<Work> find(String after, int limit);
    }

    /**
     * Begins to sweep.
     *
     * @param name what is looked for
     * @param queue where it is put
     */
    public static Sweeper start(
            String name, Finder finder, WorkQueue queue, Duration every, Clock clock) {
        Sweeper sweeper = new Sweeper(name, finder, queue, every, clock);
        sweeper.start();
        return sweeper;
    }

    @Override
    protected Duration work() {
        return lookThrough() ? every : AFTER_A_FAULT;
    }

    private boolean lookThrough() {
        try {
            String after = "";
            List<Work> found;
            do {
                found = finder.find(after, PAGE);
                for (Work work : found) {
                    if (!queue.add(work, clock.instant())) {
                        return true;
                    }
                    after = work.id();
                }
            } while (found.size() == PAGE && !isStopping());
            return true;
        } catch (RuntimeException e) {
            log.warn("Looking for unfinished {} failed: {}", name, e.getClass().getSimpleName());
            return false;
        }
    }
}
