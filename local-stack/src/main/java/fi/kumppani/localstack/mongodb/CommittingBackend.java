package fi.kumppani.localstack.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;

import io.netty.channel.Channel;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

import java.util.List;
import java.util.Set;

/**
 * Hands every write to the operating system before its answer goes out.
 *
 * <p>The backend itself commits about once a second whatever the client's write concern says, so a
 * killed process would take acknowledged writes with it.
 */
final class CommittingBackend extends H2Backend {

    /** Commands that change nothing; any other one, also an unknown one, is committed. */
    private static final Set<String> READS =
            Set.of(
                    "buildInfo",
                    "buildinfo",
                    "collStats",
                    "count",
                    "dbStats",
                    "distinct",
                    "endSessions",
                    "find",
                    "getMore",
                    "hello",
                    "isMaster",
                    "ismaster",
                    "killCursors",
                    "listCollections",
                    "listDatabases",
                    "listIndexes",
                    "ping",
                    "serverStatus");

    CommittingBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                // Opened before, under the name that the library will look for.
                var _ =
                        getMvStore()
                                .openMap(
                                        getFullCollectionNamespace(collection) + "._index_" + index,
                                        new MVMap.Builder<Object, Object>()
                                                .keyType(new KeyOrder()));
                Index<Object> opened =
                        super.openOrCreateUniqueIndex(collection, index, keys, sparse);
                return keys.size() == 1 && !sparse ? new ConjunctionIndex<>(opened) : opened;
            }
        };
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            // Also after an error: a bulk write may have done half of its work.
            if (!READS.contains(command)) {
                commit();
            }
        }
    }
}
