package fi.kumppani.grants.retention.persistence;

import fi.kumppani.grants.retention.ErasureLog;
import fi.kumppani.grants.retention.Erasures;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One document for each application or batch of which something was erased. */
@Component
class MongoErasures implements Erasures {

    private static final ErasuresDocument NOTHING = new ErasuresDocument(List.of());

    private final AggregateCollection<ErasuresDocument> collection;

    MongoErasures(AggregateCollections collections) {
        this.collection =
                collections
                        .collection("erasures", ErasuresDocument.class)
                        .state(ErasuresDocument::state)
                        .open();
    }

    @Override
    public ErasureLog of(String subject) {
        return collection.findOrBegin(subject, NOTHING).body().toDomain(subject);
    }

    @Override
    public Map<String, ErasureLog> findAll(Collection<String> subjects) {
        return collection.findAll(subjects).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Stored::id, stored -> stored.body().toDomain(stored.id())));
    }

    @Override
    public void change(String subject, UnaryOperator<ErasureLog> change) {
        var _ =
                collection.changeOrBegin(
                        subject,
                        NOTHING,
                        OptionalLong.empty(),
                        stored ->
                                Change.quietly(
                                        stored.body(),
                                        ErasuresDocument.from(
                                                change.apply(stored.body().toDomain(subject)))));
    }

    @Override
    public void forEachUnderWay(Consumer<String> work) {
        collection.forEachIn(Set.of(ErasuresDocument.UNDER_WAY), work);
    }
}
