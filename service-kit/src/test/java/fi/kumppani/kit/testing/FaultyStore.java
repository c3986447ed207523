package fi.kumppani.kit.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A store in memory that several instances reach, each by a way of its own on which faults can be
 * laid: a command that never arrives, an answer that never comes back, a halt in between.
 */
public final class FaultyStore implements AutoCloseable {

    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findAndModify", "createIndexes");

    private static final Set<String> READS = Set.of("find", "getMore", "aggregate");

    private final MemoryBackend backend = new MemoryBackend();
    private final List<Way> ways = new ArrayList<>();

    /** What happens to one command. */
    public enum Fate {
        /** It is carried out and answered. */
        PASSES,
        /** It never arrives: the connection breaks before. */
        IS_LOST,
        /** It is carried out, but the connection breaks before the answer. */
        IS_NOT_ANSWERED,
        /** It is not carried out: somebody else writes the same. */
        MEETS_A_CONFLICT,
        /** It is not carried out: this is not the server that may write. */
        FINDS_NO_PRIMARY,
        /**
         * It is carried out, and answered as if this were not the server that may write: what comes
         * of it when a primary steps down before it answers and the driver asks once more.
         */
        IS_DISOWNED
    }

    /** Decides what happens to a command; may wait, which holds the command up. */
    @FunctionalInterface
    public interface Fault {

        /**
         * Decides.
         *
         * @param command its name, such as {@code update}
         * @param collection what it is about
         */
        Fate on(String command, String collection);
    }

    /** A fault that lets some more writes pass and loses all that come after: the process died. */
    public static Fault afterWrites(int writes) {
        AtomicInteger left = new AtomicInteger(writes);
        return (command, _) ->
                !WRITES.contains(command) || left.getAndDecrement() > 0
                        ? Fate.PASSES
                        : Fate.IS_LOST;
    }

    /**
     * A fault that does one write and loses its answer: whoever wrote does not know what became of
     * it.
     *
     * @param before how many writes pass before it
     */
    public static Fault unansweredAfterWrites(int before) {
        AtomicInteger left = new AtomicInteger(before);
        return (command, _) ->
                WRITES.contains(command) && left.getAndDecrement() == 0
                        ? Fate.IS_NOT_ANSWERED
                        : Fate.PASSES;
    }

    /**
     * The process dies: some writes are carried out and answered, the next one meets its fate, and
     * from then on nothing arrives any more, reading included.
     */
    public static Fault dyingAfterWrites(int writes, Fate last) {
        AtomicInteger left = new AtomicInteger(writes);
        AtomicBoolean dead = new AtomicBoolean();
        return (command, _) -> {
            boolean isWrite = WRITES.contains(command);
            if (dead.get()) {
                return isWrite || READS.contains(command) ? Fate.IS_LOST : Fate.PASSES;
            }
            if (!isWrite || left.getAndDecrement() > 0) {
                return Fate.PASSES;
            }
            dead.set(true);
            return last;
        };
    }

    /**
     * Of this many inserts and updates one is lost and one not answered, by chance.
     *
     * @param seed makes the chance repeatable
     */
    public static Fault failingByChance(long seed, int oneIn) {
        Random random = new Random(seed);
        return (command, _) -> {
            if (!command.equals("update") && !command.equals("insert")) {
                return Fate.PASSES;
            }
            synchronized (random) {
                return switch (random.nextInt(oneIn)) {
                    case 0 -> Fate.IS_LOST;
                    case 1 -> Fate.IS_NOT_ANSWERED;
                    default -> Fate.PASSES;
                };
            }
        };
    }

    /**
     * Of this many commands that read or write one is carried out and not answered, by chance.
     *
     * @param seed makes the chance repeatable
     */
    public static Fault unansweredByChance(long seed, int oneIn) {
        Random random = new Random(seed);
        return (command, _) -> {
            if (!WRITES.contains(command) && !READS.contains(command)) {
                return Fate.PASSES;
            }
            synchronized (random) {
                return random.nextInt(oneIn) == 0 ? Fate.IS_NOT_ANSWERED : Fate.PASSES;
            }
        };
    }

    /** The first so many of these commands about this collection meet their fate. */
    public static Fault first(int many, String command, String collection, Fate fate) {
        AtomicInteger left = new AtomicInteger(many);
        return (named, about) ->
                named.equals(command) && about.equals(collection) && left.getAndDecrement() > 0
                        ? fate
                        : Fate.PASSES;
    }

    /**
     * A tampering with a field that the first update of a command sets, in this collection.
     *
     * @param value what is set in its place; null for nothing at all
     */
    public static Consumer<Document> setting(
            String collection, String field, @Nullable Object value) {
        return command -> {
            if (collection.equals(command.get("update"))
                    && command.get("updates") instanceof List<?> updates
                    && updates.getFirst() instanceof Document update
                    && update.get("u") instanceof Document change
                    && change.get("$set") instanceof Document set
                    && set.containsKey(field)) {
                var _ = set.put(field, value);
            }
        };
    }

    /**
     * A tampering with the ids of what is inserted into this collection: nobody finds it any more.
     */
    public static Consumer<Document> hidingWhatIsInsertedInto(String collection) {
        AtomicInteger inserted = new AtomicInteger();
        return command -> {
            if (collection.equals(command.get("insert"))
                    && command.get("documents") instanceof List<?> documents) {
                documents.forEach(
                        each ->
                                ((Document) each)
                                        .put("_id", "hidden-" + inserted.incrementAndGet()));
            }
        };
    }

    /** A new way to the store, as another instance of the service has one. */
    public Way way() {
        Way way = new Way();
        ways.add(way);
        return way;
    }

    @Override
    public void close() {
        ways.forEach(Way::close);
    }

    /** One instance's way to the store. */
    public final class Way {

        private final MongoServer server;
        private final MongoClient client;
        private final MongoDatabaseFactory database;
        private volatile Fault fault = (_, _) -> Fate.PASSES;
        private volatile String asked = "";
        private volatile Consumer<Document> tampering = _ -> {};

        private Way() {
            server = new MongoServer(faulty());
            client = MongoClients.create(settings(server.bind().getPort()));
            database = new SimpleMongoClientDatabaseFactory(client, "faulty");
        }

        /** Finds out quickly that a broken connection can be opened again. */
        private static MongoClientSettings settings(int port) {
            return MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString("mongodb://localhost:" + port))
                    .applyToServerSettings(
                            server -> server.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                    .build();
        }

        /** The database at its end. */
        public MongoDatabaseFactory database() {
            return database;
        }

        /** Lays a fault on the way, in place of the one before. */
        public void befall(Fault next) {
            befall("", next);
        }

        /** Lays a fault on what asks for the document with this id, and on nothing else. */
        public void befall(String id, Fault next) {
            asked = id;
            fault = next;
        }

        /** Changes commands on their way, to prove that a guard in them is needed. */
        public void tamper(Consumer<Document> change) {
            tampering = change;
        }

        /** Takes the fault away. */
        public void heal() {
            befall((_, _) -> Fate.PASSES);
        }

        private MongoBackend faulty() {
            InvocationHandler handler =
                    (_, method, arguments) -> {
                        try {
                            return method.getName().equals("handleMessage")
                                    ? handle((MongoMessage) arguments[0])
                                    : method.invoke(backend, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    };
            return (MongoBackend)
                    Proxy.newProxyInstance(
                            MongoBackend.class.getClassLoader(),
                            new Class<?>[] {MongoBackend.class},
                            handler);
        }

        private Document handle(MongoMessage message) {
            Document command = message.getDocument();
            String name = command.keySet().iterator().next();
            tampering.accept(command);
            Fate fate =
                    isAskedFor(command)
                            ? fault.on(name, String.valueOf(command.get(name)))
                            : Fate.PASSES;
            return switch (fate) {
                case PASSES -> backend.handleMessage(message);
                case IS_LOST -> broken(message);
                case IS_NOT_ANSWERED -> {
                    var _ = backend.handleMessage(message);
                    yield broken(message);
                }
                case MEETS_A_CONFLICT -> refused(112, "WriteConflict");
                case FINDS_NO_PRIMARY -> refused(10107, "NotWritablePrimary");
                case IS_DISOWNED -> {
                    var _ = backend.handleMessage(message);
                    yield refused(10107, "NotWritablePrimary");
                }
            };
        }

        private boolean isAskedFor(Document command) {
            if (asked.isEmpty()) {
                return true;
            }
            Object question =
                    command.get("updates") instanceof List<?> updates
                            ? ((Document) updates.getFirst()).get("q")
                            : command.get("filter");
            return String.valueOf(question).contains(asked);
        }

        private static Document refused(int code, String name) {
            return new Document("ok", 0)
                    .append("code", code)
                    .append("codeName", name)
                    .append("errmsg", name);
        }

        /** What is answered on a closed connection reaches nobody. */
        private static Document broken(MongoMessage message) {
            var _ = message.getChannel().close();
            return new Document("ok", 0);
        }

        private void close() {
            client.close();
            server.shutdownNow();
        }
    }
}
