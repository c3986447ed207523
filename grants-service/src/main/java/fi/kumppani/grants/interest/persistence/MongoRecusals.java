package fi.kumppani.grants.interest.persistence;

import fi.kumppani.grants.interest.Recusal;
import fi.kumppani.grants.interest.Recusals;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One document for each application from which somebody was recused. */
@Component
class MongoRecusals implements Recusals {

    private final AggregateCollection<RecusalsDocument> collection;

    MongoRecusals(AggregateCollections collections) {
        this.collection = collections.collection("recusals", RecusalsDocument.class).open();
    }

    @Override
    public List<Recusal> of(String application) {
        return collection
                .find(application)
                .map(stored -> stored.body().toDomain())
                .orElse(List.of());
    }

    @Override
    public Map<String, List<Recusal>> ofAll(Collection<String> applications) {
        return collection.findAll(applications).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Stored::id, stored -> stored.body().toDomain()));
    }

    @Override
    public void note(String application, Recusal recusal) {
        RecusalsDocument.Entry entry = RecusalsDocument.Entry.from(recusal);
        var _ =
                collection.changeOrBegin(
                        application,
                        new RecusalsDocument(List.of()),
                        OptionalLong.empty(),
                        stored -> note(stored.body(), entry));
    }

    @Override
    public void erase(String application) {
        collection.erase(application);
    }

    private static Change<RecusalsDocument, Boolean> note(
            RecusalsDocument known, RecusalsDocument.Entry entry) {
        return known.knows(entry)
                ? Change.none(false)
                : Change.to(known.with(entry), List.of(), true);
    }
}
