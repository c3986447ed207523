package fi.kumppani.portal.usage;

import fi.kumppani.portal.application.CostPlan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a report tells.
 *
 * @param costs what the money went to, each kind of costs once
 * @param receipts the costs one by one
 * @param participants how many people took part; null when it is not told
 * @param events how many events there were
 * @param volunteerHours how many hours people worked for nothing
 * @param text what came of it in words
 */
public record ReportContent(
        List<Cost> costs,
        List<Receipt> receipts,
        @Nullable Integer participants,
        @Nullable Integer events,
        @Nullable Integer volunteerHours,
        @Nullable String text) {

    /** The kinds of costs, as grants-service knows them. */
    static final List<String> CATEGORIES = CostPlan.COSTS;

    /** Copies the lists. */
    public ReportContent {
        costs = List.copyOf(Objects.requireNonNullElse(costs, List.of()));
        receipts = List.copyOf(Objects.requireNonNullElse(receipts, List.of()));
    }

    /** Euros for a kind of costs. */
    public record Cost(String category, BigDecimal amount) {}

    /**
     * A cost with its receipt.
     *
     * @param file the id of the file that shows it
     */
    public record Receipt(
            String category,
            LocalDate paidOn,
            BigDecimal amount,
            String description,
            @Nullable String file) {

        /** What tells it from others. */
        String mark() {
            return Integer.toHexString(Objects.hash(category, paidOn, amount, description, file));
        }

        private Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("category", category);
            body.put("paidOn", paidOn.toString());
            body.put("amount", plain(amount));
            body.put("description", description);
            putUnlessNull(body, "file", file);
            return body;
        }
    }

    /** The same with these receipts. */
    ReportContent with(List<Receipt> others) {
        return new ReportContent(costs, others, participants, events, volunteerHours, text);
    }

    /** The same with a receipt more. */
    ReportContent and(Receipt more) {
        return with(Stream.concat(receipts.stream(), Stream.of(more)).toList());
    }

    /** The same without one receipt of those with this mark. */
    ReportContent without(String mark) {
        return receipts.stream()
                .filter(each -> each.mark().equals(mark))
                .findFirst()
                .map(
                        gone -> {
                            List<Receipt> left = new ArrayList<>(receipts);
                            left.remove(gone);
                            return with(left);
                        })
                .orElse(this);
    }

    /** What is sent to the service. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "costs",
                costs.stream()
                        .map(
                                each ->
                                        Map.of(
                                                "category",
                                                each.category(),
                                                "amount",
                                                plain(each.amount())))
                        .toList());
        body.put("receipts", receipts.stream().map(Receipt::body).toList());
        putUnlessNull(body, "participants", participants);
        putUnlessNull(body, "events", events);
        putUnlessNull(body, "volunteerHours", volunteerHours);
        putUnlessNull(body, "text", text);
        return body;
    }

    private static void putUnlessNull(
            Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
