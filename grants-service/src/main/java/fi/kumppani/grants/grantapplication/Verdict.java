package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.money.Euros;

import java.util.List;

/** What the decision maker wants: to grant an amount, or to refuse. */
public sealed interface Verdict {

    /** Why; in the order given. */
    List<DecisionReason> reasons();

    /**
     * To grant.
     *
     * @param amount more than nothing
     * @param reasons why not all that was asked for; may be empty
     */
    record Grant(Euros amount, List<DecisionReason> reasons) implements Verdict {

        /**
         * @throws IllegalArgumentException when nothing would be granted
         */
        public Grant {
            if (amount.cents() == 0) {
                throw new IllegalArgumentException("To grant nothing is to refuse");
            }
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * To refuse.
     *
     * @param reasons at least one
     */
    record Refuse(List<DecisionReason> reasons) implements Verdict {

        /**
         * @throws IllegalArgumentException without a reason
         */
        public Refuse {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A refusal tells why");
            }
            reasons = List.copyOf(reasons);
        }
    }
}
