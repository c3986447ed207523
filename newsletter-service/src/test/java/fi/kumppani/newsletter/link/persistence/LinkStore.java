package fi.kumppani.newsletter.link.persistence;

import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.newsletter.link.Hits;
import fi.kumppani.newsletter.link.LinkCountings;

/** Opens what is kept of links for tests that start no context. */
public final class LinkStore {

    private LinkStore() {}

    /** What municipalities said of counting, in these collections. */
    public static LinkCountings countings(AggregateCollections collections) {
        return new StoredLinkCountings(collections);
    }

    /** The counts in these collections. */
    public static Hits hits(AggregateCollections collections) {
        return new StoredHits(collections);
    }
}
