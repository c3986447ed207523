package fi.kumppani.grants.notification.messaging;

import fi.kumppani.contracts.grants.LaterDecisionTold;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.notification.LaterNotification;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how a decision was told that came after another. */
@Component
class LaterNotificationTranslator implements MessageTranslator<LaterNotification> {

    @Override
    public List<OutboundMessage> announce(LaterNotification notification) {
        LaterDecisionId id = notification.id();
        Notification told = notification.told();
        return List.of(
                new OutboundMessage(
                        LaterDecisionTold.TYPE,
                        id.application().value(),
                        new LaterDecisionTold(
                                id.application().value(),
                                WireCodes.of(id.kind()),
                                id.number(),
                                told.sending().map(sent -> sent.channel().code()).orElse(null),
                                told.knownOn().orElse(null),
                                told.partyUntil().orElse(null),
                                told.publishedOn().orElse(null),
                                told.membersUntil().orElse(null),
                                told.finalFrom().orElse(null))));
    }
}
