package fi.kumppani.newsletter.subscription;

import fi.kumppani.newsletter.dispatch.Work;

import java.time.Instant;
import java.time.LocalDate;
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
     * The confirmed ones of a list that want letters, in the order of their ids.
     *
     * @param day in Finland; whose letters are paused on it is left out
     * @param after the one to begin behind; empty for the beginning
     * @param limit the most to give; fewer only at the end
     */
    List<Subscription.Confirmed> readers(
            String listId, LocalDate day, Optional<SubscriptionId> after, int limit);

    /**
     * Where wishes are that nobody has confirmed yet, and what is erased but for its end being
     * told, in all municipalities; ids only.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Work> forgettable(String after, int limit);

    /**
     * Forgets a wish that nobody has confirmed, all but the evidence of what was agreed before it.
     * What is without any, and what its owner had erased, goes altogether once its end is told.
     *
     * @param askedBefore only if nobody has asked since
     * @return whether a wish is forgotten by this
     */
    boolean forget(SubscriptionId id, Instant askedBefore);

    /** What became of an addition. */
    enum Addition {
        /** It is kept. */
        ADDED,
        /** There is one. */
        THERE_ALREADY
    }
}
