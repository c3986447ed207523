package fi.kumppani.newsletter.subscription;

import java.time.Duration;

/**
 * How long wishes that nobody confirms are kept.
 *
 * @param forgetAfter counted from when somebody asked last; longer than a link confirms
 * @param lookEvery how often they are looked for
 */
public record WishPatience(Duration forgetAfter, Duration lookEvery) {

    /**
     * @throws IllegalArgumentException when a link could still confirm what is forgotten
     */
    public WishPatience {
        if (forgetAfter.compareTo(SubscriptionLinks.CONFIRM_WITHIN) <= 0) {
            throw new IllegalArgumentException(
                    "A wish is kept longer than the "
                            + SubscriptionLinks.CONFIRM_WITHIN.toDays()
                            + " days in which its link confirms it");
        }
    }
}
