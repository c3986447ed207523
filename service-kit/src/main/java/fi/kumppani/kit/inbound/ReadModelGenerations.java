package fi.kumppani.kit.inbound;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.Envelope;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which collection is the current one of each read model.
 *
 * <p>A read model lives in {@code <name>.<generation>}, and one pointer document names the
 * generation. Whoever rebuilds fills the next one and then moves the pointer.
 */
final class ReadModelGenerations {

    /** For how long an instance may still use the generation before. */
    static final Duration POINTER_AGE = Duration.ofSeconds(1);

    private static final String POINTERS = "read_models";
    private static final String CURRENT = "generation";
    private static final String LAST = "last";
    private static final String OWNER = "owner";
    private static final String LEASED_UNTIL = "leasedUntil";
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final ScopedValue<Map<String, Integer>> REBUILDING = ScopedValue.newInstance();

    private final MongoDatabaseFactory database;
    private final Clock clock;
    private final Map<String, Pointer> pointers = new ConcurrentHashMap<>();

    private record Pointer(int generation, long readAt) {}

    ReadModelGenerations(MongoDatabaseFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static String collection(String name, int generation) {
        return name + "." + generation;
    }

    /** Runs the work of a rebuild: only these generations can be written in it. */
    static void runRebuilding(String name, int generation, Runnable work) {
        ScopedValue.where(REBUILDING, Map.of(name, generation)).run(work);
    }

    /** The generation to read. */
    int readable(String name) {
        Integer rebuilding = REBUILDING.isBound() ? REBUILDING.get().get(name) : null;
        return rebuilding == null ? current(name) : rebuilding;
    }

    /** The generation to write; none while another read model is being rebuilt. */
    OptionalInt writable(String name) {
        if (!REBUILDING.isBound()) {
            return OptionalInt.of(current(name));
        }
        Integer rebuilding = REBUILDING.get().get(name);
        return rebuilding == null ? OptionalInt.empty() : OptionalInt.of(rebuilding);
    }

    /**
     * Reserves the next generation for a rebuild and clears what an unfinished one left there;
     * empty while another rebuild is under way.
     */
    Optional<Integer> reserve(String name, String owner) {
        var _ = current(name);
        Instant now = clock.instant();
        Document pointer =
                pointers()
                        .findOneAndUpdate(
                                Filters.and(
                                        Filters.eq(Envelope.ID, name),
                                        Filters.lte(LEASED_UNTIL, now)),
                                Updates.combine(
                                        Updates.set(OWNER, owner),
                                        Updates.set(LEASED_UNTIL, now.plus(LEASE)),
                                        Updates.inc(LAST, 1)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (pointer == null) {
            return Optional.empty();
        }
        dropAllBut(name, pointer.getInteger(CURRENT));
        int next = pointer.getInteger(LAST);
        prepare(name, next);
        return Optional.of(next);
    }

    /** Keeps the reservation. False when it was lost. */
    boolean renew(String name, String owner) {
        return updateOwned(name, owner, Updates.set(LEASED_UNTIL, clock.instant().plus(LEASE)));
    }

    /** Makes the generation the current one. False when the reservation was lost. */
    boolean swap(String name, String owner, int generation) {
        boolean swapped = updateOwned(name, owner, Updates.set(CURRENT, generation));
        pointers.remove(name);
        return swapped;
    }

    /** Ends the rebuild, done or not. */
    void release(String name, String owner) {
        var _ = updateOwned(name, owner, Updates.set(LEASED_UNTIL, Instant.EPOCH));
    }

    /** Drops every generation but the given one. */
    void dropAllBut(String name, int generation) {
        String prefix = name + ".";
        for (String collection : database.getMongoDatabase().listCollectionNames()) {
            if (collection.startsWith(prefix)
                    && isNumber(collection.substring(prefix.length()))
                    && !collection.equals(collection(name, generation))) {
                database.getMongoDatabase().getCollection(collection).drop();
            }
        }
    }

    private int current(String name) {
        Pointer known = pointers.get(name);
        long now = System.nanoTime();
        if (known != null && now - known.readAt() < POINTER_AGE.toNanos()) {
            return known.generation();
        }
        int generation = readPointer(name);
        pointers.put(name, new Pointer(generation, now));
        return generation;
    }

    private int readPointer(String name) {
        Document pointer = pointers().find(Filters.eq(Envelope.ID, name)).first();
        return pointer == null ? createPointer(name) : pointer.getInteger(CURRENT);
    }

    private int createPointer(String name) {
        prepare(name, 1);
        try {
            var _ =
                    pointers()
                            .insertOne(
                                    new Document(Envelope.ID, name)
                                            .append(CURRENT, 1)
                                            .append(LAST, 1)
                                            .append(OWNER, "")
                                            .append(LEASED_UNTIL, Instant.EPOCH));
            return 1;
        } catch (MongoWriteException e) {
            if (!Envelope.isDuplicate(e)) {
                throw e;
            }
            return readPointer(name);
        }
    }

    private void prepare(String name, int generation) {
        var _ =
                database.getMongoDatabase()
                        .getCollection(collection(name, generation))
                        .createIndex(Indexes.ascending(Envelope.MUNICIPALITY, Envelope.ID));
    }

    private boolean updateOwned(String name, String owner, Bson update) {
        return pointers()
                        .updateOne(
                                Filters.and(
                                        Filters.eq(Envelope.ID, name), Filters.eq(OWNER, owner)),
                                update)
                        .getMatchedCount()
                == 1;
    }

    private MongoCollection<Document> pointers() {
        return database.getMongoDatabase().getCollection(POINTERS);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }
}
