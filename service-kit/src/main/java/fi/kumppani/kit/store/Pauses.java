package fi.kumppani.kit.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * Pauses before trying again to write what others write too: by chance, so that those who met part,
 * and longer the more often one has tried, so that a store in trouble is not asked all the time.
 */
public final class Pauses {

    /** Pauses as they are in earnest. */
    public static final Pauses BY_CHANCE =
            new Pauses(
                    bound -> ThreadLocalRandom.current().nextLong(bound), LockSupport::parkNanos);

    private static final long SHORTEST_BOUND = 500_000;
    private static final int MOST_DOUBLINGS = 6;

    private final LongUnaryOperator chance;
    private final LongConsumer rest;

    /**
     * @param chance gives any number from 0 to below its argument
     * @param rest waits for so many nanoseconds
     */
    public Pauses(LongUnaryOperator chance, LongConsumer rest) {
        this.chance = chance;
        this.rest = rest;
    }

    /**
     * Pauses after an attempt that came to nothing: at most 0.5 ms after the first, and twice as
     * long each time, up to 32 ms.
     *
     * @param before how many attempts there were before it, from 0
     */
    public void after(int before) {
        rest.accept(chance.applyAsLong(SHORTEST_BOUND << Math.min(before, MOST_DOUBLINGS)));
    }
}
