package fi.kumppani.kit.store;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.IndexOptions;

import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The indexes the collections of a service need, made before it takes its first request. A service
 * waits for its store for some server selection timeouts and then does not start: without its
 * unique indexes it could not keep its promises.
 */
public final class StoreIndexes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoreIndexes.class);
    private static final int MOST_ATTEMPTS = 20;

    private final MongoDatabaseFactory database;
    private final List<Needed> needed = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    public StoreIndexes(MongoDatabaseFactory database) {
        this.database = database;
    }

    /** Declares an index. */
    public void need(String collection, Bson keys, IndexOptions options) {
        needed.add(new Needed(collection, keys, options));
    }

    @Override
    public void start() {
        for (int attempt = 1; !running; attempt++) {
            try {
                needed.forEach(this::make);
                running = true;
            } catch (MongoTimeoutException | MongoSocketException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                log.warn("The document store does not answer yet; attempt {}", attempt);
            }
        }
    }

    private void make(Needed index) {
        var _ =
                database.getMongoDatabase()
                        .getCollection(index.collection())
                        .createIndex(index.keys(), index.options());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before everything else that has a phase. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private record Needed(String collection, Bson keys, IndexOptions options) {}
}
