package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One line of the ledger, which moves an amount from one account to another; lines are added and
 * never changed.
 *
 * @param number dense, from 1
 * @param kind what happened
 * @param amount how much
 * @param operation because of which decision, payment or restatement; absent for the appropriation
 * @param claimant for whom: the id of the application; absent for the appropriation and whatever
 *     restates it
 * @param basis why the appropriation was restated; absent for everything else
 * @param at when
 */
public record LedgerEntry(
        long number,
        Kind kind,
        Euros amount,
        @Nullable OperationId operation,
        @Nullable String claimant,
        @Nullable Basis basis,
        Instant at) {

    /**
     * On which decision of whom the appropriation was restated.
     *
     * @param reason why
     * @param decidedIn where it was decided, such as {@code Kunnanhallitus 12.3.2027 § 44}; never a
     *     person
     */
    public record Basis(String reason, String decidedIn) {}

    /** What an entry tells, and so from where to where it moves money. */
    public enum Kind {
        /** Money was appropriated. */
        APPROPRIATED(Account.BUDGET, Account.AVAILABLE),
        /** The appropriation was restated higher. */
        RAISED(Account.BUDGET, Account.AVAILABLE),
        /** The appropriation was restated lower. */
        LOWERED(Account.AVAILABLE, Account.BUDGET),
        /** Money is held for a decision. */
        RESERVED(Account.AVAILABLE, Account.RESERVED),
        /** Held money was granted. */
        GRANTED(Account.RESERVED, Account.GRANTED),
        /** A grant was cut, or was not accepted. */
        RELEASED(Account.GRANTED, Account.AVAILABLE),
        /** Granted money was paid. */
        PAID(Account.GRANTED, Account.PAID),
        /** A payment did not reach its payee. */
        REVERSED(Account.PAID, Account.GRANTED),
        /** Paid money came back. */
        RETURNED(Account.PAID, Account.RETURNED);

        private final Account from;
        private final Account to;

        Kind(Account from, Account to) {
            this.from = from;
            this.to = to;
        }

        /** Where the money was. */
        public Account from() {
            return from;
        }

        /** Where the money is. */
        public Account to() {
            return to;
        }

        /** Whether it moves money for somebody, and not the appropriation itself. */
        public boolean isForClaimant() {
            return from != Account.BUDGET && to != Account.BUDGET;
        }
    }

    /** Whether it moves money to or from this account. */
    public boolean touches(Account account) {
        return kind.from() == account || kind.to() == account;
    }
}
