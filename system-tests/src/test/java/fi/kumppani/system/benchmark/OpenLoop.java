package fi.kumppani.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets people come at a steady rate, whether or not those before are answered. */
final class OpenLoop {

    private OpenLoop() {}

    /**
     * What one of them does.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Arrival<T> {

        /**
         * Comes.
         *
         * @param who from 0
         * @param meant when they were to come, in ns
         */
        T come(int who, long meant) throws Exception;
    }

    /** What came of it for each of them, in the order they came. */
    static <T> List<T> of(int perSecond, int people, Arrival<T> arrival)
            throws InterruptedException, ExecutionException {
        List<Future<T>> under = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (int i = 0; i < people; i++) {
                int who = i;
                long meant = begin + who * TimeUnit.SECONDS.toNanos(1) / perSecond;
                LockSupport.parkNanos(meant - System.nanoTime());
                under.add(each.submit(() -> arrival.come(who, meant)));
            }
        }
        List<T> came = new ArrayList<>();
        for (Future<T> one : under) {
            came.add(one.get());
        }
        return came;
    }
}
