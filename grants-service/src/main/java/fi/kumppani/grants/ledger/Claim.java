package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

/**
 * What a decision wants of the budget.
 *
 * @param decision under which the money is held
 * @param claimant whom to ask how the decision ended: the id of the application
 * @param amount more than nothing
 */
public record Claim(DecisionId decision, String claimant, Euros amount) {

    /**
     * @throws IllegalArgumentException when it claims nothing
     */
    public Claim {
        if (amount.cents() == 0) {
            throw new IllegalArgumentException("A claim is for more than nothing");
        }
    }
}
