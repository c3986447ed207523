package fi.kumppani.grants.ledger;

/** Knows how the decisions ended that money is held for. */
public interface Claimants {

    /** Finishes the decision that a claim's money is held for, and books what came of it. */
    void finish(LedgerId ledger, Claim claim);
}
