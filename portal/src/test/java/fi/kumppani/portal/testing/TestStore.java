package fi.kumppani.portal.testing;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import org.testcontainers.mongodb.MongoDBContainer;

import java.util.Objects;

/**
 * The document store of a test run: in this process, in a container, or running already, as {@code
 * KUMPPANI_TEST_ENGINES} says.
 */
public final class TestStore {

    private static final String ADDRESS =
            switch (System.getenv().getOrDefault("KUMPPANI_TEST_ENGINES", "embedded")) {
                case "embedded" -> embedded();
                case "containers" -> container();
                case "external" ->
                        Objects.requireNonNull(
                                System.getenv("KUMPPANI_MONGODB_URI"),
                                "KUMPPANI_MONGODB_URI must say where the store is");
                default ->
                        throw new IllegalArgumentException(
                                "KUMPPANI_TEST_ENGINES is embedded, containers or external");
            };

    private TestStore() {}

    /** Its address, without a database. */
    public static String address() {
        return ADDRESS;
    }

    private static String embedded() {
        return "mongodb://localhost:" + new MongoServer(new MemoryBackend()).bind().getPort();
    }

    private static String container() {
        MongoDBContainer store = new MongoDBContainer("mongo:8");
        store.start();
        return store.getConnectionString();
    }
}
