package fi.kumppani.kit.inbound;

import fi.kumppani.kit.store.DocumentMapper;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Opens the read models of a service. */
public final class ReadModels {

    private final MongoDatabaseFactory database;
    private final DocumentMapper mapper;
    private final ReadModelGenerations generations;

    ReadModels(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            ReadModelGenerations generations) {
        this.database = database;
        this.mapper = mapper;
        this.generations = generations;
    }

    /**
     * Opens a read model.
     *
     * @param name what its collections are called in the store, and the operator calls it
     * @param type the body of an entry: a record that maps to a document
     */
    public <B> ReadModel<B> open(String name, Class<B> type) {
        return new ReadModel<>(name, type, database, mapper, generations);
    }

    /**
     * Opens a read model of sums.
     *
     * @param name what its collections are called in the store, and the operator calls it
     */
    public Tally tally(String name) {
        return new Tally(name, database, generations);
    }
}
