package fi.kumppani.portal.application;

import fi.kumppani.portal.page.Formats;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What something costs by kind, and what pays for it beside the grant, as grants-service tells it.
 *
 * @param costs each kind once
 * @param incomes each kind once
 */
public record CostPlan(List<Cost> costs, @Nullable List<Income> incomes) {

    /** The kinds of costs, as grants-service knows them. */
    public static final List<String> COSTS =
            List.of(
                    "personnel",
                    "premises",
                    "materials",
                    "services",
                    "travel",
                    "communication",
                    "volunteer-work",
                    "other");

    /** What pays for costs, as grants-service knows it. */
    public static final List<String> INCOMES =
            List.of("own-money", "own-work", "fees", "other-grants", "other");

    /** Euros for a kind of costs. */
    public record Cost(String category, BigDecimal amount) {}

    /** Euros that pay for some of it. */
    public record Income(String kind, BigDecimal amount) {}

    /**
     * A row of it in words.
     *
     * @param kind one of those that pages have words for
     */
    public record Row(String kind, String amount) {}

    /** Copies the lists. */
    public CostPlan {
        costs = List.copyOf(costs);
        incomes = List.copyOf(Objects.requireNonNullElse(incomes, List.of()));
    }

    List<Income> paying() {
        return Objects.requireNonNull(incomes);
    }

    /** The costs in words. */
    public List<Row> costRows() {
        return costs.stream()
                .map(each -> new Row(known(COSTS, each.category()), Formats.euros(each.amount())))
                .toList();
    }

    /** What pays for them in words. */
    public List<Row> incomeRows() {
        return paying().stream()
                .map(each -> new Row(known(INCOMES, each.kind()), Formats.euros(each.amount())))
                .toList();
    }

    private static String known(List<String> kinds, String kind) {
        return kinds.contains(kind) ? kind : "other";
    }
}
