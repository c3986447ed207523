package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledgers of the current municipality. */
public interface Ledgers {

    /** Opens a ledger with this appropriation; one that is open already stays as it is. */
    void open(LedgerId id, Euros appropriation);

    /** The sums of a ledger. */
    Optional<BudgetLedger> find(LedgerId id);

    /**
     * Asks for the money of claims, in this order and at once. A claim that was asked for before is
     * answered as it was.
     *
     * @param claims at most 64
     * @throws IllegalStateException when there is no such ledger, or a decision claimed something
     *     else before
     */
    Map<DecisionId, Reservation> reserve(LedgerId id, List<Claim> claims);

    /** Turns the held money of these decisions into granted money; once done, nothing more. */
    void grant(LedgerId id, Collection<DecisionId> decisions);

    /**
     * The entries of a ledger by their numbers.
     *
     * @param after only numbers greater than this, 0 for the beginning
     * @param limit the most to give
     */
    List<LedgerEntry> entries(LedgerId id, long after, int limit);
}
