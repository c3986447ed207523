package fi.kumppani.grants.costplan;

import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.scheme.IncomeKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import java.util.List;

/** A plan of costs as it is kept. */
public record KeptCostPlan(List<Part> costs, List<Part> incomes) {

    /** An amount and what it is for, or from. */
    public record Part(String kind, long cents) {}

    /** As it is kept. */
    public static KeptCostPlan from(CostPlan plan) {
        return new KeptCostPlan(
                plan.costs().stream()
                        .map(each -> new Part(WireCodes.of(each.category()), each.amount().cents()))
                        .toList(),
                plan.incomes().stream()
                        .map(each -> new Part(WireCodes.of(each.kind()), each.amount().cents()))
                        .toList());
    }

    /** As it was. */
    public CostPlan toDomain() {
        return new CostPlan(
                costs.stream()
                        .map(
                                each ->
                                        new CostShare(
                                                WireCodes.read(CostCategory.class, each.kind())
                                                        .orElseThrow(),
                                                new Euros(each.cents())))
                        .toList(),
                incomes.stream()
                        .map(
                                each ->
                                        new CostPlan.Income(
                                                WireCodes.read(IncomeKind.class, each.kind())
                                                        .orElseThrow(),
                                                new Euros(each.cents())))
                        .toList());
    }
}
