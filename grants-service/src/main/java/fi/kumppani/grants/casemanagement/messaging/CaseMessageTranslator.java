package fi.kumppani.grants.casemanagement.messaging;

import fi.kumppani.contracts.grants.CaseChanged;
import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how far a case is; nothing of what is proposed. */
@Component
class CaseMessageTranslator implements MessageTranslator<CaseFile> {

    @Override
    public List<OutboundMessage> announce(CaseFile file) {
        CaseFile.Head head = file.head();
        return List.of(
                new OutboundMessage(
                        CaseChanged.TYPE,
                        head.application().value(),
                        new CaseChanged(
                                head.application().value(),
                                head.caseNumber(),
                                file.status(),
                                head.proposals(),
                                head.refused() == null ? null : head.refused().reason())));
    }
}
