package fi.kumppani.kit.journal;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.outbox.OutboxEntries;
import fi.kumppani.kit.outbox.OutboxRelay;
import fi.kumppani.kit.store.DocumentMapper;
import fi.kumppani.kit.store.Pauses;
import fi.kumppani.kit.store.StoreAutoConfiguration;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Clock;
import java.util.function.Supplier;

@AutoConfiguration(after = StoreAutoConfiguration.class)
class JournalAutoConfiguration {

    @Bean
    Journals journals(
            MongoDatabaseFactory database,
            DocumentMapper mapper,
            OutboxEntries entries,
            Supplier<OutboxEntries.Origin> messageOrigin,
            OutboxRelay relay,
            StoreIndexes indexes,
            Clock clock,
            Ids ids) {
        return new Journals(
                database,
                mapper,
                entries,
                messageOrigin,
                relay,
                indexes,
                clock,
                ids,
                Pauses.BY_CHANCE);
    }
}
