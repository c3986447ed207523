package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule that a call sets for those who apply (hakukelpoisuusehto), beside the usual ones. */
public sealed interface EligibilityRule {

    /** The association is at home in the municipality. */
    record HomeHere() implements EligibilityRule {}

    /**
     * The applicant declares something that nobody here can look up.
     *
     * @param id chosen by the one who writes the call
     * @param statement what is declared
     */
    record Declaration(String id, LocalizedText statement) implements EligibilityRule {}

    /** What it is for begins after the application has arrived: never for what is past. */
    record NotBegun() implements EligibilityRule {}

    /** What it is for begins and ends in the budget year of the call. */
    record WithinYear() implements EligibilityRule {}

    /**
     * Nobody applies to more than one call of some kinds in a budget year.
     *
     * @param kinds which kinds; none for all kinds, that is one source of the municipality only
     */
    record OneCallOf(Set<GrantKind> kinds) implements EligibilityRule {

        /** Copies the kinds. */
        public OneCallOf {
            kinds = Set.copyOf(kinds);
        }

        /** Whether a call of this kind counts. */
        public boolean counts(GrantKind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    /**
     * Nobody sends more than so many applications to the call.
     *
     * @param applications 1 to 100
     */
    record AtMost(int applications) implements EligibilityRule {}

    /**
     * Associations may apply together (yhteenliittymä); without this rule everybody applies alone.
     *
     * @param partners how many beside the applicant, 1 to 9
     */
    record Together(int partners) implements EligibilityRule {}

    /**
     * The costs are told by kind, and only these kinds are accepted.
     *
     * @param kinds each once, at least one
     */
    record CostsByKind(List<AcceptedCosts> kinds) implements EligibilityRule {

        /** Copies the list. */
        public CostsByKind {
            kinds = List.copyOf(kinds);
        }

        /** The most that can be granted to a plan: all its costs, each kind up to its cap. */
        public Euros most(CostPlan plan) {
            return plan.costs().stream()
                    .map(each -> accepted(each.category()).map(kind -> kind.of(each.amount())))
                    .flatMap(Optional::stream)
                    .reduce(Euros.ZERO, Euros::plus);
        }

        /** Whether these costs are accepted, and up to how much. */
        public Optional<AcceptedCosts> accepted(CostCategory category) {
            return kinds.stream().filter(each -> each.category() == category).findFirst();
        }

        boolean isSound() {
            return !kinds.isEmpty()
                    && kinds.stream().map(AcceptedCosts::category).distinct().count()
                            == kinds.size();
        }
    }

    /**
     * Costs of one kind that a call accepts.
     *
     * @param most the most of them that is granted; null for no such cap
     */
    record AcceptedCosts(CostCategory category, @Nullable Euros most) {

        /** What of costs like these can be granted. */
        public Euros of(Euros costs) {
            return most != null && costs.exceeds(most) ? most : costs;
        }
    }

    /** The applicant owes no report of an earlier grant that was due. */
    record NoOverdueReport() implements EligibilityRule {}
}
