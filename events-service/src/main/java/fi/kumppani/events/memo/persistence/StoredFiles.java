package fi.kumppani.events.memo.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.AttachedFiles;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Insertion;

import org.bson.types.Binary;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** One document for each content, far below the 16 MB that a document may have. */
@Component
class StoredFiles implements AttachedFiles {

    private static final String KEPT = "kept";

    private final AggregateCollection<FileDocument> collection;

    StoredFiles(AggregateCollections collections) {
        this.collection =
                collections.collection("memos.files", FileDocument.class).state(_ -> KEPT).open();
    }

    /** A content as it is kept. */
    record FileDocument(Binary content) {}

    @Override
    public void keep(EventId event, String key, FileContent content) {
        Insertion<FileDocument> insertion =
                collection.insert(
                        id(event, key),
                        null,
                        new FileDocument(new Binary(content.bytes())),
                        List.of());
        if (!(insertion instanceof Insertion.Inserted<FileDocument>)) {
            throw new IllegalStateException("A file is kept under " + key + " already");
        }
    }

    @Override
    public Optional<FileContent> find(EventId event, String key) {
        return collection
                .find(id(event, key))
                .map(stored -> FileContent.of(stored.body().content().getData()));
    }

    @Override
    public List<Kept> locate(String after, int limit) {
        return collection.locate(List.of(KEPT), after, limit).stream()
                .map(
                        found -> {
                            int end = found.id().indexOf(':');
                            return new Kept(
                                    found.id(),
                                    found.municipality(),
                                    new EventId(found.id().substring(0, end)),
                                    found.id().substring(end + 1));
                        })
                .toList();
    }

    @Override
    public void erase(EventId event, String key) {
        collection.erase(id(event, key));
    }

    private static String id(EventId event, String key) {
        return event + ":" + key;
    }
}
