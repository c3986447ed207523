package fi.kumppani.grants.reconciliation;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * Something in which the books and what was done do not agree; there should be none.
 *
 * @param application whose case it is; null when it is about the ledger as a whole
 * @param about the payment, or the money that came back; null likewise
 * @param inLedger what the ledger has booked
 * @param elsewhere what payments, batches or recoveries say
 */
public record Difference(
        Kind kind,
        @Nullable String application,
        @Nullable String about,
        Euros inLedger,
        Euros elsewhere) {

    /** What does not agree. */
    public enum Kind {
        /** The ledger has paid what no payment is known of. */
        PAYMENT_UNKNOWN,
        /** A payment went to the bank that the ledger has not booked so. */
        PAYMENT_NOT_BOOKED,
        /** The bank rejected a payment that the ledger has as paid. */
        REJECTION_NOT_BOOKED,
        /** The ledger took a payment back that the bank has not rejected. */
        REJECTION_UNKNOWN,
        /** The ledger has booked money as returned that nobody noted. */
        RETURN_UNKNOWN,
        /** The sums of the ledger are not those of its entries. */
        SUMS_OF_ENTRIES
    }
}
