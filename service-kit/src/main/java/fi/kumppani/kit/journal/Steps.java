package fi.kumppani.kit.journal;

import fi.kumppani.kit.outbox.OutboxEntry;

import org.bson.Document;

import java.util.List;

/**
 * What follows from a batch of moves, as the parent keeps it until it is carried out.
 *
 * @param children documents to write
 * @param messages messages to publish, in order
 * @param lines lines for the journal
 */
record Steps(List<ChildWrite> children, List<OutboxEntry> messages, List<Document> lines) {

    Document toDocument() {
        return new Document("children", children.stream().map(ChildWrite::toDocument).toList())
                .append("messages", messages.stream().map(OutboxEntry::toDocument).toList())
                .append("lines", lines);
    }

    static Steps from(Document document) {
        return new Steps(
                document.getList("children", Document.class).stream()
                        .map(ChildWrite::from)
                        .toList(),
                document.getList("messages", Document.class).stream()
                        .map(OutboxEntry::from)
                        .toList(),
                document.getList("lines", Document.class));
    }

    /**
     * One child to write.
     *
     * @param collection its collection
     * @param isNew whether it was not there when the batch was decided
     * @param document all of it
     */
    record ChildWrite(String collection, boolean isNew, Document document) {

        Document toDocument() {
            return new Document("collection", collection)
                    .append("new", isNew)
                    .append("document", document);
        }

        static ChildWrite from(Document written) {
            return new ChildWrite(
                    written.getString("collection"),
                    written.getBoolean("new"),
                    written.get("document", Document.class));
        }
    }
}
