package fi.kumppani.grants.handling.messaging;

import fi.kumppani.contracts.grants.HandlingChanged;
import fi.kumppani.grants.handling.Handling;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says how far an application is handled, and nothing of who handles it. */
@Component
class HandlingTranslator implements MessageTranslator<Handling> {

    @Override
    public List<OutboundMessage> announce(Handling handling) {
        String id = handling.application().value();
        return List.of(
                new OutboundMessage(
                        HandlingChanged.TYPE,
                        id,
                        new HandlingChanged(
                                new fi.kumppani.contracts.grants.Handling(
                                        id,
                                        handling.call().value(),
                                        WireCodes.of(handling.state()),
                                        handling.assignment() != null,
                                        (int) handling.counting()))));
    }
}
