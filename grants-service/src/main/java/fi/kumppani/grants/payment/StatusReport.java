package fi.kumppani.grants.payment;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bank says of a credit transfer (customer payment status report; ISO 20022, pain.002).
 *
 * @param message the id of the credit transfer it is about
 * @param whole what it says of all payments that it does not name
 * @param payments what it says of some
 */
public record StatusReport(String message, Verdict whole, List<Line> payments) {

    private static final Set<String> SETTLED = Set.of("ACCC", "ACSC", "ACWC");
    private static final Set<String> REFUSED = Set.of("RJCT", "CANC");

    /** Copies the list. */
    public StatusReport {
        payments = List.copyOf(payments);
    }

    /**
     * What is said of one or several payments.
     *
     * @param status as its ISO 20022 code; null when none is told
     * @param reason why, as its ISO 20022 code; null when none is told
     */
    public record Verdict(@Nullable String status, @Nullable String reason) {

        /** The bank's answer; empty as long as the bank has not finished. */
        Optional<PaymentBatch.BankAnswer> answer() {
            if (status == null) {
                return Optional.empty();
            }
            if (REFUSED.contains(status)) {
                return Optional.of(new PaymentBatch.BankAnswer(false, reason));
            }
            return SETTLED.contains(status)
                    ? Optional.of(new PaymentBatch.BankAnswer(true, null))
                    : Optional.empty();
        }
    }

    /**
     * What is said of one payment.
     *
     * @param endToEndId the id that the credit transfer gave it
     */
    public record Line(String endToEndId, Verdict verdict) {}

    /** The ids it names that are no payments of a batch. */
    List<String> strangers(PaymentBatch batch) {
        Set<String> known =
                batch.payments().stream()
                        .map(PaymentRow::endToEndId)
                        .collect(Collectors.toUnmodifiableSet());
        return payments.stream()
                .map(Line::endToEndId)
                .filter(each -> !known.contains(each))
                .distinct()
                .toList();
    }

    /** What it answers of the payments of a batch, by their ids. */
    Map<String, PaymentBatch.BankAnswer> answers(PaymentBatch batch) {
        Map<String, Verdict> named = new HashMap<>();
        payments.forEach(each -> named.put(each.endToEndId(), each.verdict()));
        Map<String, PaymentBatch.BankAnswer> answers = new HashMap<>();
        for (PaymentRow row : batch.payments()) {
            named.getOrDefault(row.endToEndId(), whole)
                    .answer()
                    .ifPresent(answer -> answers.put(row.payment(), answer));
        }
        return answers;
    }
}
