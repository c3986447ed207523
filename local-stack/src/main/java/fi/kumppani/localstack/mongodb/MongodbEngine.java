package fi.kumppani.localstack.mongodb;

import de.bwaldvogel.mongo.MongoServer;

import fi.kumppani.localstack.Engine;

import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** A MongoDB-compatible server over one file; what it has acknowledged survives kill -9. */
public final class MongodbEngine implements Engine {

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
                new MVStore.Builder().fileName(data.resolve("documents.mv").toString()).open();
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
