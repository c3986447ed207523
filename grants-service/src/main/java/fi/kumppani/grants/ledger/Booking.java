package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * How the ledger answered an operation; the answer never changes.
 *
 * @param kind what was asked for
 * @param operation because of what
 * @param amount how much
 * @param entry the number of the entry that did it; null when there was not enough to do it
 */
public record Booking(
        LedgerEntry.Kind kind, OperationId operation, Euros amount, @Nullable Long entry) {

    /** Whether the money was moved. */
    public boolean isDone() {
        return entry != null;
    }

    boolean answers(LedgerEntry.Kind asked, OperationId id) {
        return kind == asked && operation.equals(id);
    }
}
