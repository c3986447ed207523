package fi.kumppani.grants.retention;

import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatches;
import fi.kumppani.grants.payment.SettledBatches;

import org.springframework.stereotype.Service;

/** Erases a batch of payments with the accounts it went to; ledger and awards keep the sums. */
@Service
class EraseBatch implements Eraser {

    private final PaymentBatches batches;
    private final SettledBatches settled;

    EraseBatch(PaymentBatches batches, SettledBatches settled) {
        this.batches = batches;
        this.settled = settled;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.PAYMENTS;
    }

    @Override
    public Erased erase(String subject) {
        var id = new BatchId(subject);
        return batches.find(id).isEmpty() || settled.erase(id, EraseBatch::isOver)
                ? Erased.GONE
                : Erased.NOT_YET;
    }

    private static boolean isOver(PaymentBatch batch) {
        return !batch.isUnfinished()
                && (batch.state() instanceof PaymentBatch.State.Exported
                        || batch.state() instanceof PaymentBatch.State.Discarded);
    }
}
