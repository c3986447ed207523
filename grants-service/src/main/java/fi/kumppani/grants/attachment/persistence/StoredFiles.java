package fi.kumppani.grants.attachment.persistence;

import fi.kumppani.grants.attachment.AttachedFiles;
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

    private final AggregateCollection<FileDocument> collection;

    StoredFiles(AggregateCollections collections) {
        this.collection = collections.collection("applications.files", FileDocument.class).open();
    }

    /** A content as it is kept. */
    record FileDocument(Binary content) {}

    @Override
    public void keep(String key, FileContent content) {
        Insertion<FileDocument> insertion =
                collection.insert(
                        key, null, new FileDocument(new Binary(content.bytes())), List.of());
        if (!(insertion instanceof Insertion.Inserted<FileDocument>)) {
            throw new IllegalStateException("A file is kept under " + key + " already");
        }
    }

    @Override
    public Optional<FileContent> find(String key) {
        return collection
                .find(key)
                .map(stored -> FileContent.of(stored.body().content().getData()));
    }

    @Override
    public void erase(String key) {
        collection.erase(key);
    }
}
