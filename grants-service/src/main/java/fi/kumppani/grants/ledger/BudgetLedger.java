package fi.kumppani.grants.ledger;

import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.money.Euros;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sums of one call's budget, in whole cents. No account but the budget's source is ever below
 * zero, and all of them together are nothing.
 *
 * @param line where the money stands in the books
 * @param balances what is in each account
 * @param entries how many entries the ledger has
 * @param open the claims whose money is held; few, and never for long
 */
public record BudgetLedger(BudgetLine line, Balances balances, long entries, List<Claim> open) {

    /**
     * @throws IllegalArgumentException when more than the appropriation would be promised, or the
     *     open claims would not add up to what is reserved
     */
    public BudgetLedger {
        open = List.copyOf(open);
        for (Account account : Account.values()) {
            if (account != Account.BUDGET && balances.in(account) < 0) {
                throw new IllegalArgumentException("A ledger never promises more than there is");
            }
        }
        if (open.stream().mapToLong(claim -> claim.amount().cents()).sum()
                != balances.in(Account.RESERVED)) {
            throw new IllegalArgumentException("What is reserved is the sum of the open claims");
        }
    }

    /** A ledger of which only is known where its money stands in the books. */
    public static BudgetLedger empty(BudgetLine line) {
        return new BudgetLedger(line, Balances.NONE, 0, List.of());
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
        return after(LedgerEntry.Kind.APPROPRIATED, amount, open);
    }

    /** What there is. */
    public Euros appropriation() {
        return new Euros(-balances.in(Account.BUDGET));
    }

    /** What can still be promised. */
    public Euros available() {
        return in(Account.AVAILABLE);
    }

    /** What is held for decisions that are being made. */
    public Euros reserved() {
        return in(Account.RESERVED);
    }

    /** What decisions have granted and is not paid yet. */
    public Euros granted() {
        return in(Account.GRANTED);
    }

    /** What is paid and was not paid back. */
    public Euros paid() {
        return in(Account.PAID);
    }

    /** What was paid back. */
    public Euros returned() {
        return in(Account.RETURNED);
    }

    private Euros in(Account account) {
        return new Euros(balances.in(account));
    }

    /**
     * Moves money for a claimant, if both the ledger and the claimant have it where it is taken
     * from. What was answered before is answered the same and moves nothing.
     *
     * @throws IllegalStateException when another amount was asked for under the same id before, or
     *     what is to be granted is not held
     */
    public Booked book(Position position, Operation operation) {
        Optional<Booking> before = position.answer(operation.kind(), operation.id());
        if (before.isPresent()) {
            if (!before.get().amount().equals(operation.amount())) {
                throw new IllegalStateException(
                        "Something else was asked for before under " + operation.id());
            }
            return new Booked(this, position, before.get());
        }
        if (operation.kind() == LedgerEntry.Kind.GRANTED && !open.contains(operation.claim())) {
            throw new IllegalStateException("Nothing is held for decision " + operation.id());
        }
        boolean done =
                balances.has(operation.kind().from(), operation.amount())
                        && position.covers(operation);
        Booking booking =
                new Booking(
                        operation.kind(),
                        operation.id(),
                        operation.amount(),
                        done ? entries + 1 : null);
        return new Booked(
                done ? after(operation.kind(), operation.amount(), openAfter(operation)) : this,
                position.with(booking),
                booking);
    }

    private List<Claim> openAfter(Operation operation) {
        return switch (operation.kind()) {
            case RESERVED -> Stream.concat(open.stream(), Stream.of(operation.claim())).toList();
            case GRANTED -> open.stream().filter(each -> !each.equals(operation.claim())).toList();
            default -> open;
        };
    }

    /** States the appropriation anew, by an entry of its own; what is promised stays promised. */
    public Restated restate(Euros appropriation) {
        if (appropriation.equals(appropriation())) {
            return new Restated.Refused(Restatement.Refusal.APPROPRIATION_UNCHANGED);
        }
        if (appropriation.exceeds(appropriation())) {
            Euros more = appropriation.minus(appropriation());
            return restated(LedgerEntry.Kind.RAISED, more);
        }
        Euros less = appropriation().minus(appropriation);
        return less.exceeds(available())
                ? new Restated.Refused(Restatement.Refusal.BELOW_PROMISED)
                : restated(LedgerEntry.Kind.LOWERED, less);
    }

    private Restated restated(LedgerEntry.Kind kind, Euros difference) {
        return new Restated.Done(kind, difference, after(kind, difference, open));
    }

    private BudgetLedger after(LedgerEntry.Kind kind, Euros amount, List<Claim> openThen) {
        return new BudgetLedger(line, balances.after(kind, amount), entries + 1, openThen);
    }

    /**
     * What came of an operation.
     *
     * @param ledger the same as before when nothing was moved
     * @param position the claimant's, with the answer
     * @param booking the answer
     */
    public record Booked(BudgetLedger ledger, Position position, Booking booking) {}

    /** What came of a restatement. */
    public sealed interface Restated {

        /** It is restated by this entry. */
        record Done(LedgerEntry.Kind kind, Euros difference, BudgetLedger ledger)
                implements Restated {}

        /** It stays as it is. */
        record Refused(Restatement.Refusal reason) implements Restated {}
    }
}
