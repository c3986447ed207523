package fi.kumppani.grants.recovery;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Grants are claimed back and come back. Money that came takes two documents that must agree: the
 * recovery notes it first, under an id of its own, then the ledger books it as returned under that
 * id, and then the recovery says so. The ledger answers once, so whoever meets it may finish it.
 */
@Service
public class ClaimBack extends LeftWork {

    private final Recoveries recoveries;
    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Ledgers ledgers;
    private final PowersToDecide powers;
    private final ReferenceRates rates;
    private final Ids ids;
    private final Clock clock;

    ClaimBack(
            Recoveries recoveries,
            GrantApplications applications,
            GrantCalls calls,
            Ledgers ledgers,
            PowersToDecide powers,
            ReferenceRates rates,
            Ids ids,
            Clock clock) {
        this.recoveries = recoveries;
        this.applications = applications;
        this.calls = calls;
        this.ledgers = ledgers;
        this.powers = powers;
        this.rates = rates;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came back of a grant; what the ledger is to be told is told first. */
    public Stored<Recovery> load(GrantApplication.Decided decided) {
        Stored<Recovery> found = recoveries.of(decided.filing().id());
        if (found.body().unbooked().isEmpty()) {
            return found;
        }
        book(decided, found.body());
        return recoveries.of(decided.filing().id());
    }

    /** What is owed on a claim today; empty when a reference rate is not stated. */
    public Optional<Owed> owed(Recovery recovery, RecoveryClaim claim) {
        return recovery.owed(claim, FinnishTime.today(clock), rates);
    }

    /**
     * What is proposed.
     *
     * @param reason why, for the grantee
     * @param by who proposes, as the identity provider's opaque {@code sub}
     */
    public record Proposal(
            RecoveryGround ground, Euros amount, String reason, Hearing hearing, String by) {

        /** Says nothing of the reason, so that no log does. */
        @Override
        public String toString() {
            return "Proposal[" + ground + "]";
        }
    }

    /** Proposes to claim something back; the same request again is answered the same. */
    public Recovery.Moved propose(
            GrantApplication.Decided decided, Proposal proposal, Creation request) {
        Euros paid = everPaid(decided);
        return recoveries.move(
                decided.filing().id(),
                OptionalLong.empty(),
                known ->
                        known.claimedBy(request)
                                .map(before -> repeated(known, before.request(), request))
                                .orElseGet(
                                        () ->
                                                known.propose(
                                                        claim(known, proposal, request), paid)));
    }

    private static RecoveryClaim claim(Recovery known, Proposal proposal, Creation request) {
        return new RecoveryClaim(
                known.claims().size() + 1,
                proposal.ground(),
                proposal.amount(),
                proposal.reason(),
                proposal.hearing(),
                proposal.by(),
                request,
                new RecoveryClaim.Stage.Proposed());
    }

    private static Recovery.Moved repeated(Recovery known, Creation before, Creation request) {
        return before.equals(request)
                ? new Recovery.Moved.To(known)
                : new Recovery.Moved.KeyReused();
    }

    /** Takes down what the grantee says to a claim, in time. */
    public Recovery.Moved hear(
            GrantApplication.Decided decided, int number, String answer, long seen) {
        LocalDate today = FinnishTime.today(clock);
        return onClaim(decided, number, seen, (known, claim) -> known.hear(claim, answer, today));
    }

    /** Why somebody may not decide a claim, by the administrative rules; empty when they may. */
    public Optional<PowerLack> lack(
            GrantApplication.Decided decided, RecoveryClaim claim, DecisionMaker maker, String by) {
        return powers.lack(
                maker,
                by,
                calls.terms(decided.filing().call()).scheme().kind(),
                claim.amount(),
                FinnishTime.today(clock));
    }

    /**
     * Decides a claim, for somebody who has the power.
     *
     * @param dueOn the last day to pay without interest
     */
    public Recovery.Moved decide(
            GrantApplication.Decided decided,
            int number,
            DecisionMaker maker,
            String by,
            LocalDate dueOn,
            long seen) {
        LocalDate today = FinnishTime.today(clock);
        return onClaim(
                decided,
                number,
                seen,
                (known, claim) -> known.decide(claim, maker, by, today, dueOn));
    }

    /** Gives a proposed claim up. */
    public Recovery.Moved drop(GrantApplication.Decided decided, int number, long seen) {
        return onClaim(decided, number, seen, Recovery::drop);
    }

    @FunctionalInterface
    private interface ClaimMove {
        Recovery.Moved of(Recovery known, RecoveryClaim claim);
    }

    private Recovery.Moved onClaim(
            GrantApplication.Decided decided, int number, long seen, ClaimMove move) {
        return recoveries.move(
                decided.filing().id(),
                OptionalLong.of(seen),
                known ->
                        known.claim(number)
                                .map(claim -> move.of(known, claim))
                                .orElseGet(Recovery.Moved.Unknown::new));
    }

    /**
     * Notes money that came back, interest first, and has the ledger book the rest.
     *
     * @param number the claim it is paid on; 0 for none
     * @param receivedOn not in the future
     */
    public Recovery.Moved note(
            GrantApplication.Decided decided,
            int number,
            Euros amount,
            LocalDate receivedOn,
            Creation request) {
        Euros paid = everPaid(decided);
        String id = ids.next();
        Function<Recovery, Recovery.Moved> note =
                known ->
                        known.notedBy(request)
                                .map(before -> repeated(known, before.request(), request))
                                .orElseGet(
                                        () ->
                                                noted(known, number, amount, receivedOn)
                                                        .with(
                                                                known,
                                                                id,
                                                                number,
                                                                receivedOn,
                                                                request,
                                                                paid));
        Recovery.Moved moved = recoveries.move(decided.filing().id(), OptionalLong.empty(), note);
        if (moved instanceof Recovery.Moved.To(var recovery)) {
            book(decided, recovery);
        }
        return moved;
    }

    /** How an amount is divided, or why it cannot be. */
    private sealed interface Division {

        record Parts(Owed parts) implements Division {}

        record Not(Recovery.Moved why) implements Division {}

        default Recovery.Moved with(
                Recovery known,
                String id,
                int number,
                LocalDate receivedOn,
                Creation request,
                Euros paid) {
            return switch (this) {
                case Not(var why) -> why;
                case Parts(var parts) ->
                        known.note(
                                new MoneyReturn(
                                        id,
                                        number,
                                        receivedOn,
                                        parts.principal(),
                                        parts.interest(),
                                        request,
                                        MoneyReturn.Stage.BOOKING),
                                paid);
            };
        }
    }

    private Division noted(Recovery known, int number, Euros amount, LocalDate receivedOn) {
        if (number == MoneyReturn.NO_CLAIM) {
            return new Division.Parts(new Owed(amount, Euros.ZERO));
        }
        Optional<RecoveryClaim> claim = known.claim(number);
        if (claim.isEmpty()) {
            return new Division.Not(new Recovery.Moved.Unknown());
        }
        if (!(claim.get().stage() instanceof RecoveryClaim.Stage.Decided)) {
            return new Division.Not(Recovery.refused(RecoveryRefusal.NOT_DECIDED));
        }
        Optional<Owed> owed = known.owed(claim.get(), receivedOn, rates);
        if (owed.isEmpty()) {
            return new Division.Not(Recovery.refused(RecoveryRefusal.RATE_MISSING));
        }
        return amount.exceeds(owed.get().whole())
                ? new Division.Not(Recovery.refused(RecoveryRefusal.OVER_OWED))
                : new Division.Parts(owed.get().paidBy(amount));
    }

    private void book(GrantApplication.Decided decided, Recovery recovery) {
        for (MoneyReturn money : recovery.unbooked()) {
            boolean booked =
                    money.principal().cents() == 0
                            || ledgers.book(ledger(decided), List.of(returned(decided, money)))
                                    .getFirst()
                                    .isDone();
            var _ =
                    recoveries.move(
                            recovery.application(),
                            OptionalLong.empty(),
                            known -> new Recovery.Moved.To(known.settled(money.id(), booked)));
        }
    }

    private static Operation returned(GrantApplication.Decided decided, MoneyReturn money) {
        return new Operation(
                LedgerEntry.Kind.RETURNED,
                new OperationId("returned:" + money.id()),
                decided.filing().id().value(),
                money.principal());
    }

    /** What was paid of a grant in all, whether it came back or not. */
    public Euros everPaid(GrantApplication.Decided decided) {
        return ledgers.position(ledger(decided), decided.filing().id().value())
                .map(Position::balances)
                .map(sums -> new Euros(sums.in(Account.PAID) + sums.in(Account.RETURNED)))
                .orElse(Euros.ZERO);
    }

    private static LedgerId ledger(GrantApplication.Decided decided) {
        return new LedgerId(decided.filing().call().value());
    }

    @Override
    public void finishAll() {
        recoveries.forEachUnbooked(id -> attempt(id, () -> finish(id)));
    }

    private void finish(ApplicationId id) {
        applications
                .decided(id)
                .ifPresent(
                        decided -> {
                            var _ = load(decided);
                        });
    }
}
