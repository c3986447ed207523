package fi.kumppani.grants.ledger.messaging;

import fi.kumppani.contracts.grants.Ledger;
import fi.kumppani.contracts.grants.LedgerChanged;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.LedgerSums;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how a ledger stands. */
@Component
class LedgerMessageTranslator implements MessageTranslator<LedgerSums> {

    @Override
    public List<OutboundMessage> announce(LedgerSums sums) {
        BudgetLedger ledger = sums.ledger();
        return List.of(
                new OutboundMessage(
                        LedgerChanged.TYPE,
                        sums.id().value(),
                        new LedgerChanged(
                                new Ledger(
                                        sums.id().value(),
                                        ledger.appropriation().toContract(),
                                        ledger.available().toContract(),
                                        ledger.reserved().toContract(),
                                        ledger.granted().toContract(),
                                        ledger.paid().toContract(),
                                        ledger.returned().toContract()))));
    }
}
