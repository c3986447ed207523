package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

/**
 * Something that moves money of one claimant, once however often it is asked for.
 *
 * @param kind what it does
 * @param id because of what
 * @param claimant the id of the application
 * @param amount more than nothing
 */
public record Operation(LedgerEntry.Kind kind, OperationId id, String claimant, Euros amount) {

    /**
     * @throws IllegalArgumentException when it moves nothing, or moves the appropriation itself
     */
    public Operation {
        if (amount.cents() == 0 || !kind.isForClaimant()) {
            throw new IllegalArgumentException("An operation moves some money of a claimant");
        }
    }

    /** To hold money for a decision. */
    public static Operation reserve(Claim claim) {
        return of(LedgerEntry.Kind.RESERVED, claim);
    }

    /** To grant what is held for a decision. */
    public static Operation grant(Claim claim) {
        return of(LedgerEntry.Kind.GRANTED, claim);
    }

    private static Operation of(LedgerEntry.Kind kind, Claim claim) {
        return new Operation(
                kind, OperationId.of(claim.decision()), claim.claimant(), claim.amount());
    }

    /** What is claimed under the decision that this is because of. */
    Claim claim() {
        return new Claim(new DecisionId(id.value()), claimant, amount);
    }
}
