package fi.kumppani.contracts.newsletter;

/** Somebody left the list, was taken off it, or never confirmed that they want it. */
public record SubscriptionEnded(Subscription subscription) {
    public static final String TYPE = "newsletter.subscription.ended.v1";
}
