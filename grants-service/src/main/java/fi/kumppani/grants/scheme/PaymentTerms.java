package fi.kumppani.grants.scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** When and against what the money is paid (maksuehdot). */
public sealed interface PaymentTerms {

    /** Whether payment waits until nobody can appeal any more (lainvoimainen). */
    boolean onlyWhenFinal();

    /** The same with every day so many years later. */
    default PaymentTerms later(int years) {
        return switch (this) {
            case InAdvance _, InInstalments _ -> this;
            case Afterwards(var by, var wait) ->
                    new Afterwards(by == null ? null : by.plusYears(years), wait);
            case AsLoan(Repayment(var first, var parts, var months), var wait) ->
                    new AsLoan(new Repayment(first.plusYears(years), parts, months), wait);
        };
    }

    /** All at once, before it is used. */
    record InAdvance(boolean onlyWhenFinal) implements PaymentTerms {

        /** What calls say that say nothing. */
        public static final InAdvance USUAL = new InAdvance(false);
    }

    /**
     * In instalments.
     *
     * @param percents the share of each, which together are 100
     */
    record InInstalments(List<Integer> percents, boolean onlyWhenFinal) implements PaymentTerms {

        /** Copies the shares. */
        public InInstalments {
            percents = List.copyOf(percents);
        }
    }

    /**
     * Afterwards, on receipts.
     *
     * @param receiptsBy the last day for receipts; null for no day
     */
    record Afterwards(@Nullable LocalDate receiptsBy, boolean onlyWhenFinal)
            implements PaymentTerms {}

    /** Lent in advance and paid back. */
    record AsLoan(Repayment repayment, boolean onlyWhenFinal) implements PaymentTerms {}
}
