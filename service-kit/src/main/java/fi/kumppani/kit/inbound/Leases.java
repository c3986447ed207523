package fi.kumppani.kit.inbound;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import fi.kumppani.kit.store.Envelope;

import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets one instance at a time do what must not be done by two. */
final class Leases {

    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final MongoDatabaseFactory database;
    private final Clock clock;

    Leases(MongoDatabaseFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the lease, or keeps it for longer. False when somebody else has it. */
    boolean take(String name, String owner, Duration time) {
        Instant now = clock.instant();
        var free =
                Filters.and(
                        Filters.eq(Envelope.ID, name),
                        Filters.or(Filters.lte(UNTIL, now), Filters.eq(OWNER, owner)));
        var mine = Updates.combine(Updates.set(OWNER, owner), Updates.set(UNTIL, now.plus(time)));
        try {
            var _ = leases().updateOne(free, mine, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (Envelope.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Gives the lease back. */
    void giveBack(String name, String owner) {
        var _ =
                leases().updateOne(
                                Filters.and(
                                        Filters.eq(Envelope.ID, name), Filters.eq(OWNER, owner)),
                                Updates.set(UNTIL, Instant.EPOCH));
    }

    private MongoCollection<Document> leases() {
        return database.getMongoDatabase().getCollection("leases");
    }
}
