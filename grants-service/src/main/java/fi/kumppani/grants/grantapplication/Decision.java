package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A decision, being made or made.
 *
 * @param id the attempt it came from, under which the ledger holds its money
 * @param request what was asked, by whom, and on which day
 * @param cause why it took the place of an earlier one; absent for the first
 */
public record Decision(DecisionId id, DecisionRequest request, @Nullable RevisionCause cause) {

    /** A first decision. */
    public Decision(DecisionId id, DecisionRequest request) {
        this(id, request, null);
    }

    /** The amount granted; zero unless something is. */
    public Euros granted() {
        return request.verdict().amount();
    }

    /** How much of it is de minimis aid. */
    public Euros aid() {
        return request.verdict().aid();
    }

    /** Why, in the words of the catalogue. */
    public List<DecisionReason> reasons() {
        return request.verdict().grounds().reasons();
    }

    /** What it comes to for an application that asked for this much. */
    public Outcome outcome(Euros requested) {
        return request.verdict().outcome(requested);
    }
}
