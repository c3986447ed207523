package fi.kumppani.grants.appeal.messaging;

import fi.kumppani.contracts.grants.AppealInstructionChanged;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that there is another edition. */
@Component
class EditionTranslator implements MessageTranslator<Edition> {

    @Override
    public List<OutboundMessage> announce(Edition edition) {
        return List.of(
                new OutboundMessage(
                        AppealInstructionChanged.TYPE,
                        Tenancy.current().value(),
                        new AppealInstructionChanged(edition.validFrom())));
    }
}
