package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import java.util.List;

/** Grants that are paid, as far as their ledger knows. */
public final class PaidGrants {

    private PaidGrants() {}

    /** Books that an application was paid this much of what it was granted. */
    public static void pay(Ledgers ledgers, String call, String application, Euros amount) {
        var paid =
                new Operation(
                        LedgerEntry.Kind.PAID, new OperationId("payment"), application, amount);
        var _ = ledgers.book(new LedgerId(call), List.of(paid));
    }
}
