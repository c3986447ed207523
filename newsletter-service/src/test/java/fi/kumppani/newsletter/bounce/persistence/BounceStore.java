package fi.kumppani.newsletter.bounce.persistence;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.messaging.BounceWords;

/** Opens standings for tests that start no context. */
public final class BounceStore {

    private BounceStore() {}

    /** The standings in these collections. */
    public static Standings standings(AggregateCollections collections, Ids ids) {
        return new StoredStandings(collections, BounceWords.translator(), ids);
    }
}
