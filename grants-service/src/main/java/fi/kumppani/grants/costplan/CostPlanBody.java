package fi.kumppani.grants.costplan;

import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.scheme.IncomeKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What something costs by kind, and what pays for it beside the grant that is applied for.
 *
 * @param costs by kind, such as {@code premises}; together the whole cost
 * @param incomes by kind, such as {@code own-work}; with what is applied for as much as the costs
 */
public record CostPlanBody(
        @NotNull @Size(min = 1, max = 8) List<@NotNull @Valid ShareBody> costs,
        @Nullable @Size(max = 5) List<@NotNull @Valid IncomeBody> incomes) {

    /** What pays for some of it. */
    public record IncomeBody(@NotNull String kind, @NotNull Euros amount) {}

    /** The plan in the words of people; null when there is none. */
    public static @Nullable CostPlanBody maybe(@Nullable CostPlan plan) {
        return plan == null ? null : of(plan);
    }

    private static CostPlanBody of(CostPlan plan) {
        return new CostPlanBody(
                plan.costs().stream().map(ShareBody::of).toList(),
                plan.incomes().stream()
                        .map(each -> new IncomeBody(WireCodes.of(each.kind()), each.amount()))
                        .toList());
    }

    /** The costs as one cell of a table, such as {@code premises: 100.00; travel: 20.00}. */
    public String costsInOneLine() {
        return costs.stream()
                .map(each -> each.category() + ": " + each.amount())
                .collect(Collectors.joining("; "));
    }

    /** What pays for them as one cell of a table. */
    public String incomesInOneLine() {
        return incomes == null
                ? ""
                : incomes.stream()
                        .map(each -> each.kind() + ": " + each.amount())
                        .collect(Collectors.joining("; "));
    }

    /** The plan; what is wrong with it is noted, and then it is null. */
    public @Nullable CostPlan read(FieldErrors errors) {
        List<CostShare> read = ShareBody.read(costs, "costPlan.costs", errors);
        List<CostPlan.Income> paying = incomes(errors);
        return errors.isEmpty() ? new CostPlan(read, paying) : null;
    }

    /**
     * The plan, which has to come to what is told beside it; what is wrong is noted.
     *
     * @param requested what is applied for
     * @param totalCost what it costs as a whole; null when that is told by the plan alone
     * @return null when it is no plan
     */
    public @Nullable CostPlan read(Euros requested, @Nullable Euros totalCost, FieldErrors errors) {
        CostPlan plan = read(errors);
        if (plan != null && totalCost != null && !plan.total().equals(totalCost)) {
            errors.add("costPlan.costs", "not-the-total", "In all as much as the whole cost");
        }
        if (plan != null && !plan.isPaidForBy(requested)) {
            errors.add(
                    "costPlan.incomes",
                    "not-balanced",
                    "With what is applied for in all as much as the costs");
        }
        return plan;
    }

    private List<CostPlan.Income> incomes(FieldErrors errors) {
        Map<IncomeKind, CostPlan.Income> read = new EnumMap<>(IncomeKind.class);
        List<IncomeBody> told = incomes == null ? List.of() : incomes;
        for (int i = 0; i < told.size(); i++) {
            IncomeBody each = told.get(i);
            String at = "costPlan.incomes[" + i + "]";
            var kind = WireCodes.read(IncomeKind.class, each.kind());
            if (kind.isEmpty()) {
                errors.add(at + ".kind", "unknown", "One of " + WireCodes.all(IncomeKind.class));
            } else if (each.amount().cents() == 0) {
                errors.add(at + ".amount", "not-positive", "More than nothing");
            } else if (read.putIfAbsent(kind.get(), new CostPlan.Income(kind.get(), each.amount()))
                    != null) {
                errors.add(at + ".kind", "duplicate", "Each kind once");
            }
        }
        return List.copyOf(read.values());
    }
}
