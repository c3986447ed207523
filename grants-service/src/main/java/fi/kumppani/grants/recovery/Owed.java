package fi.kumppani.grants.recovery;

import fi.kumppani.kit.money.Euros;

/**
 * What is owed on a claim on a day.
 *
 * @param principal of the grant itself
 * @param interest for being late, in whole cents
 */
public record Owed(Euros principal, Euros interest) {

    /** Nothing. */
    public static final Owed NOTHING = new Owed(Euros.ZERO, Euros.ZERO);

    /** Both together. */
    public Euros whole() {
        return principal.plus(interest);
    }

    /** What an amount pays of it: interest first (kauppakaari 3/1734, 9:5). */
    Owed paidBy(Euros amount) {
        Euros onInterest = amount.exceeds(interest) ? interest : amount;
        return new Owed(amount.minus(onInterest), onInterest);
    }
}
