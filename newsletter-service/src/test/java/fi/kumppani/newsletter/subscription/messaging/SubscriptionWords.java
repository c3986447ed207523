package fi.kumppani.newsletter.subscription.messaging;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.newsletter.subscription.News;

/** What subscriptions tell, for tests that start no context. */
public final class SubscriptionWords {

    private SubscriptionWords() {}

    /** The translator. */
    public static MessageTranslator<News> translator() {
        return new SubscriptionMessageTranslator();
    }
}
