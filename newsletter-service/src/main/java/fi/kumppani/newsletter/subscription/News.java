package fi.kumppani.newsletter.subscription;

import java.util.Optional;

/** What others are told about a subscription: never whose it is. */
public sealed interface News {

    /** The subscription. */
    Subscription.Identity identity();

    /** It is wished for; nobody knows yet by whom. */
    record Asked(Subscription.Identity identity) implements News {}

    /** It counts from now on. */
    record Confirmed(Subscription.Identity identity) implements News {}

    /** It counts no more, or nobody confirmed it in time. */
    record Ended(Subscription.Identity identity) implements News {}

    /** The news of a subscription that has come into its state, if it is a new one. */
    static Optional<News> of(Subscription before, Subscription after) {
        if (before.getClass() == after.getClass()) {
            return Optional.empty();
        }
        return switch (after) {
            case Subscription.Confirmed confirmed ->
                    Optional.of(new Confirmed(confirmed.identity()));
            case Subscription.Ended ended -> Optional.of(new Ended(ended.identity()));
            case Subscription.Asked asked -> Optional.of(new Asked(asked.identity()));
        };
    }
}
