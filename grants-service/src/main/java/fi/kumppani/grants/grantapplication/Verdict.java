package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.money.Euros;

import java.util.List;

/** What the decision maker wants: to grant an amount, to refuse, or not to examine. */
public sealed interface Verdict {

    /** Why. */
    Grounds grounds();

    /** What is granted; zero unless something is. */
    Euros amount();

    /**
     * To grant.
     *
     * @param amount more than nothing
     * @param shares what it is for, each kind of costs once and in all the amount; empty when it is
     *     granted as a whole
     * @param grounds why not all that was asked for; may be empty
     */
    record Grant(Euros amount, List<CostShare> shares, Grounds grounds) implements Verdict {

        /**
         * @throws IllegalArgumentException when nothing would be granted, or the shares come to
         *     something else
         */
        public Grant {
            if (amount.cents() == 0) {
                throw new IllegalArgumentException("To grant nothing is to refuse");
            }
            shares = List.copyOf(shares);
            if (!shares.isEmpty()
                    && !shares.stream()
                            .map(CostShare::amount)
                            .reduce(Euros.ZERO, Euros::plus)
                            .equals(amount)) {
                throw new IllegalArgumentException("The shares are the amount");
            }
            if (shares.stream().map(CostShare::category).distinct().count() != shares.size()) {
                throw new IllegalArgumentException("Each kind of costs has one share");
            }
        }

        /** To grant as a whole. */
        public Grant(Euros amount, List<DecisionReason> reasons) {
            this(amount, List.of(), Grounds.of(reasons));
        }
    }

    /**
     * To refuse.
     *
     * @param grounds at least one reason
     */
    record Refuse(Grounds grounds) implements Verdict {

        /**
         * @throws IllegalArgumentException without a reason
         */
        public Refuse {
            requireReason(grounds);
        }

        /** To refuse for reasons of the catalogue. */
        public Refuse(List<DecisionReason> reasons) {
            this(Grounds.of(reasons));
        }

        @Override
        public Euros amount() {
            return Euros.ZERO;
        }
    }

    /**
     * Not to examine (jättää tutkimatta), because the matter cannot be taken up at all.
     *
     * @param grounds at least one reason
     */
    record NotExamine(Grounds grounds) implements Verdict {

        /**
         * @throws IllegalArgumentException without a reason
         */
        public NotExamine {
            requireReason(grounds);
        }

        @Override
        public Euros amount() {
            return Euros.ZERO;
        }
    }

    private static void requireReason(Grounds grounds) {
        if (grounds.reasons().isEmpty()) {
            throw new IllegalArgumentException("Who is granted nothing is told why");
        }
    }
}
