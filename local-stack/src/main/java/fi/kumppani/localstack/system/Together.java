package fi.kumppani.localstack.system;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once, but never too many. */
public final class Together {

    private Together() {}

    /**
     * The results in the order of the work; fails with the first that failed.
     *
     * @param most how many at the same time
     */
    public static <T> List<T> all(int most, Collection<? extends Callable<T>> work)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(most)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
