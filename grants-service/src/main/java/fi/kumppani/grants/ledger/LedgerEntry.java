package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One line of the ledger; lines are added and never changed.
 *
 * @param number dense, from 1
 * @param kind what happened
 * @param amount how much
 * @param decision because of which decision; absent for the appropriation
 * @param claimant for whom; absent for the appropriation
 * @param at when
 */
public record LedgerEntry(
        long number,
        Kind kind,
        Euros amount,
        @Nullable DecisionId decision,
        @Nullable String claimant,
        Instant at) {

    /** What an entry tells. */
    public enum Kind {
        /** Money was appropriated. */
        APPROPRIATED,
        /** Money is held for a decision. */
        RESERVED,
        /** Held money was granted. */
        GRANTED
    }
}
