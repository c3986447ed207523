package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A batch of payments, accounts masked.
 *
 * @param messageId by which the bank knows it
 * @param total euros that its payments come to, without those left out
 */
record BatchFacts(
        String id,
        String messageId,
        String callId,
        String status,
        String payer,
        String payerAccount,
        LocalDate payOn,
        BigDecimal total,
        Instant madeAt,
        @Nullable Instant approvedAt,
        @Nullable Instant exportedAt,
        List<Row> rows) {

    private static final ParameterizedTypeReference<Listing<BatchFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String ALL = "/v1/municipalities/{municipality}/payment-batches";
    private static final String ONE = ALL + "/{id}";
    private static final Set<String> STATUSES =
            Set.of(
                    "collecting",
                    "proposed",
                    "discarded",
                    "approved",
                    "exported",
                    "partly-rejected",
                    "confirmed");
    private static final Set<String> STAGES =
            Set.of("waiting", "left-out", "booked", "confirmed", "rejected");

    BatchFacts {
        rows = List.copyOf(rows);
    }

    /**
     * A payment.
     *
     * @param instalment its number, from 1
     * @param reasonCode why the bank did not carry it out, as its ISO 20022 code
     */
    record Row(
            String applicationId,
            String diaryNumber,
            int instalment,
            BigDecimal amount,
            String payee,
            String account,
            String stage,
            @Nullable String reasonCode) {

        String knownStage() {
            return STAGES.contains(stage) ? stage : "other";
        }
    }

    /** One of those that pages have words for. */
    String knownStatus() {
        return STATUSES.contains(status) ? status : "other";
    }

    /** Since when it waits for somebody; null when for nobody. */
    @Nullable Instant waitsSince() {
        return switch (status) {
            case "proposed" -> madeAt;
            case "approved" -> approvedAt;
            case "exported" -> exportedAt;
            default -> null;
        };
    }

    static Question<Listing<BatchFacts>> all(String municipality, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                ALL,
                Map.of("municipality", municipality),
                from,
                WholeList.AT_ONCE);
    }

    static Question<BatchFacts> one(String municipality, String id) {
        return Question.get(Backend.GRANTS, BatchFacts.class, ONE, WorkCall.at(municipality, id));
    }

    /** Discards it, by whoever has seen this version; its instalments can be collected anew. */
    static Question<Done> discard(String municipality, String id, String seen) {
        return Question.delete(Backend.GRANTS, ONE, WorkCall.at(municipality, id))
                .with("If-Match", seen);
    }

    /** Notes what the bank says of its payments, as an ISO 20022 status report. */
    static Question<BatchFacts> report(String municipality, String id, byte[] report) {
        return Question.put(
                Backend.GRANTS,
                BatchFacts.class,
                ONE + "/status-report",
                WorkCall.at(municipality, id),
                report);
    }

    /**
     * Asks for a move of it, by whoever has seen this version.
     *
     * @param move {@code approval} or {@code export}
     */
    static Question<BatchFacts> move(String municipality, String id, String move, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        BatchFacts.class,
                        ONE + "/" + move,
                        WorkCall.at(municipality, id),
                        Map.of())
                .with("If-Match", seen);
    }
}
