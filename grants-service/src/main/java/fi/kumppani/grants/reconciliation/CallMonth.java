package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * The books of one call in a month.
 *
 * @param line where its money stands in the books
 * @param opening what was in each account when the month began
 * @param movements what moved in it, each kind once
 * @param closing what was in each account when it ended
 * @param batches those that went to the bank in it
 * @param differences what does not agree; empty as it should be
 */
public record CallMonth(
        CallId call,
        LocalizedText title,
        BudgetLine line,
        Balances opening,
        List<Movement> movements,
        Balances closing,
        List<SentBatch> batches,
        List<Difference> differences) {

    /** Copies the lists. */
    public CallMonth {
        movements = List.copyOf(movements);
        batches = List.copyOf(batches);
        differences = List.copyOf(differences);
    }
}
