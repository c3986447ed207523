package fi.kumppani.grants.ledger;

/**
 * The sums of a ledger as others are told of them.
 *
 * @param id of which ledger
 * @param ledger its sums
 */
public record LedgerSums(LedgerId id, BudgetLedger ledger) {}
