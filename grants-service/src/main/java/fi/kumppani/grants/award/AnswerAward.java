package fi.kumppani.grants.award;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.AidLimit;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Who was granted something accepts or declines it. Declining takes two documents that must agree:
 * the award says so first, then the ledger makes the money available, under an id of the award; who
 * meets a declining award finishes it.
 */
@Service
public class AnswerAward {

    private final Awards awards;
    private final GrantCalls calls;
    private final Notifications notifications;
    private final Ledgers ledgers;
    private final AidLimit aidLimit;
    private final List<BeforeAcceptance> preparations;
    private final Clock clock;

    AnswerAward(
            Awards awards,
            GrantCalls calls,
            Notifications notifications,
            Ledgers ledgers,
            AidLimit aidLimit,
            List<BeforeAcceptance> preparations,
            Clock clock) {
        this.awards = awards;
        this.calls = calls;
        this.notifications = notifications;
        this.ledgers = ledgers;
        this.aidLimit = aidLimit;
        this.preparations = List.copyOf(preparations);
        this.clock = clock;
    }

    /** The award of a decision; one that was being declined is finished first. */
    public Stored<Award> load(GrantApplication.Decided decided) {
        Stored<Award> found = awards.find(decided.filing().id());
        return found.body().answer() instanceof Answer.Declining ? release(decided) : found;
    }

    /** The last day to accept it; empty while the decision is not known, or without a limit. */
    public Optional<LocalDate> acceptUntil(GrantApplication.Decided decided) {
        return Optional.ofNullable(scheme(decided).acceptance().withinDays())
                .flatMap(
                        days ->
                                notifications
                                        .of(decided)
                                        .body()
                                        .knownOn()
                                        .map(known -> known.plusDays(days)));
    }

    /** By which grounds it was granted. */
    public Scheme scheme(GrantApplication.Decided decided) {
        return calls.find(decided.filing().call())
                .map(call -> call.body().terms().scheme())
                .orElseThrow(() -> new IllegalStateException("An application without a call"));
    }

    /**
     * Accepts what was granted, with its conditions.
     *
     * @param by as the identity provider's opaque {@code sub}
     * @param seen the version the caller has seen
     */
    public Result accept(GrantApplication.Decided decided, String by, long seen) {
        LocalDate until = acceptUntil(decided).orElse(null);
        Instant now = now();
        if (decided.decision().granted().cents() > 0) {
            preparations.forEach(each -> each.prepare(decided));
        }
        return answer(decided, seen, award -> award.accept(by, now, until));
    }

    /** Declines what was granted; its money is available to others from then on. */
    public Result decline(GrantApplication.Decided decided, String by, long seen) {
        Instant now = now();
        Result result =
                answer(
                        decided,
                        seen,
                        award ->
                                award.isReplacing(decided.decisionNumber(), now)
                                        ? new Award.Answered.Refused(Award.Refusal.BEING_REVISED)
                                        : award.decline(by, now));
        return result instanceof Result.Kept(var stored)
                        && stored.body().answer() instanceof Answer.Declining
                ? new Result.Kept(release(decided))
                : result;
    }

    /**
     * States which costs the receipts show, for what is paid afterwards; not those that arrived
     * after the last day for them.
     */
    public Result approve(GrantApplication.Decided decided, Receipts receipts, long seen) {
        Scheme scheme = scheme(decided);
        boolean isAfterwards = scheme.payment() instanceof PaymentTerms.Afterwards;
        if (isAfterwards && scheme.report() != null) {
            return new Result.Refused(Award.Refusal.BY_REPORT);
        }
        LocalDate last = scheme.receiptsBy();
        LocalDate received = receipts.receivedOn();
        if (last != null && received != null && received.isAfter(last)) {
            return new Result.Refused(Award.Refusal.RECEIPTS_LATE);
        }
        return answer(
                decided,
                seen,
                award ->
                        isAfterwards
                                ? award.approve(receipts)
                                : new Award.Answered.Refused(Award.Refusal.NOT_PAID_AFTERWARDS));
    }

    private Result answer(
            GrantApplication.Decided decided, long seen, Function<Award, Award.Answered> move) {
        if (decided.decision().granted().cents() == 0) {
            return new Result.Refused(Award.Refusal.NOT_GRANTED);
        }
        AtomicReference<Optional<Award.Refusal>> refusal = new AtomicReference<>(Optional.empty());
        Stored<Award> after =
                awards.change(
                        decided.filing().id(),
                        OptionalLong.of(seen),
                        award ->
                                switch (move.apply(award)) {
                                    case Award.Answered.As(var next) -> {
                                        refusal.set(Optional.empty());
                                        yield next.equals(award)
                                                ? Optional.empty()
                                                : Optional.of(next);
                                    }
                                    case Award.Answered.Refused(var reason) -> {
                                        refusal.set(Optional.of(reason));
                                        yield Optional.empty();
                                    }
                                });
        return refusal.get()
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Kept(after));
    }

    private Stored<Award> release(GrantApplication.Decided decided) {
        String application = decided.filing().id().value();
        var release =
                new Operation(
                        LedgerEntry.Kind.RELEASED,
                        new OperationId("declined:" + application),
                        application,
                        decided.decision().granted());
        LedgerId ledger = new LedgerId(decided.filing().call().value());
        if (!ledgers.book(ledger, List.of(release)).getFirst().isDone()) {
            throw new IllegalStateException("What was granted is not there to be released");
        }
        if (decided.decision().aid().cents() > 0) {
            aidLimit.giveBack(
                    decided.filing().applicant(),
                    decided.filing().id(),
                    release.id(),
                    decided.decision().aid());
        }
        return awards.change(
                decided.filing().id(),
                OptionalLong.empty(),
                award ->
                        award.declined().equals(award)
                                ? Optional.empty()
                                : Optional.of(award.declined()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is kept. */
        record Kept(Stored<Award> award) implements Result {}

        /** It stays as it was. */
        record Refused(Award.Refusal reason) implements Result {}
    }
}
