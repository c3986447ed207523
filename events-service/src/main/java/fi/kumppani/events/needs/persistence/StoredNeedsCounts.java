package fi.kumppani.events.needs.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.needs.NeedsCount;
import fi.kumppani.events.needs.NeedsCounts;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** One count for each event, under its id; it holds numbers and the questions, nobody's words. */
@Component
class StoredNeedsCounts implements NeedsCounts {

    private final AggregateCollection<NeedsCountDocument> collection;

    StoredNeedsCounts(AggregateCollections collections) {
        collection = collections.collection("needs_counts", NeedsCountDocument.class).open();
    }

    @Override
    public void keep(EventId event, NeedsCount count) {
        var _ = collection.insert(event.value(), null, NeedsCountDocument.from(count), List.of());
    }

    @Override
    public Optional<NeedsCount> of(EventId event) {
        return collection.find(event.value()).map(Stored::body).map(NeedsCountDocument::toDomain);
    }
}
