package fi.kumppani.kit.testing;

import fi.kumppani.kit.confidential.ConfidentialConverters;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.outbox.OutboxSettings;
import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.store.StoreAutoConfiguration;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Opens journals without a context, as another instance of the service or after a crash. Nothing is
 * published from them: what they owe stays in the store for somebody else's relay.
 */
public final class TestJournals {

    static final String CONFIDENTIAL_KEY = "dGVzdHMta2VlcC1zZWNyZXRzIHdpdGggdGhpcyBrZXk=";

    private TestJournals() {}

    /**
     * Journals in this database.
     *
     * @param indexes to be started when the journals are open
     */
    public static Journals in(MongoDatabaseFactory database, StoreIndexes indexes, Clock clock) {
        return in(database, indexes, clock, Pauses.BY_CHANCE);
    }

    /** The same, pausing between attempts in this way. */
    public static Journals in(
            MongoDatabaseFactory database, StoreIndexes indexes, Clock clock, Pauses pauses) {
        return new Journals(
                database,
                mapper(),
                entries(clock),
                TestJournals::noOrigin,
                idle(clock),
                indexes,
                clock,
                ids(),
                pauses);
    }

    static OutboxEntries entries(Clock clock) {
        return new OutboxEntries(JsonMapper.builder().build(), clock, ids());
    }

    static OutboxEntries.Origin noOrigin() {
        return new OutboxEntries.Origin(null, null);
    }

    private static Ids ids() {
        return () -> UUID.randomUUID().toString();
    }

    static OutboxRelay idle(Clock clock) {
        return new OutboxRelay(
                () -> {
                    throw new IllegalStateException("Never started");
                },
                "urn:kumppani:test",
                clock,
                new OutboxSettings(Duration.ofMinutes(10), 256, Duration.ofSeconds(1)));
    }

    static DocumentMapper mapper() {
        var conversions =
                StoreAutoConfiguration.mongoCustomConversions(
                        ConfidentialConverters.of(CONFIDENTIAL_KEY, List.of()));
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new DocumentMapper(converter);
    }
}
