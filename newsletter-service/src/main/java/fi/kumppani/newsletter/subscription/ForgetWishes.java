package fi.kumppani.newsletter.subscription;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Forgets wishes that nobody confirmed in time: whoever was asked for has not said that they want
 * anything of us. Where there was a consent before, its evidence stays, without the address.
 */
@Service
public class ForgetWishes {

    private final Subscriptions subscriptions;
    private final Clock clock;
    private final Duration after;

    /**
     * @param patience how long wishes are kept; no link confirms one that is forgotten
     */
    ForgetWishes(Subscriptions subscriptions, Clock clock, WishPatience patience) {
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.after = patience.forgetAfter();
    }

    /**
     * Forgets those of the current municipality's wishes whose time is over.
     *
     * @return how many were forgotten
     */
    public int forget(List<SubscriptionId> wishes) {
        int forgotten = 0;
        for (SubscriptionId wish : wishes) {
            if (subscriptions.forget(wish, clock.instant().minus(after))) {
                forgotten++;
            }
        }
        return forgotten;
    }
}
