package fi.kumppani.kit.outbox;

import java.util.Collection;
import java.util.List;

/** A collection whose documents owe messages. */
public interface OutboxSource {

    /** The collection's name. */
    String name();

    /** What these documents owe now; those that owe nothing are left out. */
    List<Owed> owedBy(Collection<String> ids);

    /**
     * Remembers that these messages are on their topics. Settling again what is settled changes
     * nothing; neither does it change a document's version or ETag.
     */
    void settle(List<Owed> published);

    /**
     * Finds documents that owe messages, whoever wrote them.
     *
     * @param after only ids greater than this
     * @param limit the most ids to give
     */
    List<String> owing(String after, int limit);

    /**
     * What one document owes.
     *
     * @param id the document
     * @param entries its unpublished messages in order, oldest first; never empty
     * @param mark the source's own note of how far this goes
     */
    record Owed(String id, List<OutboxEntry> entries, long mark) {}
}
