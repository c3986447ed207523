package fi.kumppani.newsletter.issue.persistence;

import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.newsletter.issue.Archive;
import fi.kumppani.newsletter.issue.Chunks;
import fi.kumppani.newsletter.issue.Issues;
import fi.kumppani.newsletter.issue.messaging.IssueWords;

/** Opens issues, their ledgers and the archive for tests that start no context. */
public final class IssueStore {

    private IssueStore() {}

    /** The issues in these collections. */
    public static Issues issues(AggregateCollections collections) {
        return new StoredIssues(collections, IssueWords.translator());
    }

    /** The ledgers in these collections. */
    public static Chunks chunks(AggregateCollections collections) {
        return new StoredChunks(collections, IssueWords.translator());
    }

    /** The archive in these collections. */
    public static Archive archive(AggregateCollections collections) {
        return new StoredArchive(collections);
    }
}
