package fi.kumppani.grants.payment.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.Payer;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.payment.PaymentBatch.State;
import fi.kumppani.grants.payment.PaymentRow;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A batch as it is kept.
 *
 * @param approvedBy absent until it is approved
 * @param approvedAt absent likewise
 * @param exportedAt absent until it is exported
 */
record BatchDocument(
        String call,
        String payer,
        Confidential payerNumber,
        LocalDate payOn,
        String madeBy,
        Instant madeAt,
        String requestKey,
        String requestHash,
        String stage,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant exportedAt,
        boolean unfinished,
        List<RowPart> rows) {

    static final String UNFINISHED = "unfinished";
    static final String STILL = "still";
    private static final String COLLECTING = "collecting";
    private static final String PROPOSED = "proposed";
    private static final String DISCARDING = "discarding";
    private static final String DISCARDED = "discarded";
    private static final String APPROVING = "approving";
    private static final String APPROVED = "approved";
    private static final String EXPORTED = "exported";

    static BatchDocument from(PaymentBatch batch) {
        return switch (batch.state()) {
            case State.Collecting _ -> from(batch, COLLECTING, null, null, null);
            case State.Proposed _ -> from(batch, PROPOSED, null, null, null);
            case State.Discarding _ -> from(batch, DISCARDING, null, null, null);
            case State.Discarded _ -> from(batch, DISCARDED, null, null, null);
            case State.Approving(var by, var at) -> from(batch, APPROVING, by, at, null);
            case State.Approved(var by, var at) -> from(batch, APPROVED, by, at, null);
            case State.Exported(var by, var at, var exported) ->
                    from(batch, EXPORTED, by, at, exported);
        };
    }

    private static BatchDocument from(
            PaymentBatch batch,
            String stage,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Instant exportedAt) {
        return new BatchDocument(
                batch.call().value(),
                batch.payer().name(),
                new Confidential(batch.payer().iban().value()),
                batch.payer().on(),
                batch.madeBy(),
                batch.madeAt(),
                batch.request().key(),
                batch.request().contentHash(),
                stage,
                by,
                at,
                exportedAt,
                batch.isUnfinished(),
                batch.rows().stream().map(RowPart::from).toList());
    }

    /** What a job looks for after a crash. */
    String state() {
        return unfinished ? UNFINISHED : STILL;
    }

    PaymentBatch toDomain(String id) {
        return new PaymentBatch(
                new BatchId(id),
                new CallId(call),
                new Payer(payer, new Iban(payerNumber.text()), payOn),
                madeBy,
                madeAt,
                new Creation(requestKey, requestHash),
                read(),
                rows.stream().map(RowPart::toDomain).toList());
    }

    private State read() {
        return switch (stage) {
            case COLLECTING -> new State.Collecting();
            case PROPOSED -> new State.Proposed();
            case DISCARDING -> new State.Discarding();
            case DISCARDED -> new State.Discarded();
            case APPROVING -> new State.Approving(by(), at());
            case APPROVED -> new State.Approved(by(), at());
            case EXPORTED -> new State.Exported(by(), at(), Objects.requireNonNull(exportedAt));
            default -> throw new IllegalStateException("An unknown stage is kept: " + stage);
        };
    }

    private String by() {
        return Objects.requireNonNull(approvedBy);
    }

    private Instant at() {
        return Objects.requireNonNull(approvedAt);
    }

    /** A payment. */
    record RowPart(
            String payment,
            String application,
            String association,
            String diaryNumber,
            int instalment,
            long cents,
            Confidential number,
            String payee,
            PaymentRow.Stage stage,
            @Nullable String reason,
            boolean settled) {

        static RowPart from(PaymentRow row) {
            return new RowPart(
                    row.payment(),
                    row.application().value(),
                    row.association().value(),
                    row.diaryNumber(),
                    row.instalment(),
                    row.amount().cents(),
                    new Confidential(row.iban().value()),
                    row.payee(),
                    row.stage(),
                    row.reason(),
                    row.settled());
        }

        PaymentRow toDomain() {
            return new PaymentRow(
                    payment,
                    new ApplicationId(application),
                    new AssociationId(association),
                    diaryNumber,
                    instalment,
                    new Euros(cents),
                    new Iban(number.text()),
                    payee,
                    stage,
                    reason,
                    settled);
        }
    }
}
