package fi.kumppani.grants.ledger;

import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledgers of the current municipality. */
public interface Ledgers {

    /**
     * Opens a ledger with this appropriation; one that is open already keeps what it was opened
     * with.
     */
    void open(LedgerId id, Euros appropriation, BudgetLine line);

    /** The sums of a ledger. */
    Optional<BudgetLedger> find(LedgerId id);

    /** What a claimant has of a ledger; empty when there is no such ledger. */
    Optional<Position> position(LedgerId id, String claimant);

    /**
     * Asks for the money of claims, in this order and at once. A claim that was asked for before is
     * answered as it was.
     *
     * @param claims at most 64
     * @throws IllegalStateException when there is no such ledger, or a decision claimed something
     *     else before
     */
    Map<DecisionId, Reservation> reserve(LedgerId id, List<Claim> claims);

    /** Turns the held money of these claims into granted money; once done, nothing more. */
    void grant(LedgerId id, Collection<Claim> claims);

    /**
     * Moves money as asked, in this order and at once. What was asked for before is answered as it
     * was, also when there was not enough.
     *
     * @param operations at most 64, of other kinds than those that decisions bring
     * @return the answers, in the same order
     * @throws IllegalStateException when there is no such ledger, or something else was asked for
     *     before under the same id
     */
    List<Booking> book(LedgerId id, List<Operation> operations);

    /** Restates the appropriation; empty when there is no such ledger. */
    Optional<Restatement.Result> restate(LedgerId id, Restatement restatement);

    /**
     * The entries of a ledger by their numbers.
     *
     * @param after only numbers greater than this, 0 for the beginning
     * @param limit the most to give
     */
    List<LedgerEntry> entries(LedgerId id, EntryFilter filter, long after, int limit);
}
