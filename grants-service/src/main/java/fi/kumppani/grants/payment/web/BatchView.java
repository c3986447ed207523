package fi.kumppani.grants.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatch.State;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A batch, accounts masked.
 *
 * @param messageId by which the bank knows it
 * @param status where it stands, in the words of the messages
 * @param total what its payments come to that are not left out
 * @param exportedAt when it was first given to the bank
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchView(
        String id,
        String messageId,
        String callId,
        String status,
        String payer,
        String payerAccount,
        LocalDate payOn,
        Euros total,
        Instant madeAt,
        @Nullable Instant approvedAt,
        @Nullable Instant exportedAt,
        List<RowView> rows) {

    /**
     * A payment.
     *
     * @param stage {@code waiting}, {@code left-out}, {@code booked}, {@code confirmed} or {@code
     *     rejected}
     * @param reasonCode why the bank did not carry it out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String paymentId,
            String endToEndId,
            String applicationId,
            String diaryNumber,
            int instalment,
            Euros amount,
            String payee,
            String account,
            String stage,
            @Nullable String reasonCode) {

        static RowView of(PaymentRow row) {
            return new RowView(
                    row.payment(),
                    row.endToEndId(),
                    row.application().value(),
                    row.diaryNumber(),
                    row.instalment(),
                    row.amount(),
                    row.payee(),
                    row.iban().masked(),
                    WireCodes.of(row.stage()),
                    row.reason());
        }
    }

    static BatchView of(PaymentBatch batch) {
        return new BatchView(
                batch.id().value(),
                batch.id().compact(),
                batch.call().value(),
                batch.status(),
                batch.payer().name(),
                batch.payer().iban().masked(),
                batch.payer().on(),
                batch.total(),
                batch.madeAt(),
                switch (batch.state()) {
                    case State.Approving(_, var at) -> at;
                    case State.Approved(_, var at) -> at;
                    case State.Exported(_, var at, _) -> at;
                    default -> null;
                },
                batch.state() instanceof State.Exported(_, _, var at) ? at : null,
                batch.rows().stream().map(RowView::of).toList());
    }
}
