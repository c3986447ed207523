package fi.kumppani.kit.inbound;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

import java.util.List;

/** Tells a store that is away from a message that cannot be handled. */
final class StoreOutage {

    private static final List<Class<? extends Throwable>> SIGNS =
            List.of(
                    DataAccessResourceFailureException.class,
                    MongoTimeoutException.class,
                    MongoSocketException.class,
                    MongoConnectionPoolClearedException.class,
                    MongoNotPrimaryException.class,
                    MongoNodeIsRecoveringException.class);

    private StoreOutage() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable candidate = cause;
            if (SIGNS.stream().anyMatch(sign -> sign.isInstance(candidate))) {
                return true;
            }
        }
        return false;
    }
}
