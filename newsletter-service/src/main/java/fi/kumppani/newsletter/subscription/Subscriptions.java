package fi.kumppani.newsletter.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The subscriptions of the current municipality. */
public interface Subscriptions {

    /** Keeps a new one, unless there is one for the mailbox on the list. */
    Addition add(Subscription.Asked subscription);

    /** Those of the subscriptions that there are. */
    List<Subscription> findAll(Collection<SubscriptionId> ids);

    /**
     * Moves a subscription and tells of it, in one write.
     *
     * @param move gives it as it is to be; the very same one to leave it
     * @return as it is now; empty when there is none
     */
    Optional<Subscription> move(SubscriptionId id, UnaryOperator<Subscription> move);

    /**
     * The confirmed ones of a list, in the order of their ids.
     *
     * @param after the one to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Subscription.Confirmed> confirmed(
            String listId, Optional<SubscriptionId> after, int limit);

    /** What became of an addition. */
    enum Addition {
        /** It is kept. */
        ADDED,
        /** There is one. */
        THERE_ALREADY
    }
}
