package fi.kumppani.kit.observability;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * Whether the service's own database answers.
 *
 * <p>Spring's indicator asks every database of the server, which a service has no right to, and
 * with a command the embedded store does not know.
 */
final class StoreHealthIndicator extends AbstractHealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoDatabaseFactory database;

    StoreHealthIndicator(MongoDatabaseFactory database) {
        super("The store does not answer");
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var _ = database.getMongoDatabase().runCommand(PING);
        health.up();
    }
}
