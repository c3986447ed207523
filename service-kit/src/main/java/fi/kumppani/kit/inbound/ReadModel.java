package fi.kumppani.kit.inbound;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What a service keeps of what others told it, one entry for each of their aggregates.
 *
 * <p>An entry is guarded by the sequence of the message it came from: the same message again, or an
 * older one after a newer one, changes nothing. Entries belong to the municipality of their message
 * and are found only in work for it, except by the methods that say {@code InAnyMunicipality},
 * which are for public facts.
 *
 * @param <B> the body of an entry
 */
public final class ReadModel<B> implements Rebuildable {

    /**
     * An entry.
     *
     * @param id the subject of its message
     * @param municipality where it belongs
     * @param sequence the number of the message it came from
     * @param body what is kept
     * @param <B> the type of the body
     */
    public record Entry<B>(String id, MunicipalityCode municipality, long sequence, B body) {}

    private static final String REMOVED = "removed";

    private final String name;
    private final Class<B> type;
    private final MongoDatabaseFactory database;
    private final DocumentMapper mapper;
    private final ReadModelGenerations generations;

    ReadModel(
            String name,
            Class<B> type,
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            ReadModelGenerations generations) {
        this.name = name;
        this.type = type;
        this.database = database;
        this.mapper = mapper;
        this.generations = generations;
    }

    @Override
    public String name() {
        return name;
    }

    /** Keeps what the message tells about its subject, unless something newer is known. */
    public void put(InboundMessage<?> message, B body) {
        put(message.subject(), message.sequence(), body);
    }

    /** Keeps the body under the id, unless one with this sequence or a newer one is known. */
    public void put(String id, long sequence, B body) {
        write(
                id,
                sequence,
                Updates.combine(
                        Updates.set(Envelope.SEQUENCE, sequence),
                        Updates.set(Envelope.BODY, mapper.write(body)),
                        Updates.set(REMOVED, false)));
    }

    /** Forgets the message's subject, unless something newer is known; older news stay out. */
    public void remove(InboundMessage<?> message) {
        remove(message.subject(), message.sequence());
    }

    /** Forgets the entry, unless one with this sequence or a newer one is known. */
    public void remove(String id, long sequence) {
        write(
                id,
                sequence,
                Updates.combine(
                        Updates.set(Envelope.SEQUENCE, sequence),
                        Updates.unset(Envelope.BODY),
                        Updates.set(REMOVED, true)));
    }

    /** The entry of the current municipality with this id. */
    public Optional<B> find(String id) {
        return first(Filters.and(Filters.eq(Envelope.ID, id), here())).map(Entry::body);
    }

    /** The entries of the current municipality among these ids, by id, in the order of the ids. */
    public Map<String, B> findAll(Collection<String> ids) {
        var found = new LinkedHashMap<String, B>();
        inOrder(ids, Filters.and(Filters.in(Envelope.ID, ids), here()))
                .forEach((id, entry) -> found.put(id, entry.body()));
        return found;
    }

    /** Walks through all entries of the current municipality: never for something hot. */
    public void forEach(Consumer<Entry<B>> visitor) {
        each(here(), visitor);
    }

    /** The entry with this id, wherever it belongs; for public facts only. */
    public Optional<Entry<B>> findInAnyMunicipality(String id) {
        return first(Filters.eq(Envelope.ID, id));
    }

    /**
     * The entries among these ids, by id, in the order of the ids, wherever they belong; for public
     * facts only.
     */
    public Map<String, Entry<B>> findAllInAnyMunicipality(Collection<String> ids) {
        return inOrder(ids, Filters.in(Envelope.ID, ids));
    }

    /**
     * The entries whose ids begin so, in the order of their ids, wherever they belong; for public
     * facts only.
     *
     * @param beginning not empty
     * @param limit the most to give
     */
    public List<Entry<B>> findBeginningInAnyMunicipality(String beginning, int limit) {
        if (beginning.isEmpty()) {
            throw new IllegalArgumentException("Every id begins so");
        }
        var found = new ArrayList<Entry<B>>();
        readable()
                .find(
                        Filters.and(
                                Filters.gte(Envelope.ID, beginning),
                                Filters.lt(Envelope.ID, beginning + Character.MAX_VALUE),
                                Filters.ne(REMOVED, true)))
                .sort(Sorts.ascending(Envelope.ID))
                .limit(limit)
                .forEach(
                        document -> {
                            Entry<B> entry = entry(document);
                            if (entry != null) {
                                found.add(entry);
                            }
                        });
        return found;
    }

    /** Walks through all entries of all municipalities: never for something hot. */
    public void forEachInAnyMunicipality(Consumer<Entry<B>> visitor) {
        each(Filters.empty(), visitor);
    }

    private void write(String id, long sequence, Bson update) {
        OptionalInt generation = generations.writable(name);
        if (generation.isEmpty()) {
            return;
        }
        MongoCollection<Document> collection = collection(generation.getAsInt());
        Bson olderEntry =
                Filters.and(
                        Filters.eq(Envelope.ID, id),
                        here(),
                        Filters.lt(Envelope.SEQUENCE, sequence));
        try {
            var _ = collection.updateOne(olderEntry, update, new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!Envelope.isDuplicate(e)) {
                throw e;
            }
            // There is an entry: as new as this one, or just created by somebody else and older.
            var _ = collection.updateOne(olderEntry, update);
        }
    }

    private Optional<Entry<B>> first(Bson filter) {
        return Optional.ofNullable(readable().find(filter).first())
                .map(this::entry)
                .flatMap(Optional::ofNullable);
    }

    private Map<String, Entry<B>> inOrder(Collection<String> ids, Bson filter) {
        var found = new LinkedHashMap<String, Entry<B>>();
        if (ids.isEmpty()) {
            return found;
        }
        each(filter, entry -> found.put(entry.id(), entry));
        var ordered = new LinkedHashMap<String, Entry<B>>();
        for (String id : ids) {
            Entry<B> entry = found.get(id);
            if (entry != null) {
                ordered.put(id, entry);
            }
        }
        return ordered;
    }

    private void each(Bson filter, Consumer<Entry<B>> visitor) {
        MongoIterable<Document> documents = readable().find(filter);
        documents.forEach(
                document -> {
                    Entry<B> entry = entry(document);
                    if (entry != null) {
                        visitor.accept(entry);
                    }
                });
    }

    private @Nullable Entry<B> entry(Document document) {
        Document body = document.get(Envelope.BODY, Document.class);
        return body == null
                ? null
                : new Entry<>(
                        document.getString(Envelope.ID),
                        new MunicipalityCode(document.getString(Envelope.MUNICIPALITY)),
                        document.getLong(Envelope.SEQUENCE),
                        mapper.read(type, body));
    }

    private MongoCollection<Document> readable() {
        return collection(generations.readable(name));
    }

    private MongoCollection<Document> collection(int generation) {
        return database.getMongoDatabase()
                .getCollection(ReadModelGenerations.collection(name, generation));
    }

    private static Bson here() {
        return Filters.eq(Envelope.MUNICIPALITY, Tenancy.current().value());
    }
}
