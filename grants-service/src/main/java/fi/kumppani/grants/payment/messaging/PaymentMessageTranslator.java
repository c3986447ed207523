package fi.kumppani.grants.payment.messaging;

import fi.kumppani.contracts.grants.PaymentChanged;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts how a batch stands; nothing of accounts and people. */
@Component
class PaymentMessageTranslator implements MessageTranslator<PaymentBatch> {

    @Override
    public List<OutboundMessage> announce(PaymentBatch batch) {
        return List.of(
                new OutboundMessage(
                        PaymentChanged.TYPE,
                        batch.id().value(),
                        new PaymentChanged(
                                new fi.kumppani.contracts.grants.PaymentBatch(
                                        batch.id().value(),
                                        batch.call().value(),
                                        batch.status(),
                                        count(batch, false),
                                        count(batch, true),
                                        batch.total().toContract()))));
    }

    private static int count(PaymentBatch batch, boolean rejectedOnly) {
        return Math.toIntExact(
                batch.rows().stream()
                        .filter(row -> row.stage() != PaymentRow.Stage.LEFT_OUT)
                        .filter(row -> !rejectedOnly || row.stage() == PaymentRow.Stage.REJECTED)
                        .count());
    }
}
