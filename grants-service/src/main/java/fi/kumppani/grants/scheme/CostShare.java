package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;

/**
 * What is granted for one kind of costs.
 *
 * @param amount more than nothing
 */
public record CostShare(CostCategory category, Euros amount) {

    /**
     * @throws IllegalArgumentException when it is for nothing
     */
    public CostShare {
        if (amount.cents() == 0) {
            throw new IllegalArgumentException("A share is for more than nothing");
        }
    }
}
