package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The sums of a ledger as they are kept; what is available follows from them.
 *
 * @param paidCents absent in ledgers from before anything was paid from them
 * @param returnedCents absent likewise
 * @param isHolding whether any claim is open: what a job looks for after a crash
 * @param line absent in ledgers from before it was kept
 * @param positionsAfter the number of the entry after which positions are kept of claimants; absent
 *     in ledgers from before there were any
 */
record LedgerDocument(
        long appropriationCents,
        long reservedCents,
        long grantedCents,
        @Nullable Long paidCents,
        @Nullable Long returnedCents,
        long entries,
        boolean isHolding,
        List<ClaimPart> open,
        @Nullable LinePart line,
        @Nullable Long positionsAfter) {

    static final String HOLDING = "isHolding";

    static LedgerDocument from(BudgetLedger ledger, long positionsAfter) {
        return new LedgerDocument(
                ledger.appropriation().cents(),
                ledger.reserved().cents(),
                ledger.granted().cents(),
                ledger.paid().cents(),
                ledger.returned().cents(),
                ledger.entries(),
                !ledger.open().isEmpty(),
                ledger.open().stream().map(ClaimPart::from).toList(),
                LinePart.from(ledger.line()),
                positionsAfter);
    }

    /** The number of the last entry that is in no claimant's position. */
    long lastUnposted() {
        return positionsAfter == null ? entries : positionsAfter;
    }

    BudgetLedger toDomain() {
        long paid = paidCents == null ? 0 : paidCents;
        long returned = returnedCents == null ? 0 : returnedCents;
        var balances =
                new Balances(
                        Map.of(
                                Account.BUDGET,
                                -appropriationCents,
                                Account.AVAILABLE,
                                appropriationCents - reservedCents - grantedCents - paid - returned,
                                Account.RESERVED,
                                reservedCents,
                                Account.GRANTED,
                                grantedCents,
                                Account.PAID,
                                paid,
                                Account.RETURNED,
                                returned));
        return new BudgetLedger(
                line == null ? BudgetLine.UNTOLD : line.toDomain(),
                balances,
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

    /** Where the money stands in the books. */
    record LinePart(
            @Nullable LocalizedText source,
            @Nullable String account,
            @Nullable String serviceClass,
            @Nullable LocalizedText sector) {

        static LinePart from(BudgetLine line) {
            return new LinePart(line.source(), line.account(), line.serviceClass(), line.sector());
        }

        BudgetLine toDomain() {
            return new BudgetLine(source, account, serviceClass, sector);
        }
    }
}
