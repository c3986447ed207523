package fi.kumppani.grants.ledger;

import java.util.function.BiConsumer;

/** The ledgers of all municipalities that hold money for decisions that may have been left. */
public interface OpenLedgers {

    /** Shows each of them with its open claims, each within its own municipality. */
    void forEach(BiConsumer<LedgerId, BudgetLedger> work);
}
