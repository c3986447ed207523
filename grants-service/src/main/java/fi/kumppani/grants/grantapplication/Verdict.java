package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.money.Euros;

import java.util.List;

/** What the decision maker wants: to grant an amount, to refuse, or not to examine. */
public sealed interface Verdict {

    /** Why. */
    Grounds grounds();

    /** What is granted; zero unless something is. */
    Euros amount();

    /** How much of it is de minimis aid. */
    default Euros aid() {
        return this instanceof Grant grant && grant.deMinimis() ? grant.amount() : Euros.ZERO;
    }

    /** The same, as de minimis aid if it grants something. */
    default Verdict asAid() {
        return this instanceof Grant(var amount, var shares, _, var grounds)
                ? new Grant(amount, shares, true, grounds)
                : this;
    }

    /** What it comes to for an application that asked for this much. */
    default Outcome outcome(Euros requested) {
        return switch (this) {
            case Refuse _ -> Outcome.REFUSED;
            case NotExamine _ -> Outcome.NOT_EXAMINED;
            case Grant grant when requested.exceeds(grant.amount()) -> Outcome.PARTLY_GRANTED;
            case Grant _ -> Outcome.GRANTED;
        };
    }

    /**
     * To grant.
     *
     * @param amount more than nothing
     * @param shares what it is for, each kind of costs once and in all the amount; empty when it is
     *     granted as a whole
     * @param deMinimis whether it is de minimis aid (Regulation (EU) 2023/2831), because it
     *     supports an economic activity
     * @param grounds why not all that was asked for; may be empty
     */
    record Grant(Euros amount, List<CostShare> shares, boolean deMinimis, Grounds grounds)
            implements Verdict {

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

        /** To grant what is no de minimis aid. */
        public Grant(Euros amount, List<CostShare> shares, Grounds grounds) {
            this(amount, shares, false, grounds);
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
