package fi.kumppani.grants.form.messaging;

import fi.kumppani.contracts.grants.FormChanged;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a form has another version. */
@Component
class FormTranslator implements MessageTranslator<FormVersion> {

    @Override
    public List<OutboundMessage> announce(FormVersion latest) {
        String id = latest.id().value();
        return List.of(
                new OutboundMessage(FormChanged.TYPE, id, new FormChanged(id, latest.number())));
    }
}
