package fi.kumppani.localstack.mongodb;

import de.bwaldvogel.mongo.MongoServer;

import fi.kumppani.localstack.Engine;

import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** A MongoDB-compatible server over one file; what it has acknowledged survives kill -9. */
public final class MongodbEngine implements Engine {

    /** Each commit writes whole pages: with those of the library it writes twice as much. */
    private static final int PAGE_BYTES = 4096;

    /**
     * How long the space of overwritten documents is kept. With the library's 45 seconds, and a
     * commit for each write, ten thousand writes leave a file of 250 MB.
     */
    private static final int RETENTION_MILLIS = 5_000;

    /** With the 16 of the library, a collection that is looked through is read from the disk. */
    private static final int CACHE_MEGABYTES = 64;

    private final Path data;
    private final int port;
    private @Nullable MongoServer server;

    public MongodbEngine(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public String address() {
        return "mongodb://localhost:" + port;
    }

    @Override
    public void start() {
        MVStore store =
                new MVStore.Builder()
                        .fileName(data.resolve("documents.mv").toString())
                        .pageSplitSize(PAGE_BYTES)
                        .cacheSize(CACHE_MEGABYTES)
                        .open();
        store.setRetentionTime(RETENTION_MILLIS);
        var starting = new MongoServer(new CommittingBackend(store));
        server = starting;
        starting.bind("localhost", port);
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
