package fi.kumppani.system.stand;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

/** What services keep, looked at behind their backs. */
public final class Store {

    private final TestStand stand;

    public Store(TestStand stand) {
        this.stand = stand;
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
}
