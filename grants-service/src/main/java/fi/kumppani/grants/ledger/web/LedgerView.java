package fi.kumppani.grants.ledger.web;

import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.kit.money.Euros;

/**
 * The sums of a call's budget.
 *
 * @param appropriation what there is
 * @param reserved what is held for decisions that are being made
 * @param granted what decisions have granted
 * @param available what can still be promised
 */
record LedgerView(Euros appropriation, Euros reserved, Euros granted, Euros available) {

    static LedgerView of(BudgetLedger ledger) {
        return new LedgerView(
                ledger.appropriation(), ledger.reserved(), ledger.granted(), ledger.available());
    }
}
