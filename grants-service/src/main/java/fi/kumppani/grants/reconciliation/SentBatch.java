package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.money.Euros;

import java.time.Instant;
import java.util.List;

/**
 * A batch that went to the bank, and what the bank has said of its payments by now.
 *
 * @param all its payments
 * @param confirmed those that were carried out
 * @param rejected those that were not
 * @param unanswered the rest
 */
public record SentBatch(
        BatchId id, Instant sentAt, Part all, Part confirmed, Part rejected, Part unanswered) {

    /**
     * Some of its payments.
     *
     * @param count how many
     * @param amount what they come to
     */
    public record Part(int count, Euros amount) {

        static Part of(List<PaymentRow> rows) {
            return new Part(
                    rows.size(),
                    rows.stream().map(PaymentRow::amount).reduce(Euros.ZERO, Euros::plus));
        }
    }

    static SentBatch of(PaymentBatch batch, Instant sentAt) {
        return new SentBatch(
                batch.id(),
                sentAt,
                Part.of(batch.payments()),
                at(batch, PaymentRow.Stage.CONFIRMED),
                at(batch, PaymentRow.Stage.REJECTED),
                at(batch, PaymentRow.Stage.BOOKED));
    }

    private static Part at(PaymentBatch batch, PaymentRow.Stage stage) {
        return Part.of(batch.payments().stream().filter(row -> row.stage() == stage).toList());
    }
}
