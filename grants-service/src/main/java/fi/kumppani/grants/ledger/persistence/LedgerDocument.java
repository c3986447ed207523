package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.kit.money.Euros;

import java.util.List;

/**
 * The sums of a ledger as they are kept.
 *
 * @param isHolding whether any claim is open: what a job looks for after a crash
 */
record LedgerDocument(
        long appropriationCents,
        long reservedCents,
        long grantedCents,
        long entries,
        boolean isHolding,
        List<ClaimPart> open) {

    static final String HOLDING = "isHolding";

    static LedgerDocument from(BudgetLedger ledger) {
        return new LedgerDocument(
                ledger.appropriation().cents(),
                ledger.reserved().cents(),
                ledger.granted().cents(),
                ledger.entries(),
                !ledger.open().isEmpty(),
                ledger.open().stream().map(ClaimPart::from).toList());
    }

    BudgetLedger toDomain() {
        return new BudgetLedger(
                new Euros(appropriationCents),
                new Euros(reservedCents),
                new Euros(grantedCents),
                entries,
                open.stream().map(ClaimPart::toDomain).toList());
    }

    /** A claim whose money is held. */
    record ClaimPart(String decision, String claimant, long cents) {

        static ClaimPart from(Claim claim) {
            return new ClaimPart(
                    claim.decision().value(), claim.claimant(), claim.amount().cents());
        }

        Claim toDomain() {
            return new Claim(new DecisionId(decision), claimant, new Euros(cents));
        }
    }
}
