package fi.kumppani.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens the collections a service keeps its aggregates in. */
public final class AggregateCollections {

    private final MongoDatabaseFactory database;
    private final DocumentMapper mapper;
    private final OutboxEntries entries;
    private final Supplier<OutboxEntries.Origin> origin;
    private final OutboxRelay relay;
    private final StoreIndexes indexes;

    public AggregateCollections(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> origin,
            OutboxRelay relay,
            StoreIndexes indexes) {
        this.database = database;
        this.mapper = mapper;
        this.entries = entries;
        this.origin = origin;
        this.relay = relay;
        this.indexes = indexes;
    }

    /** Begins to describe a collection of aggregates. */
    public <B> Opening<B> collection(String name, Class<B> type) {
        return new Opening<>(name, type);
    }

    /**
     * A collection being described.
     *
     * @param <B> the service's document type
     */
    public final class Opening<B> {

        private final String name;
        private final Class<B> type;
        private final Map<String, Function<B, @Nullable String>> uniqueValues =
                new LinkedHashMap<>();
        private @Nullable Function<B, String> state;

        private Opening(String name, Class<B> type) {
            this.name = name;
            this.type = type;
        }

        /**
         * A value no two aggregates of the deployment may share; those without one are not
         * compared.
         *
         * @param key what the value is called in {@link Insertion.Taken}
         */
        public Opening<B> unique(String key, Function<B, @Nullable String> value) {
            uniqueValues.put(key, value);
            return this;
        }

        /**
         * A short word for where each aggregate stands in its life, so that a job can find those it
         * has to work on and a view can count them.
         */
        public Opening<B> state(Function<B, String> word) {
            state = word;
            return this;
        }

        /** Opens the collection and lets the relay publish what its aggregates owe. */
        public AggregateCollection<B> open() {
            MongoCollection<Document> collection = database.getMongoDatabase().getCollection(name);
            var opened =
                    new AggregateCollection<>(
                            collection,
                            type,
                            Map.copyOf(uniqueValues),
                            state,
                            mapper,
                            entries,
                            origin,
                            relay);
            opened.uniqueFields()
                    .forEach(
                            field ->
                                    indexes.need(
                                            name,
                                            Indexes.ascending(field),
                                            new IndexOptions().unique(true)));
            indexes.need(
                    name,
                    Indexes.ascending(Envelope.MUNICIPALITY, Envelope.ID),
                    new IndexOptions());
            indexes.need(
                    name, Indexes.ascending(Envelope.PENDING, Envelope.ID), new IndexOptions());
            if (state != null) {
                indexes.need(
                        name,
                        Indexes.ascending(Envelope.MUNICIPALITY, Envelope.STATE, Envelope.ID),
                        new IndexOptions());
                indexes.need(
                        name, Indexes.ascending(Envelope.STATE, Envelope.ID), new IndexOptions());
            }
            relay.serve(opened);
            return opened;
        }
    }
}
