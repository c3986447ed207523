package fi.kumppani.grants;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has many do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of so many workers does. */
    @FunctionalInterface
    public interface Work<R> {

        /** Does it; workers are numbered from 0. */
        R doIt(int number) throws Exception;
    }

    /** What came of it, in the order of the workers; the first fault of any is thrown. */
    public static <R> List<R> each(int workers, Work<R> work) {
        CyclicBarrier start = new CyclicBarrier(workers);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<R>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int number = i;
                all.add(
                        () -> {
                            var _ = start.await();
                            return work.doIt(number);
                        });
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
