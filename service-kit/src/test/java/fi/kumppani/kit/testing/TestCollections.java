package fi.kumppani.kit.testing;

import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;

/**
 * Opens collections of aggregates without a context, as another instance of the service or after a
 * crash. Nothing is published from them, as from {@link TestJournals}.
 */
public final class TestCollections {

    private TestCollections() {}

    /**
     * Collections in this database.
     *
     * @param indexes to be started when the collections are open
     */
    public static AggregateCollections in(
            MongoDatabaseFactory database, StoreIndexes indexes, Clock clock) {
        return new AggregateCollections(
                database,
                TestJournals.mapper(),
                TestJournals.entries(clock),
                TestJournals::noOrigin,
                TestJournals.idle(clock),
                indexes);
    }
}
