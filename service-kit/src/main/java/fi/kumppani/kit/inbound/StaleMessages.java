package fi.kumppani.kit.inbound;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.Envelope;

import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.ArrayList;
import java.util.List;

/** Remembers for the operator how many messages came too late to have their effect. */
final class StaleMessages {

    /**
     * Messages of one type that came too late for one dispatcher.
     *
     * @param dispatcher whose effect was left out
     * @param type the wire name
     * @param count how many times
     * @param lastId the id of the last one
     */
    record Stale(String dispatcher, String type, long count, String lastId) {}

    private static final String DISPATCHER = "dispatcher";
    private static final String TYPE = "type";
    private static final String COUNT = "count";
    private static final String LAST_ID = "lastId";

    private final MongoDatabaseFactory database;

    StaleMessages(MongoDatabaseFactory database) {
        this.database = database;
    }

    void add(String dispatcher, String type, String id) {
        var _ =
                collection()
                        .updateOne(
                                Filters.eq(Envelope.ID, dispatcher + ":" + type),
                                Updates.combine(
                                        Updates.set(DISPATCHER, dispatcher),
                                        Updates.set(TYPE, type),
                                        Updates.set(LAST_ID, id),
                                        Updates.inc(COUNT, 1L)),
                                new UpdateOptions().upsert(true));
    }

    List<Stale> all() {
        var all = new ArrayList<Stale>();
        collection()
                .find()
                .forEach(
                        document ->
                                all.add(
                                        new Stale(
                                                document.getString(DISPATCHER),
                                                document.getString(TYPE),
                                                document.getLong(COUNT),
                                                document.getString(LAST_ID))));
        return all;
    }

    private MongoCollection<Document> collection() {
        return database.getMongoDatabase().getCollection("stale_messages");
    }
}
