package fi.kumppani.grants.changerequest;

import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A grantee asks for other terms, and somebody who has the power over such a grant and is impartial
 * decides. The decision on the application itself, and its money, stay as they are.
 */
@Service
public class HandleChange {

    private final AskedChanges changes;
    private final Awards awards;
    private final GrantCalls calls;
    private final PowersToDecide powers;
    private final JudgeImpartiality impartiality;
    private final Clock clock;

    HandleChange(
            AskedChanges changes,
            Awards awards,
            GrantCalls calls,
            PowersToDecide powers,
            JudgeImpartiality impartiality,
            Clock clock) {
        this.changes = changes;
        this.awards = awards;
        this.calls = calls;
        this.powers = powers;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /** What was asked about a grant. */
    public Stored<ChangeRequests> of(GrantApplication.Decided decided) {
        return changes.of(decided.filing().id());
    }

    /** The terms of a grant that are in force. */
    public GrantTerms inForce(GrantApplication.Decided decided) {
        return of(decided).body().inForce(GrantTerms.of(decided.proposal()));
    }

    /**
     * Asks for other terms.
     *
     * @param wish what is to be otherwise
     */
    public Result ask(
            GrantApplication.Decided decided, GrantTerms wish, String reasons, Creation request) {
        Optional<Refusal> closed = closed(decided);
        GrantTerms appliedFor = GrantTerms.of(decided.proposal());
        Instant now = now();
        return changes.change(
                decided.filing().id(),
                OptionalLong.empty(),
                known -> {
                    Optional<ChangeRequest> before = known.sentBy(request.key());
                    if (before.isPresent()) {
                        return stay(
                                before.get().request().equals(request)
                                        ? new Result.Done(before.get().number())
                                        : new Result.KeyReused());
                    }
                    if (closed.isPresent()) {
                        return refused(closed.get());
                    }
                    if (known.open().isPresent()) {
                        return refused(Refusal.CHANGE_PENDING);
                    }
                    GrantTerms inForce = known.inForce(appliedFor);
                    GrantTerms next = inForce.with(wish);
                    if (next.equals(inForce)) {
                        return refused(Refusal.NOTHING_CHANGES);
                    }
                    if (next.endsBeforeItBegins()) {
                        return refused(Refusal.ENDS_BEFORE_IT_BEGINS);
                    }
                    ChangeRequests asking = known.asking(wish, reasons, request, now);
                    int number = asking.all().size();
                    return new AskedChanges.Step<>(
                            Optional.of(asking), number, new Result.Done(number));
                });
    }

    /** Takes a request back that waits. */
    public Result withdraw(GrantApplication.Decided decided, int number, long seen) {
        return end(decided, number, seen, new ChangeRequest.Ending.Withdrawn(now()));
    }

    /**
     * Decides a request that waits.
     *
     * @param approved what is otherwise from now on, of what was asked; null to refuse
     * @param by who decides, as the identity provider's opaque {@code sub}
     * @param seen the version the caller has seen
     */
    public Result rule(
            GrantApplication.Decided decided,
            int number,
            @Nullable GrantTerms approved,
            LocalizedText explanation,
            DecisionMaker maker,
            String by,
            long seen) {
        Optional<Disqualification> why = impartiality.stop(by, decided.matter());
        if (why.isPresent()) {
            return new Result.Disqualified(why.get());
        }
        var today = FinnishTime.today(clock);
        Optional<PowerLack> lack =
                powers.lack(
                        maker,
                        by,
                        calls.terms(decided.filing().call()).scheme().kind(),
                        decided.decision().granted(),
                        today);
        return lack.isPresent()
                ? new Result.Powerless(lack.get())
                : end(
                        decided,
                        number,
                        seen,
                        new ChangeRequest.Ending.Ruled(approved, maker, by, today, explanation));
    }

    private Result end(
            GrantApplication.Decided decided, int number, long seen, ChangeRequest.Ending ending) {
        Optional<Refusal> closed =
                ending instanceof ChangeRequest.Ending.Ruled(var approved, _, _, _, _)
                                && approved != null
                        ? closed(decided)
                        : Optional.empty();
        GrantTerms appliedFor = GrantTerms.of(decided.proposal());
        return changes.change(
                decided.filing().id(),
                OptionalLong.of(seen),
                known -> {
                    Optional<ChangeRequest> asked = known.find(number);
                    if (asked.isEmpty()) {
                        return stay(new Result.Unknown());
                    }
                    if (asked.get().ending() != null) {
                        return refused(Refusal.CHANGE_ENDED);
                    }
                    if (closed.isPresent()) {
                        return refused(closed.get());
                    }
                    ChangeRequests next = known.ending(number, ending);
                    return next.inForce(appliedFor).endsBeforeItBegins()
                            ? refused(Refusal.ENDS_BEFORE_IT_BEGINS)
                            : new AskedChanges.Step<>(
                                    Optional.of(next), number, new Result.Done(number));
                });
    }

    private Optional<Refusal> closed(GrantApplication.Decided decided) {
        if (decided.decision().granted().cents() == 0) {
            return Optional.of(Refusal.NOT_GRANTED);
        }
        return switch (awards.find(decided.filing().id()).body().answer()) {
            case Answer.Declining _, Answer.Declined _ -> Optional.of(Refusal.ALREADY_DECLINED);
            case Answer.Open _, Answer.Accepted _ -> Optional.empty();
        };
    }

    private static AskedChanges.Step<Result> refused(Refusal reason) {
        return stay(new Result.Refused(reason));
    }

    private static AskedChanges.Step<Result> stay(Result result) {
        return new AskedChanges.Step<>(Optional.empty(), 0, result);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Why terms do not change as asked; its name in kebab case is the reason code. */
    public enum Refusal {
        /** Nothing is granted. */
        NOT_GRANTED,
        /** The grantee declined it. */
        ALREADY_DECLINED,
        /** Another request waits. */
        CHANGE_PENDING,
        /** The request was decided or taken back before. */
        CHANGE_ENDED,
        /** The terms are so already. */
        NOTHING_CHANGES,
        /** What it is for would end before it begins. */
        ENDS_BEFORE_IT_BEGINS
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is so; the request has this number. */
        record Done(int number) implements Result {}

        /** There is no such request. */
        record Unknown() implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}

        /** Whoever wants to decide it has no power to. */
        record Powerless(PowerLack why) implements Result {}

        /** Whoever wants to decide it must keep out of it. */
        record Disqualified(Disqualification why) implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}
    }
}
