package fi.kumppani.grants.award.persistence;

import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An award as it is kept.
 *
 * @param answeredBy absent while it is open
 * @param answeredAt absent likewise
 * @param receipts absent until they were looked through
 */
record AwardDocument(
        String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable ReceiptsPart receipts,
        List<PaymentPart> payments,
        @Nullable List<String> givenBack,
        @Nullable ReplacementPart replacement) {

    static final String DECLINING = "declining";
    private static final String OPEN = "open";
    private static final String ACCEPTED = "accepted";
    private static final String DECLINED = "declined";

    static AwardDocument from(Award award) {
        return switch (award.answer()) {
            case Answer.Open _ -> from(award, OPEN, null, null);
            case Answer.Accepted(var by, var at) -> from(award, ACCEPTED, by, at);
            case Answer.Declining(var by, var at) -> from(award, DECLINING, by, at);
            case Answer.Declined(var by, var at) -> from(award, DECLINED, by, at);
        };
    }

    private static AwardDocument from(
            Award award, String answer, @Nullable String by, @Nullable Instant at) {
        Receipts receipts = award.receipts();
        return new AwardDocument(
                answer,
                by,
                at,
                receipts == null
                        ? null
                        : new ReceiptsPart(
                                receipts.costs().cents(),
                                receipts.receivedOn(),
                                receipts.by(),
                                receipts.at()),
                award.payments().stream().map(PaymentPart::from).toList(),
                award.givenBack().isEmpty() ? null : award.givenBack().stream().sorted().toList(),
                award.replacement() == null
                        ? null
                        : new ReplacementPart(
                                award.replacement().decision(), award.replacement().at()));
    }

    Award toDomain(String id) {
        return new Award(
                new ApplicationId(id),
                read(),
                receipts == null
                        ? null
                        : new Receipts(
                                new Euros(receipts.costsCents()),
                                receipts.receivedOn(),
                                receipts.by(),
                                receipts.at()),
                payments.stream().map(PaymentPart::toDomain).toList(),
                givenBack == null ? Set.of() : Set.copyOf(givenBack),
                replacement == null
                        ? null
                        : new Award.Replacement(replacement.decision(), replacement.at()));
    }

    record ReplacementPart(int decision, Instant at) {}

    private Answer read() {
        if (answer.equals(OPEN)) {
            return new Answer.Open();
        }
        String by = Objects.requireNonNull(answeredBy);
        Instant at = Objects.requireNonNull(answeredAt);
        return switch (answer) {
            case ACCEPTED -> new Answer.Accepted(by, at);
            case DECLINING -> new Answer.Declining(by, at);
            case DECLINED -> new Answer.Declined(by, at);
            default -> throw new IllegalStateException("An unknown answer is kept: " + answer);
        };
    }

    record ReceiptsPart(long costsCents, @Nullable LocalDate receivedOn, String by, Instant at) {}

    record PaymentPart(
            String payment,
            int instalment,
            long cents,
            Payment.Stage stage,
            @Nullable String reason,
            Instant at) {

        static PaymentPart from(Payment payment) {
            return new PaymentPart(
                    payment.id(),
                    payment.instalment(),
                    payment.amount().cents(),
                    payment.stage(),
                    payment.reason(),
                    payment.at());
        }

        Payment toDomain() {
            return new Payment(payment, instalment, new Euros(cents), stage, reason, at);
        }
    }
}
