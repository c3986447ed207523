package fi.kumppani.system.stand;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import org.bson.Document;

import java.util.List;
import java.util.Objects;

/** What services keep, looked at behind their backs. */
public final class Store {

    private final TestStand stand;

    public Store(TestStand stand) {
        this.stand = stand;
    }

    /** The only document of a collection. */
    public Document only(Service service, String collection) {
        try (MongoClient client = MongoClients.create(stand.mongodb())) {
            var documents = client.getDatabase(service.word()).getCollection(collection);
            if (documents.countDocuments() != 1) {
                throw new IllegalStateException("Not one document in " + collection);
            }
            return Objects.requireNonNull(documents.find().first());
        }
    }

    /** Puts documents into a collection. */
    public void put(Service service, String collection, List<Document> documents) {
        try (MongoClient client = MongoClients.create(stand.mongodb())) {
            var _ =
                    client.getDatabase(service.word())
                            .getCollection(collection)
                            .insertMany(documents);
        }
    }

    /** How many of a service's documents say that they still owe messages. */
    public long owing(Service service) {
        long owing = 0;
        try (MongoClient client = MongoClients.create(stand.mongodb())) {
            MongoDatabase database = client.getDatabase(service.word());
            for (String name : database.listCollectionNames()) {
                owing += database.getCollection(name).countDocuments(eq("pending", true));
            }
        }
        return owing;
    }

    /** How many of a service's documents have this value in a field. */
    public long count(Service service, String collection, String field, Object value) {
        try (MongoClient client = MongoClients.create(stand.mongodb())) {
            return client.getDatabase(service.word())
                    .getCollection(collection)
                    .countDocuments(eq(field, value));
        }
    }
}
