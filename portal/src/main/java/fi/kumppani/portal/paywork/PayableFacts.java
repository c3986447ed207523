package fi.kumppani.portal.paywork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.person.Person;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An instalment of a grant.
 *
 * @param instalment its number, from 1
 * @param payment how far the last attempt to pay it is; absent when there was none
 * @param holds what it waits for; nothing when it can be paid now
 */
record PayableFacts(
        String applicationId,
        String diaryNumber,
        int instalment,
        BigDecimal amount,
        @Nullable String payment,
        List<String> holds) {

    private static final Set<String> HOLDS =
            Set.of(
                    "imported",
                    "not-accepted",
                    "not-final",
                    "no-bank-account",
                    "receipts-missing",
                    "nothing-to-pay",
                    "earlier-instalment",
                    "in-batch",
                    "account-refused",
                    "report-overdue");
    private static final Set<String> PAYMENTS =
            Set.of("collected", "paid", "confirmed", "rejected");
    private static final ParameterizedTypeReference<Listing<Arrival>> LISTING =
            new ParameterizedTypeReference<>() {};

    PayableFacts {
        holds = List.copyOf(holds);
    }

    /** The instalments of one application. */
    record Arrival(List<PayableFacts> instalments) {}

    /** Whether it can be paid now. */
    boolean isDue() {
        return holds.isEmpty();
    }

    /** What it waits for, as far as pages have words for it. */
    List<String> knownHolds() {
        return holds.stream().map(hold -> HOLDS.contains(hold) ? hold : "other").toList();
    }

    /** How far its payment is, if there was one that pages have words for. */
    @Nullable String knownPayment() {
        return payment != null && PAYMENTS.contains(payment) ? payment : null;
    }

    /** All that is to be paid of a call. */
    static Answer<Listing<PayableFacts>> of(String municipality, String call, Person person) {
        return WholeList.toOrder(
                        person,
                        from ->
                                Question.page(
                                        Backend.GRANTS,
                                        LISTING,
                                        WorkCall.ALL + "/{id}/payables",
                                        WorkCall.at(municipality, call),
                                        from,
                                        WholeList.AT_ONCE))
                .map(
                        found ->
                                new Listing<>(
                                        found.items().stream()
                                                .flatMap(each -> each.instalments().stream())
                                                .toList(),
                                        found.next()));
    }

    /** What is told of a batch that was collected. */
    record Collected(String id) {}

    /** Collects what is due, once for this key. */
    static Question<Collected> collect(String municipality, Map<String, Object> body, String key) {
        return Question.post(
                        Backend.GRANTS,
                        Collected.class,
                        "/v1/municipalities/{municipality}/payment-batches",
                        Map.of("municipality", municipality),
                        body)
                .with("Idempotency-Key", key);
    }
}
