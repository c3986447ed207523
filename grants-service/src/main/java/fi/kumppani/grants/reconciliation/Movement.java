package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.kit.money.Euros;

/**
 * All of one kind that moved in the books of a call in a month.
 *
 * @param count how many entries
 * @param amount what they come to
 */
public record Movement(Kind kind, long count, Euros amount) {

    /** What moved: as the ledger tells it, and of what came back because of what it did. */
    public enum Kind {
        /** Money was appropriated. */
        APPROPRIATED,
        /** The appropriation was restated higher. */
        RAISED,
        /** The appropriation was restated lower. */
        LOWERED,
        /** Money was held for decisions. */
        RESERVED,
        /** Held money was granted. */
        GRANTED,
        /** Grants were cut, or not accepted. */
        RELEASED,
        /** Granted money was paid. */
        PAID,
        /** Payments did not reach their payees. */
        REVERSED,
        /** Paid money came back on a claim (takaisinperintä). */
        RECOVERED,
        /** Paid money came back by the grantee's own will. */
        RETURNED,
        /** Parts of a loan were paid back. */
        LOAN_REPAID;

        /** What an entry is that is about nothing that came back. */
        static Kind of(LedgerEntry.Kind kind) {
            return switch (kind) {
                case APPROPRIATED -> APPROPRIATED;
                case RAISED -> RAISED;
                case LOWERED -> LOWERED;
                case RESERVED -> RESERVED;
                case GRANTED -> GRANTED;
                case RELEASED -> RELEASED;
                case PAID -> PAID;
                case REVERSED -> REVERSED;
                case RETURNED -> RETURNED;
            };
        }
    }

    /** The same with one more entry. */
    Movement with(Euros more) {
        return new Movement(kind, count + 1, amount.plus(more));
    }
}
