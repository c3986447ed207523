package fi.kumppani.portal.paywork;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The books of a month as grants-service tells them.
 *
 * @param calls in the order they were made
 * @param differences how many there are in all
 */
record ReconciliationFacts(List<Call> calls, long differences) {

    static final String PATH = "/v1/municipalities/{municipality}/reconciliation";

    ReconciliationFacts {
        calls = List.copyOf(calls);
    }

    /** The books of a call; sums by account. */
    record Call(
            String callId,
            LocalizedText title,
            @Nullable String account,
            @Nullable String serviceClass,
            Map<String, BigDecimal> opening,
            List<Movement> movements,
            Map<String, BigDecimal> closing,
            List<Batch> batches,
            List<Difference> differences) {}

    /** What moved, such as {@code granted}. */
    record Movement(String kind, long count, BigDecimal amount) {}

    /** A batch that went to the bank, and what the bank has said of it. */
    record Batch(
            String batchId,
            Instant sentAt,
            Part all,
            Part confirmed,
            Part rejected,
            Part unanswered) {}

    /** Some of its payments. */
    record Part(long count, BigDecimal amount) {}

    /** What does not agree, such as {@code payment-unknown}. */
    record Difference(
            String kind,
            @Nullable String applicationId,
            BigDecimal inLedger,
            BigDecimal elsewhere) {}

    /** Asks for a month, such as {@code 2026-11}. */
    static Question<ReconciliationFacts> of(String municipality, String month) {
        return Question.get(
                Backend.GRANTS,
                ReconciliationFacts.class,
                PATH + "?month={month}",
                Map.of("municipality", municipality, "month", month));
    }
}
