package fi.kumppani.grants.retention.persistence;

import fi.kumppani.grants.retention.RetentionChoice;
import fi.kumppani.grants.retention.RetentionChoices;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One document for each municipality, under its code. */
@Component
class MongoRetentionChoices implements RetentionChoices {

    private final AggregateCollection<ChoicesDocument> collection;

    MongoRetentionChoices(AggregateCollections collections) {
        this.collection = collections.collection("retentionChoices", ChoicesDocument.class).open();
    }

    @Override
    public Stored<List<RetentionChoice>> all() {
        Stored<ChoicesDocument> stored = collection.findOrBegin(here(), ChoicesDocument.NONE);
        return stored.with(
                stored.body().choices().stream()
                        .map(ChoicesDocument.ChoicePart::toDomain)
                        .toList());
    }

    @Override
    public void add(RetentionChoice choice, long seen) {
        var _ =
                collection.changeOrBegin(
                        here(),
                        ChoicesDocument.NONE,
                        OptionalLong.of(seen),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        new ChoicesDocument(
                                                Stream.concat(
                                                                stored.body().choices().stream(),
                                                                Stream.of(
                                                                        ChoicesDocument.ChoicePart
                                                                                .from(choice)))
                                                        .toList())));
    }

    private static String here() {
        return Tenancy.current().value();
    }
}
