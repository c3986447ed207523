package fi.kumppani.registry.duplicate.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.duplicate.Distinction;
import fi.kumppani.registry.duplicate.Distinctions;
import fi.kumppani.registry.duplicate.Pair;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One document for each pair, whose ids make its own: there cannot be two. */
@Component
class StoredDistinctions implements Distinctions {

    private static final int READ_TOGETHER = 500;

    private final AggregateCollection<DistinctionDocument> collection;

    StoredDistinctions(AggregateCollections collections) {
        this.collection = collections.collection("distinctions", DistinctionDocument.class).open();
    }

    /** What was said of a pair, as it is kept. */
    record DistinctionDocument(String first, String second, LocalDate saidOn) {

        static DistinctionDocument from(Distinction distinction) {
            return new DistinctionDocument(
                    distinction.pair().first(), distinction.pair().second(), distinction.saidOn());
        }

        Distinction toDomain() {
            return new Distinction(new Pair(first, second), saidOn);
        }
    }

    @Override
    public Set<Pair> pairs() {
        Set<Pair> pairs = new HashSet<>();
        List<Distinction> some = list("", READ_TOGETHER);
        while (!some.isEmpty()) {
            some.forEach(each -> pairs.add(each.pair()));
            some = list(some.getLast().pair().value(), READ_TOGETHER);
        }
        return pairs;
    }

    @Override
    public List<Distinction> list(String after, int limit) {
        return collection.list(after, limit).stream()
                .map(Stored::body)
                .map(DistinctionDocument::toDomain)
                .toList();
    }

    @Override
    public void keep(Distinction distinction) {
        var _ =
                collection.insert(
                        distinction.pair().value(),
                        null,
                        DistinctionDocument.from(distinction),
                        List.of());
    }

    @Override
    public void forget(Pair pair) {
        collection.erase(pair.value());
    }
}
