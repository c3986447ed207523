package fi.kumppani.kit.journal;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the journals of a service and the collections of children they write. */
public final class Journals {

    private final MongoDatabaseFactory database;
    private final DocumentMapper mapper;
    private final OutboxEntries entries;
    private final Supplier<OutboxEntries.Origin> origin;
    private final OutboxRelay relay;
    private final StoreIndexes indexes;
    private final Clock clock;
    private final Ids ids;
    private final Pauses pauses;

    public Journals(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> origin,
            OutboxRelay relay,
            StoreIndexes indexes,
            Clock clock,
            Ids ids,
            Pauses pauses) {
        this.database = database;
        this.mapper = mapper;
        this.entries = entries;
        this.origin = origin;
        this.relay = relay;
        this.indexes = indexes;
        this.clock = clock;
        this.ids = ids;
        this.pauses = pauses;
    }

    /** Opens a collection of children. */
    public <C> ChildCollection<C> children(String name, Class<C> type) {
        indexes.need(
                name, Indexes.ascending(Envelope.MUNICIPALITY, Envelope.ID), new IndexOptions());
        return new ChildCollection<>(database.getMongoDatabase().getCollection(name), type, mapper);
    }

    /**
     * Opens a journal: parents in the named collection, its lines and messages in {@code
     * <name>.journal}.
     */
    public <P> Journal<P> open(String name, Class<P> type, ChildCollection<?>... children) {
        Map<String, ChildCollection<?>> byName =
                Stream.of(children)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ChildCollection::name, Function.identity()));
        var mongo = database.getMongoDatabase();
        Journal<P> journal =
                new Journal<>(
                        mongo.getCollection(name),
                        mongo.getCollection(name + ".journal"),
                        type,
                        byName,
                        mapper,
                        entries,
                        origin,
                        relay,
                        clock,
                        ids,
                        pauses);
        indexes.need(name, Indexes.ascending("creation.key"), new IndexOptions().unique(true));
        indexes.need(
                name, Indexes.ascending(Envelope.MUNICIPALITY, Envelope.ID), new IndexOptions());
        indexes.need(name, Indexes.ascending(Envelope.PENDING, Envelope.ID), new IndexOptions());
        relay.serve(journal);
        return journal;
    }
}
