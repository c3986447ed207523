package fi.kumppani.newsletter.bounce.messaging;

import fi.kumppani.contracts.newsletter.MailBounced;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.bounce.News;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells of letters that came back under a reference that says nothing about the mailbox. */
@Component
class BounceMessageTranslator implements MessageTranslator<News> {

    @Override
    public List<OutboundMessage> announce(News news) {
        String reference = news.standing().reference();
        return List.of(
                new OutboundMessage(
                        MailBounced.TYPE,
                        reference,
                        new MailBounced(
                                new fi.kumppani.contracts.newsletter.Bounce(
                                        reference,
                                        news.letterId(),
                                        WireCodes.of(news.kind()),
                                        news.standing().suppression() != null))));
    }
}
