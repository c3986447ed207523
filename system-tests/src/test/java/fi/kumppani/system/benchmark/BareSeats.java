package fi.kumppani.system.benchmark;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import org.bson.Document;

import java.util.Objects;
import java.util.UUID;

/**
 * The least that must be written for a seat: a conditional update that counts, and an insert that
 * is unique by mailbox, with the plain driver.
 */
final class BareSeats implements SeatRush.Desk {

    private final MongoCollection<Document> events;
    private final MongoCollection<Document> registrations;

    BareSeats(MongoDatabase database) {
        events = database.getCollection("events");
        registrations = database.getCollection("registrations");
    }

    @Override
    public String open(int seats) {
        String id = UUID.randomUUID().toString();
        var _ = events.insertOne(new Document("_id", id).append("last", 0L));
        return id;
    }

    @Override
    public long register(String event, String mailbox) {
        Document counted =
                Objects.requireNonNull(
                        events.findOneAndUpdate(
                                Filters.eq("_id", event),
                                Updates.inc("last", 1L),
                                new FindOneAndUpdateOptions()
                                        .returnDocument(ReturnDocument.AFTER)));
        long number = counted.getLong("last");
        var _ =
                registrations.insertOne(
                        new Document("_id", event + ":" + mailbox)
                                .append("number", number)
                                .append("name", "Osallistuja"));
        return number;
    }
}
