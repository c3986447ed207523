package fi.kumppani.grants.reconciliation.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.reconciliation.CallMonth;
import fi.kumppani.grants.reconciliation.Difference;
import fi.kumppani.grants.reconciliation.Movement;
import fi.kumppani.grants.reconciliation.SentBatch;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The books of one call in a month.
 *
 * @param account the number of its account in the municipality's books; absent when not told
 * @param serviceClass the class of its service; absent likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallMonthView(
        String callId,
        LocalizedText title,
        @Nullable String account,
        @Nullable String serviceClass,
        Sums opening,
        List<MovementView> movements,
        Sums closing,
        List<BatchView> batches,
        List<DifferenceView> differences) {

    static CallMonthView of(CallMonth books) {
        return new CallMonthView(
                books.call().value(),
                books.title(),
                books.line().account(),
                books.line().serviceClass(),
                Sums.of(books.opening()),
                books.movements().stream().map(MovementView::of).toList(),
                Sums.of(books.closing()),
                books.batches().stream().map(BatchView::of).toList(),
                books.differences().stream().map(DifferenceView::of).toList());
    }

    /** What is in each account; the appropriation is all the others together. */
    record Sums(
            Euros appropriation,
            Euros available,
            Euros reserved,
            Euros granted,
            Euros paid,
            Euros returned) {

        static Sums of(Balances balances) {
            return new Sums(
                    new Euros(-balances.in(Account.BUDGET)),
                    new Euros(balances.in(Account.AVAILABLE)),
                    new Euros(balances.in(Account.RESERVED)),
                    new Euros(balances.in(Account.GRANTED)),
                    new Euros(balances.in(Account.PAID)),
                    new Euros(balances.in(Account.RETURNED)));
        }
    }

    /**
     * What moved.
     *
     * @param kind {@code appropriated}, {@code raised}, {@code lowered}, {@code reserved}, {@code
     *     granted}, {@code released}, {@code paid}, {@code reversed}, {@code recovered}, {@code
     *     returned} or {@code loan-repaid}
     */
    record MovementView(String kind, long count, Euros amount) {

        static MovementView of(Movement movement) {
            return new MovementView(
                    WireCodes.of(movement.kind()), movement.count(), movement.amount());
        }
    }

    /** A batch that went to the bank, and what the bank has said of it by now. */
    record BatchView(
            String batchId,
            Instant sentAt,
            SentBatch.Part all,
            SentBatch.Part confirmed,
            SentBatch.Part rejected,
            SentBatch.Part unanswered) {

        static BatchView of(SentBatch batch) {
            return new BatchView(
                    batch.id().value(),
                    batch.sentAt(),
                    batch.all(),
                    batch.confirmed(),
                    batch.rejected(),
                    batch.unanswered());
        }
    }

    /**
     * What does not agree.
     *
     * @param kind {@code payment-unknown}, {@code payment-not-booked}, {@code
     *     rejection-not-booked}, {@code rejection-unknown}, {@code return-unknown} or {@code
     *     sums-of-entries}
     * @param applicationId whose case it is; absent when it is about the ledger as a whole
     * @param about the payment or the money that came back; absent likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DifferenceView(
            String kind,
            @Nullable String applicationId,
            @Nullable String about,
            Euros inLedger,
            Euros elsewhere) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    WireCodes.of(difference.kind()),
                    difference.application(),
                    difference.about(),
                    difference.inLedger(),
                    difference.elsewhere());
        }
    }
}
