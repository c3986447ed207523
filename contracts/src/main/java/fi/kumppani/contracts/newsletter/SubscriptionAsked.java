package fi.kumppani.contracts.newsletter;

/** Somebody asked for a list; whether the owner of the mailbox wants it is not known yet. */
public record SubscriptionAsked(Subscription subscription) {
    public static final String TYPE = "newsletter.subscription.asked.v1";
}
