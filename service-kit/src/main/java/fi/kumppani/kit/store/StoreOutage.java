package fi.kumppani.kit.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Tells a store that is away from what no waiting can mend, and waits for one that is away. */
public final class StoreOutage {

    private static final Logger log = LoggerFactory.getLogger(StoreOutage.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private static final List<Class<? extends Throwable>> SIGNS =
            List.of(
                    DataAccessResourceFailureException.class,
                    MongoTimeoutException.class,
                    MongoSocketException.class,
                    MongoConnectionPoolClearedException.class,
                    MongoNotPrimaryException.class,
                    MongoNodeIsRecoveringException.class);

    private StoreOutage() {}

    /**
     * Does the work again and again while the store is away or others keep writing. For keeping
     * what has already happened in the world; the work must know its own result when it meets it.
     *
     * @throws CancellationException when the thread is interrupted while it waits
     */
    public static <T> T waitThrough(Supplier<T> work) {
        for (Duration pause = SHORTEST_PAUSE; ; pause = longer(pause)) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!isBehind(e) && !(e instanceof ContentionException)) {
                    throw e;
                }
                log.warn("The store is waited for: {}", e.getClass().getSimpleName());
            }
            LockSupport.parkNanos(pause.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Told to stop while the store was away");
            }
        }
    }

    /** Whether the store being away is the cause of the failure. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable candidate = cause;
            if (SIGNS.stream().anyMatch(sign -> sign.isInstance(candidate))) {
                return true;
            }
        }
        return false;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
