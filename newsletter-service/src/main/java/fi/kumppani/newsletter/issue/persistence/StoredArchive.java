package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.newsletter.issue.Archive;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One document for each list that names its issues, so that they are found by their ids. */
@Component
class StoredArchive implements Archive {

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::sentAt).thenComparing(Entry::issueId).reversed();

    private final AggregateCollection<ArchiveDocument> collection;

    StoredArchive(AggregateCollections collections) {
        this.collection = collections.collection("issue.archives", ArchiveDocument.class).open();
    }

    /** What was sent to a list, as it is kept. */
    record ArchiveDocument(List<EntryDocument> entries) {}

    /** An issue that was sent, as it is kept. */
    record EntryDocument(String issueId, Instant sentAt) {}

    @Override
    public void file(String listId, Entry entry) {
        var added = new EntryDocument(entry.issueId(), entry.sentAt());
        var _ =
                StoreOutage.waitThrough(
                        () -> {
                            var insertion =
                                    collection.insert(
                                            listId,
                                            null,
                                            new ArchiveDocument(List.of(added)),
                                            List.of());
                            return insertion instanceof Insertion.Inserted<ArchiveDocument>
                                    ? listId
                                    : collection
                                            .change(listId, stored -> with(stored.body(), added))
                                            .orElseThrow();
                        });
    }

    @Override
    public List<Entry> of(Collection<String> listIds) {
        return collection.findAll(listIds).stream()
                .flatMap(stored -> stored.body().entries().stream())
                .map(entry -> new Entry(entry.issueId(), entry.sentAt()))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Change<ArchiveDocument, String> with(
            ArchiveDocument archive, EntryDocument added) {
        boolean there =
                archive.entries().stream()
                        .anyMatch(entry -> entry.issueId().equals(added.issueId()));
        return there
                ? Change.none(added.issueId())
                : Change.to(
                        new ArchiveDocument(
                                Stream.concat(archive.entries().stream(), Stream.of(added))
                                        .toList()),
                        List.of(),
                        added.issueId());
    }
}
