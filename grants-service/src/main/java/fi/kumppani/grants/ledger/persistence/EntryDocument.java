package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An entry as it is kept, under {@code <ledger>:<number>}. */
record EntryDocument(
        long number,
        LedgerEntry.Kind kind,
        long cents,
        @Nullable String decision,
        @Nullable String claimant,
        Instant at) {

    static EntryDocument from(LedgerEntry entry) {
        return new EntryDocument(
                entry.number(),
                entry.kind(),
                entry.amount().cents(),
                entry.decision() == null ? null : entry.decision().value(),
                entry.claimant(),
                entry.at());
    }

    LedgerEntry toDomain() {
        return new LedgerEntry(
                number,
                kind,
                new Euros(cents),
                decision == null ? null : new DecisionId(decision),
                claimant,
                at);
    }
}
