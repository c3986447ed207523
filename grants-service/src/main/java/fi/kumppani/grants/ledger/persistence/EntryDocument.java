package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An entry as it is kept, under {@code <ledger>:<number>}.
 *
 * @param decision what {@code operation} is in entries from before there were other operations than
 *     decisions
 * @param reason why the appropriation was restated; else absent
 * @param decidedIn where that was decided; else absent
 */
record EntryDocument(
        long number,
        LedgerEntry.Kind kind,
        long cents,
        @Nullable String operation,
        @Nullable String decision,
        @Nullable String claimant,
        @Nullable String reason,
        @Nullable String decidedIn,
        Instant at) {

    static EntryDocument from(LedgerEntry entry) {
        OperationId operation = entry.operation();
        LedgerEntry.Basis basis = entry.basis();
        return new EntryDocument(
                entry.number(),
                entry.kind(),
                entry.amount().cents(),
                operation == null ? null : operation.value(),
                null,
                entry.claimant(),
                basis == null ? null : basis.reason(),
                basis == null ? null : basis.decidedIn(),
                entry.at());
    }

    LedgerEntry toDomain() {
        String because = operation == null ? decision : operation;
        return new LedgerEntry(
                number,
                kind,
                new Euros(cents),
                because == null ? null : new OperationId(because),
                claimant,
                reason == null || decidedIn == null
                        ? null
                        : new LedgerEntry.Basis(reason, decidedIn),
                at);
    }
}
