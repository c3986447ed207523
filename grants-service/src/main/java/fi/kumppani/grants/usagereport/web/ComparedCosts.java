package fi.kumppani.grants.usagereport.web;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.usagereport.ReportContent;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of costs from the application to the report.
 *
 * @param category such as {@code premises}
 * @param planned what the application stated
 * @param granted what was granted for it; nothing when it was granted as a whole
 * @param used what was used
 */
record ComparedCosts(String category, Euros planned, Euros granted, Euros used) {

    /** Every kind of which anything is told. */
    static List<ComparedCosts> of(GrantApplication.Decided decided, ReportContent content) {
        CostPlan plan = decided.proposal().plan().costs();
        List<CostShare> planned = plan == null ? List.of() : plan.costs();
        List<CostShare> granted =
                decided.decision().request().verdict() instanceof Verdict.Grant grant
                        ? grant.shares()
                        : List.of();
        return Stream.of(CostCategory.values())
                .filter(
                        category ->
                                Stream.of(planned, granted, content.costs())
                                        .flatMap(List::stream)
                                        .anyMatch(each -> each.category() == category))
                .map(
                        category ->
                                new ComparedCosts(
                                        WireCodes.of(category),
                                        sum(planned, category),
                                        sum(granted, category),
                                        sum(content.costs(), category)))
                .toList();
    }

    private static Euros sum(List<CostShare> shares, CostCategory category) {
        return shares.stream()
                .filter(each -> each.category() == category)
                .map(CostShare::amount)
                .reduce(Euros.ZERO, Euros::plus);
    }
}
