package fi.kumppani.localstack.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ConjunctionIndexIntegrationTests {

    private static final int SOME = 100;

    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void start() {
        server = new MongoServer(new CommittingBackend(MVStore.open(null)));
        client = MongoClients.create("mongodb://localhost:" + server.bind().getPort());
        things = client.getDatabase("test").getCollection("things");
        var _ = things.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
        var _ =
                things.insertMany(
                        IntStream.range(0, SOME)
                                .mapToObj(
                                        i ->
                                                new Document("_id", "id" + i)
                                                        .append("code", "code" + i)
                                                        .append("municipality", "743")
                                                        .append("version", i % 10))
                                .toList());
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void findsByIdWhateverElseIsAsked() {
        assertThat(ids(and(eq("_id", "id7"), eq("municipality", "743")))).containsExactly("id7");
        assertThat(ids(and(eq("_id", "id7"), eq("municipality", "052")))).isEmpty();
        assertThat(ids(and(eq("municipality", "743"), and(eq("_id", "id7"), lt("version", 8)))))
                .containsExactly("id7");
        assertThat(ids(and(in("_id", "id3", "none", "id4"), eq("municipality", "743"))))
                .containsExactlyInAnyOrder("id3", "id4");
        assertThat(ids(and(eq("code", "code9"), eq("municipality", "743")))).containsExactly("id9");
        assertThat(ids(and(gt("_id", "id98"), eq("municipality", "743"))))
                .containsExactlyInAnyOrder("id99");
    }

    @Test
    void changesOnlyWhatFitsTheWholeQuestion() {
        var stale = and(eq("_id", "id7"), eq("municipality", "743"), eq("version", 6));
        assertThat(things.updateOne(stale, set("version", 8)).getMatchedCount()).isZero();

        var current = and(eq("_id", "id7"), eq("municipality", "743"), eq("version", 7));
        assertThat(things.updateOne(current, set("version", 8)).getMatchedCount()).isOne();
        assertThat(ids(and(eq("_id", "id7"), eq("version", 8)))).containsExactly("id7");
    }

    @Test
    void servesWhatHoldsItsFieldOnlyTogetherWithOtherConditions() {
        var index =
                new ConjunctionIndex<>(
                        new MemoryUniqueIndex("_id_", List.of(new IndexKey("_id", true)), false));
        var id = new de.bwaldvogel.mongo.bson.Document("_id", "id7");
        var other = new de.bwaldvogel.mongo.bson.Document("municipality", "743");
        var later =
                new de.bwaldvogel.mongo.bson.Document(
                        "_id", new de.bwaldvogel.mongo.bson.Document("$gt", "id7"));

        assertThat(index.canHandle(id)).isTrue();
        assertThat(index.canHandle(id.clone().append("municipality", "743"))).isTrue();
        assertThat(index.canHandle(all(other, id))).isTrue();
        assertThat(index.canHandle(all(other, all(other, id)))).isTrue();
        assertThat(index.canHandle(other)).isFalse();
        assertThat(index.canHandle(all(other, later))).isFalse();
    }

    private static de.bwaldvogel.mongo.bson.Document all(
            de.bwaldvogel.mongo.bson.Document... parts) {
        return new de.bwaldvogel.mongo.bson.Document("$and", List.of(parts));
    }

    private List<String> ids(Bson question) {
        return things.find(question)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
