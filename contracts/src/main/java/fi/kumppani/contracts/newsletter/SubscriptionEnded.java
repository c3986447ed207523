package fi.kumppani.contracts.newsletter;

/** Somebody left the list, or was taken off it. */
public record SubscriptionEnded(Subscription subscription) {
    public static final String TYPE = "newsletter.subscription.ended.v1";
}
