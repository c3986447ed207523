package fi.kumppani.contracts.newsletter;

/** Somebody pressed the button in the confirmation letter. */
public record SubscriptionConfirmed(Subscription subscription) {
    public static final String TYPE = "newsletter.subscription.confirmed.v1";
}
