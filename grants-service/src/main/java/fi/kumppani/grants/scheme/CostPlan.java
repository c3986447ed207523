package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;

import java.util.List;
import java.util.stream.Stream;

/**
 * What something costs by kind, and what pays for it beside the grant (kustannusarvio ja
 * rahoitussuunnitelma).
 *
 * @param costs each kind once
 * @param incomes each kind once
 */
public record CostPlan(List<CostShare> costs, List<Income> incomes) {

    /**
     * What pays for some of it.
     *
     * @param amount more than nothing
     */
    public record Income(IncomeKind kind, Euros amount) {

        /**
         * @throws IllegalArgumentException when it is nothing
         */
        public Income {
            if (amount.cents() == 0) {
                throw new IllegalArgumentException("An income is more than nothing");
            }
        }
    }

    /**
     * @throws IllegalArgumentException when there are no costs, or a kind stands there twice
     */
    public CostPlan {
        costs = List.copyOf(costs);
        incomes = List.copyOf(incomes);
        if (costs.isEmpty()
                || costs.stream().map(CostShare::category).distinct().count() != costs.size()
                || incomes.stream().map(Income::kind).distinct().count() != incomes.size()) {
            throw new IllegalArgumentException("Each kind stands in a plan once, and some cost");
        }
    }

    /** What it costs as a whole. */
    public Euros total() {
        return sum(costs.stream().map(CostShare::amount));
    }

    /** Whether the grant that is asked for and all else together pay for what it costs. */
    public boolean isPaidForBy(Euros requested) {
        return sum(incomes.stream().map(Income::amount)).plus(requested).equals(total());
    }

    /** What is spent on a kind; nothing when it does not stand there. */
    public Euros of(CostCategory category) {
        return sum(
                costs.stream().filter(each -> each.category() == category).map(CostShare::amount));
    }

    /** Whether each share is of costs that it has, and no larger than they are. */
    public boolean covers(List<CostShare> shares) {
        return shares.stream().noneMatch(each -> each.amount().exceeds(of(each.category())));
    }

    private static Euros sum(Stream<Euros> amounts) {
        return amounts.reduce(Euros.ZERO, Euros::plus);
    }
}
