package fi.kumppani.grants.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of a ledger.
 *
 * @param kind {@code appropriated}, {@code reserved} or {@code granted}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        long number,
        String kind,
        Euros amount,
        @Nullable String decisionId,
        @Nullable String applicationId,
        Instant at) {

    static EntryView of(LedgerEntry entry) {
        DecisionId decision = entry.decision();
        return new EntryView(
                entry.number(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.amount(),
                decision == null ? null : decision.value(),
                entry.claimant(),
                entry.at());
    }
}
