package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.scheme.Ask;
import fi.kumppani.grants.scheme.CostPlan;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/**
 * What somebody would apply for, as far as they know it yet.
 *
 * @param requested the amount asked for
 * @param totalCost what it costs as a whole
 * @param events how many events it is for, at least 1
 * @param beginsOn the first day of what it is for
 * @param endsOn the last day
 * @param declared the ids of the declarations that are given
 * @param costs what it costs by kind and what pays for it; null when not told
 */
public record Plan(
        @Nullable Euros requested,
        @Nullable Euros totalCost,
        int events,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        Set<String> declared,
        @Nullable CostPlan costs) {

    /** Copies the ids. */
    public Plan {
        declared = Set.copyOf(declared);
    }

    /** A plan whose costs are not told by kind. */
    public Plan(
            @Nullable Euros requested,
            @Nullable Euros totalCost,
            int events,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            Set<String> declared) {
        this(requested, totalCost, events, beginsOn, endsOn, declared, null);
    }

    /** To ask for this amount, and nothing else is known. */
    public static Plan of(Euros requested) {
        return new Plan(requested, null, 1, null, null, Set.of());
    }

    /** The amounts, once it is known how much is asked for. */
    @Nullable Ask ask() {
        return requested == null ? null : new Ask(requested, totalCost, events);
    }
}
