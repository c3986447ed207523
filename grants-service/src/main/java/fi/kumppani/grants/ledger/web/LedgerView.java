package fi.kumppani.grants.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * The sums of a call's budget. The appropriation is all the others together.
 *
 * @param budgetLine where the money stands in the books
 * @param appropriation what there is
 * @param available what can still be promised
 * @param reserved what is held for decisions that are being made
 * @param granted what decisions have granted and is not paid yet
 * @param paid what is paid and was not paid back
 * @param returned what was paid back
 * @param entries how many entries it has
 */
record LedgerView(
        LineView budgetLine,
        Euros appropriation,
        Euros available,
        Euros reserved,
        Euros granted,
        Euros paid,
        Euros returned,
        long entries) {

    static LedgerView of(BudgetLedger ledger) {
        return new LedgerView(
                LineView.of(ledger.line()),
                ledger.appropriation(),
                ledger.available(),
                ledger.reserved(),
                ledger.granted(),
                ledger.paid(),
                ledger.returned(),
                ledger.entries());
    }

    /** Where the money stands in the books, as far as is told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            @Nullable LocalizedText source,
            @Nullable String account,
            @Nullable String serviceClass,
            @Nullable LocalizedText sector) {

        static LineView of(BudgetLine line) {
            return new LineView(line.source(), line.account(), line.serviceClass(), line.sector());
        }
    }
}
