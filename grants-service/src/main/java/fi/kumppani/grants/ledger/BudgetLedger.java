package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sums of one call's budget, in whole cents.
 *
 * @param appropriation what there is
 * @param reserved what is held for decisions that are being made
 * @param granted what decisions have granted
 * @param entries how many entries the ledger has
 * @param open the claims whose money is held; few, and never for long
 */
public record BudgetLedger(
        Euros appropriation, Euros reserved, Euros granted, long entries, List<Claim> open) {

    /**
     * @throws IllegalArgumentException when more than the appropriation would be promised, or the
     *     open claims would not add up to what is reserved
     */
    public BudgetLedger {
        open = List.copyOf(open);
        if (reserved.plus(granted).exceeds(appropriation)) {
            throw new IllegalArgumentException("A ledger never promises more than there is");
        }
        if (open.stream().mapToLong(claim -> claim.amount().cents()).sum() != reserved.cents()) {
            throw new IllegalArgumentException("What is reserved is the sum of the open claims");
        }
    }

    /** A ledger of which nothing is known yet. */
    public static BudgetLedger empty() {
        return new BudgetLedger(Euros.ZERO, Euros.ZERO, Euros.ZERO, 0, List.of());
    }

    /**
     * The ledger with its appropriation, which is the first entry.
     *
     * @throws IllegalStateException when it has one already
     */
    public BudgetLedger appropriate(Euros amount) {
        if (entries != 0) {
            throw new IllegalStateException("The appropriation is the first entry of a ledger");
        }
        return new BudgetLedger(amount, reserved, granted, 1, open);
    }

    /** What can still be promised. */
    public Euros available() {
        return appropriation.minus(reserved).minus(granted);
    }

    /** Holds the money of a claim that was not answered before, if there is enough. */
    public Answer reserve(Claim claim) {
        if (claim.amount().exceeds(available())) {
            return new Answer(this, new Reservation.Exceeded(claim));
        }
        return new Answer(
                new BudgetLedger(
                        appropriation,
                        reserved.plus(claim.amount()),
                        granted,
                        entries + 1,
                        Stream.concat(open.stream(), Stream.of(claim)).toList()),
                new Reservation.Open(claim));
    }

    /** Turns held money into granted money. */
    public Answer grant(Reservation.Open reservation) {
        Claim claim = reservation.claim();
        return new Answer(
                new BudgetLedger(
                        appropriation,
                        reserved.minus(claim.amount()),
                        granted.plus(claim.amount()),
                        entries + 1,
                        open.stream().filter(each -> !each.equals(claim)).toList()),
                new Reservation.Granted(claim));
    }

    /**
     * The ledger as it then is, and the claim's reservation.
     *
     * @param ledger the same as before when the budget did not suffice
     * @param reservation the answer
     */
    public record Answer(BudgetLedger ledger, Reservation reservation) {}
}
