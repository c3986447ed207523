package fi.kumppani.grants.notification.messaging;

import fi.kumppani.contracts.grants.NotificationChanged;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how a decision was told. */
@Component
class NotificationTranslator implements MessageTranslator<Notification> {

    @Override
    public List<OutboundMessage> announce(Notification notification) {
        String id = notification.application().value();
        return List.of(
                new OutboundMessage(
                        NotificationChanged.TYPE,
                        id,
                        new NotificationChanged(
                                new fi.kumppani.contracts.grants.Notification(
                                        id,
                                        notification.decision(),
                                        notification
                                                .sending()
                                                .map(sent -> sent.channel().code())
                                                .orElse(null),
                                        notification.knownOn().orElse(null),
                                        notification.partyUntil().orElse(null),
                                        notification.publishedOn().orElse(null),
                                        notification.membersUntil().orElse(null),
                                        notification.finalFrom().orElse(null)))));
    }
}
