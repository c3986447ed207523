package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.ledger.Booking;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.FinishBatch;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatches;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the batches of a month against the ledger, payment by payment. */
@Service
class BatchCheck {

    private static final int PAGE = 50;

    private final PaymentBatches batches;
    private final FinishBatch finishBatch;
    private final Ledgers ledgers;

    BatchCheck(PaymentBatches batches, FinishBatch finishBatch, Ledgers ledgers) {
        this.batches = batches;
        this.finishBatch = finishBatch;
        this.ledgers = ledgers;
    }

    /** The batches that were approved or went to the bank in a month, by call. */
    Map<CallId, List<BatchId>> of(BookMonth month) {
        Map<CallId, List<BatchId>> found = new HashMap<>();
        String after = "";
        List<Stored<PaymentBatch>> page;
        do {
            page = batches.list(after, PAGE);
            for (Stored<PaymentBatch> each : page) {
                after = each.id();
                if (touches(each.body(), month)) {
                    found.computeIfAbsent(each.body().call(), _ -> new ArrayList<>())
                            .add(each.body().id());
                }
            }
        } while (page.size() == PAGE);
        return found;
    }

    private static boolean touches(PaymentBatch batch, BookMonth month) {
        return switch (batch.state()) {
            case PaymentBatch.State.Approving(_, var at) -> month.includes(at);
            case PaymentBatch.State.Approved(_, var at) -> month.includes(at);
            case PaymentBatch.State.Exported(_, var at, var exportedAt) ->
                    month.includes(at) || month.includes(exportedAt);
            default -> false;
        };
    }

    /** A batch, once what a crash left of it is finished. */
    Optional<PaymentBatch> load(BatchId id) {
        return finishBatch.load(id).map(Stored::body);
    }

    /** What went to the bank; empty when it did not in this month. */
    static Optional<SentBatch> sent(PaymentBatch batch, BookMonth month) {
        return batch.state() instanceof PaymentBatch.State.Exported(_, _, var exportedAt)
                        && month.includes(exportedAt)
                ? Optional.of(SentBatch.of(batch, exportedAt))
                : Optional.empty();
    }

    /** In what its payments and the ledger do not agree. */
    List<Difference> differences(PaymentBatch batch) {
        LedgerId ledger = new LedgerId(batch.call().value());
        return batch.payments().stream().flatMap(row -> difference(ledger, row)).toList();
    }

    private Stream<Difference> difference(LedgerId ledger, PaymentRow row) {
        Optional<Position> position = ledgers.position(ledger, row.application().value());
        Euros paid = booked(position, LedgerEntry.Kind.PAID, row);
        Euros reversed = booked(position, LedgerEntry.Kind.REVERSED, row);
        Euros rejected = row.stage() == PaymentRow.Stage.REJECTED ? row.amount() : Euros.ZERO;
        List<Difference> found = new ArrayList<>();
        if (!paid.equals(row.amount())) {
            found.add(difference(Difference.Kind.PAYMENT_NOT_BOOKED, row, paid, row.amount()));
        }
        if (!reversed.equals(rejected)) {
            found.add(
                    difference(
                            rejected.equals(Euros.ZERO)
                                    ? Difference.Kind.REJECTION_UNKNOWN
                                    : Difference.Kind.REJECTION_NOT_BOOKED,
                            row,
                            reversed,
                            rejected));
        }
        return found.stream();
    }

    private static Euros booked(
            Optional<Position> position, LedgerEntry.Kind kind, PaymentRow row) {
        return position.flatMap(each -> each.answer(kind, new OperationId(row.payment())))
                .filter(Booking::isDone)
                .map(Booking::amount)
                .orElse(Euros.ZERO);
    }

    private static Difference difference(
            Difference.Kind kind, PaymentRow row, Euros inLedger, Euros elsewhere) {
        return new Difference(kind, row.application().value(), row.payment(), inLedger, elsewhere);
    }
}
