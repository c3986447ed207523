package fi.kumppani.newsletter.subscription.persistence;

import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.Subscriptions;
import fi.kumppani.newsletter.subscription.messaging.SubscriptionWords;

/** Opens lists and subscriptions for tests that start no context. */
public final class SubscriptionStore {

    private SubscriptionStore() {}

    /** The lists in these collections. */
    public static Lists lists(AggregateCollections collections) {
        return new StoredLists(collections);
    }

    /** The subscriptions in these collections. */
    public static Subscriptions subscriptions(AggregateCollections collections) {
        return new StoredSubscriptions(collections, SubscriptionWords.translator());
    }
}
