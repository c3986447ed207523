package fi.kumppani.newsletter.subscription.messaging;

import fi.kumppani.contracts.newsletter.SubscriptionAsked;
import fi.kumppani.contracts.newsletter.SubscriptionConfirmed;
import fi.kumppani.contracts.newsletter.SubscriptionEnded;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.newsletter.subscription.News;
import fi.kumppani.newsletter.subscription.Subscription.Identity;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells of subscriptions under a reference that says nothing about the mailbox. */
@Component
class SubscriptionMessageTranslator implements MessageTranslator<News> {

    @Override
    public List<OutboundMessage> announce(News news) {
        String subject = news.identity().reference();
        return List.of(
                switch (news) {
                    case News.Asked(var identity) ->
                            new OutboundMessage(
                                    SubscriptionAsked.TYPE,
                                    subject,
                                    new SubscriptionAsked(state(identity, "asked")));
                    case News.Confirmed(var identity) ->
                            new OutboundMessage(
                                    SubscriptionConfirmed.TYPE,
                                    subject,
                                    new SubscriptionConfirmed(state(identity, "confirmed")));
                    case News.Ended(var identity) ->
                            new OutboundMessage(
                                    SubscriptionEnded.TYPE,
                                    subject,
                                    new SubscriptionEnded(state(identity, "ended")));
                });
    }

    private static fi.kumppani.contracts.newsletter.Subscription state(
            Identity identity, String status) {
        return new fi.kumppani.contracts.newsletter.Subscription(
                identity.reference(), identity.id().listId(), status);
    }
}
