package fi.kumppani.grants.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One line of a ledger.
 *
 * @param kind {@code appropriated}, {@code raised}, {@code lowered}, {@code reserved}, {@code
 *     granted}, {@code released}, {@code paid}, {@code reversed} or {@code returned}
 * @param from the account the money was taken from
 * @param to the account it was put into
 * @param operationId the decision, payment or restatement it is because of
 * @param reason why the appropriation was restated
 * @param decidedIn where that was decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(
        long number,
        String kind,
        String from,
        String to,
        Euros amount,
        @Nullable String operationId,
        @Nullable String applicationId,
        @Nullable String reason,
        @Nullable String decidedIn,
        Instant at) {

    static EntryView of(LedgerEntry entry) {
        OperationId operation = entry.operation();
        LedgerEntry.Basis basis = entry.basis();
        return new EntryView(
                entry.number(),
                WireCodes.of(entry.kind()),
                WireCodes.of(entry.kind().from()),
                WireCodes.of(entry.kind().to()),
                entry.amount(),
                operation == null ? null : operation.value(),
                entry.claimant(),
                basis == null ? null : basis.reason(),
                basis == null ? null : basis.decidedIn(),
                entry.at());
    }
}
