package fi.kumppani.newsletter.link.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.newsletter.link.Hits;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** One document for each issue of which a link was opened. */
@Component
class StoredHits implements Hits {

    private static final HitsDocument NONE = new HitsDocument(List.of());

    private final AggregateCollection<HitsDocument> collection;

    StoredHits(AggregateCollections collections) {
        this.collection = collections.collection("link.hits", HitsDocument.class).open();
    }

    /** The counts of an issue, as they are kept. */
    record HitsDocument(List<HitDocument> hits) {

        Map<Integer, Long> byPosition() {
            Map<Integer, Long> counts = new TreeMap<>();
            hits.forEach(hit -> counts.put(hit.position(), hit.count()));
            return counts;
        }

        HitsDocument with(Map<Integer, Long> more) {
            Map<Integer, Long> counts = byPosition();
            more.forEach((position, count) -> counts.merge(position, count, Long::sum));
            return new HitsDocument(
                    counts.entrySet().stream()
                            .map(each -> new HitDocument(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /** The count of a link, as it is kept. */
    record HitDocument(int position, long count) {}

    @Override
    public void add(String issueId, Map<Integer, Long> more) {
        var _ =
                collection.changeOrBegin(
                        issueId,
                        NONE,
                        OptionalLong.empty(),
                        stored -> Change.to(stored.body().with(more), List.of(), issueId));
    }

    @Override
    public Map<Integer, Long> of(String issueId) {
        return collection
                .find(issueId)
                .map(stored -> stored.body().byPosition())
                .orElseGet(Map::of);
    }
}
