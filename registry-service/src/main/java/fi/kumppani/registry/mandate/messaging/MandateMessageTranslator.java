package fi.kumppani.registry.mandate.messaging;

import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.registry.mandate.Mandate;

import org.springframework.stereotype.Component;

import java.util.List;

/** Tells a mandate as it now is. */
@Component
class MandateMessageTranslator implements MessageTranslator<Mandate> {

    @Override
    public List<OutboundMessage> announce(Mandate own) {
        var state =
                new fi.kumppani.contracts.registry.Mandate(
                        own.id(),
                        own.associationId(),
                        own.subject(),
                        own.module().code(),
                        own.valid());
        return List.of(
                own.valid()
                        ? new OutboundMessage(
                                MandateGranted.TYPE, own.id(), new MandateGranted(state))
                        : new OutboundMessage(
                                MandateRevoked.TYPE, own.id(), new MandateRevoked(state)));
    }
}
