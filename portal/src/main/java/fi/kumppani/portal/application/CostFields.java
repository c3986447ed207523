package fi.kumppani.portal.application;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields by which costs and what pays for them are written by kind. */
final class CostFields {

    /** All of them. */
    static final List<String> NAMES =
            Stream.concat(
                            CostPlan.COSTS.stream().map(CostFields::cost),
                            CostPlan.INCOMES.stream().map(CostFields::income))
                    .toList();

    private static final String ERROR = PlanFields.FAMILY + ".error.";

    private CostFields() {}

    /**
     * A field.
     *
     * @param kind of costs or of what pays for them
     * @param most the most of them that is granted; null for no such cap
     */
    record Field(String name, String kind, @Nullable String most) {}

    /** For which costs there is a field: those that the call accepts, or that are told already. */
    static List<Field> costs(CallPart call, FilledForm form) {
        Map<String, Optional<BigDecimal>> accepted = call.acceptedCosts();
        boolean isTold = NAMES.stream().anyMatch(name -> !form.value(name).isEmpty());
        return CostPlan.COSTS.stream()
                .filter(
                        kind ->
                                accepted.containsKey(kind)
                                        || !form.value(cost(kind)).isEmpty()
                                        || (accepted.isEmpty() && isTold))
                .map(
                        kind ->
                                new Field(
                                        cost(kind),
                                        kind,
                                        accepted.getOrDefault(kind, Optional.empty())
                                                .map(Formats::euros)
                                                .orElse(null)))
                .toList();
    }

    /** For what pays for them. */
    static List<Field> incomes() {
        return CostPlan.INCOMES.stream().map(kind -> new Field(income(kind), kind, null)).toList();
    }

    /** Fills them in with what is kept. */
    static void fill(FilledForm form, @Nullable CostPlan plan) {
        NAMES.forEach(name -> form.put(name, ""));
        if (plan != null) {
            plan.costs().forEach(each -> put(form, cost(each.category()), each.amount()));
            plan.paying().forEach(each -> put(form, income(each.kind()), each.amount()));
        }
    }

    private static void put(FilledForm form, String name, BigDecimal amount) {
        if (NAMES.contains(name)) {
            form.put(name, Amounts.field(amount));
        }
    }

    /**
     * Puts what is sent to the service into the body, unless nothing is told; what cannot be read,
     * or does not come to the same, becomes a fault of the form.
     *
     * @param body with what is applied for and the whole cost, as far as they are told
     */
    static void read(FilledForm form, Map<String, Object> body) {
        List<Map<String, Object>> costs = amounts(form, CostPlan.COSTS, "category", "cost.");
        List<Map<String, Object>> incomes = amounts(form, CostPlan.INCOMES, "kind", "income.");
        if ((costs.isEmpty() && incomes.isEmpty()) || form.isRefused()) {
            return;
        }
        BigDecimal total = sum(costs);
        Object told = body.get("totalCost");
        String first =
                NAMES.stream().filter(name -> !form.value(name).isEmpty()).findFirst().orElse("");
        if (costs.isEmpty()
                || (told != null && total.compareTo(new BigDecimal(told.toString())) != 0)) {
            form.refuse(costs.isEmpty() ? cost(CostPlan.COSTS.getFirst()) : first, ERROR + "costs");
            return;
        }
        BigDecimal requested = new BigDecimal(String.valueOf(body.get("requested")));
        if (sum(incomes).add(requested).compareTo(total) != 0) {
            form.refuse(income(CostPlan.INCOMES.getFirst()), ERROR + "incomes");
            return;
        }
        body.put("costPlan", Map.of("costs", costs, "incomes", incomes));
    }

    /** The plan as the service reads it; empty when there is none. */
    static Optional<Map<String, Object>> body(@Nullable CostPlan plan) {
        return Optional.ofNullable(plan)
                .map(
                        each ->
                                Map.of(
                                        "costs",
                                        each.costs().stream()
                                                .map(
                                                        cost ->
                                                                row(
                                                                        "category",
                                                                        cost.category(),
                                                                        cost.amount()))
                                                .toList(),
                                        "incomes",
                                        each.paying().stream()
                                                .map(
                                                        income ->
                                                                row(
                                                                        "kind",
                                                                        income.kind(),
                                                                        income.amount()))
                                                .toList()));
    }

    private static Map<String, Object> row(String name, String kind, BigDecimal amount) {
        return Map.of(name, kind, "amount", amount.setScale(2).toPlainString());
    }

    private static List<Map<String, Object>> amounts(
            FilledForm form, List<String> kinds, String name, String prefix) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String kind : kinds) {
            String field = prefix + kind;
            Optional<String> amount = Amounts.read(form.value(field));
            if (amount.isEmpty() && !form.value(field).isEmpty()) {
                form.refuse(field, ERROR + "amount");
            }
            amount.filter(read -> new BigDecimal(read).signum() > 0)
                    .ifPresent(
                            read -> {
                                Map<String, Object> row = new LinkedHashMap<>();
                                row.put(name, kind);
                                row.put("amount", read);
                                rows.add(row);
                            });
        }
        return rows;
    }

    private static BigDecimal sum(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new BigDecimal(String.valueOf(row.get("amount"))))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private static String cost(String kind) {
        return "cost." + kind;
    }

    private static String income(String kind) {
        return "income." + kind;
    }
}
