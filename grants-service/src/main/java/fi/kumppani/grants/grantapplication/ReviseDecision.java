package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.eligibility.CapPerApplicant;
import fi.kumppani.grants.eligibility.EarlierApplications;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A decision takes the place of another. The earlier one stays in force until the ledger has
 * answered for the difference, and stays readable for good.
 */
@Service
public class ReviseDecision {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final JudgeImpartiality impartiality;
    private final PowersToDecide powers;
    private final DecisionBars bars;
    private final FinishDecision finishDecision;
    private final AidLimit aidLimit;
    private final EarlierApplications earlier;
    private final Ids ids;

    ReviseDecision(
            GrantApplications applications,
            GrantCalls calls,
            JudgeImpartiality impartiality,
            PowersToDecide powers,
            DecisionBars bars,
            FinishDecision finishDecision,
            AidLimit aidLimit,
            EarlierApplications earlier,
            Ids ids) {
        this.applications = applications;
        this.calls = calls;
        this.impartiality = impartiality;
        this.powers = powers;
        this.bars = bars;
        this.finishDecision = finishDecision;
        this.aidLimit = aidLimit;
        this.earlier = earlier;
        this.ids = ids;
    }

    /**
     * Decides anew. The same request again is answered the same, unless the budget did not suffice
     * the first time: then it is tried anew.
     *
     * @param replaced the number of the decision that is to be replaced, 1 for the first
     * @return empty when there is no such application
     */
    public Optional<Result> revise(
            ApplicationId id, int replaced, RevisionCause cause, DecisionRequest asked) {
        return finishDecision.load(id).map(found -> revise(found.body(), replaced, cause, asked));
    }

    private Result revise(
            GrantApplication seen, int replaced, RevisionCause cause, DecisionRequest asked) {
        Optional<Disqualification> why = impartiality.stop(asked.decidedBy(), seen.matter());
        if (why.isPresent()) {
            return new Result.Disqualified(why.get());
        }
        CallTerms terms = calls.terms(seen.filing().call());
        Optional<PowerLack> lack = lack(cause, asked, terms.scheme().kind());
        if (lack.isPresent()) {
            return new Result.Powerless(lack.get());
        }
        Decision next = new Decision(new DecisionId(ids.next()), asked.under(terms), cause);
        Optional<Refusal> bar = bar(seen, next, terms);
        return applications
                .change(
                        seen.filing().id(),
                        OptionalLong.empty(),
                        stored -> begin(stored.body(), replaced, next, terms, bar))
                .map(begun -> begun instanceof Begun.UnderWay(var way) ? finish(way) : done(begun))
                .orElseThrow(() -> new IllegalStateException("An application went away"));
    }

    /**
     * What bars a decision that grants more than the standing one. What was meant then and written
     * wrong is put right whoever owes a report (hallintolaki 434/2003, 51 §).
     */
    private Optional<Refusal> bar(GrantApplication seen, Decision next, CallTerms terms) {
        boolean grantsMore =
                seen.decided()
                        .filter(standing -> next.granted().exceeds(standing.decision().granted()))
                        .isPresent();
        if (!grantsMore) {
            return Optional.empty();
        }
        if (!isWithinCapPerApplicant(seen, next, terms)) {
            return Optional.of(Refusal.OVER_CAP_PER_APPLICANT);
        }
        return Optional.of(next)
                .filter(each -> each.cause() != RevisionCause.CLERICAL_ERROR)
                .flatMap(each -> bars.owed(seen, each.request(), terms.scheme()))
                .map(_ -> Refusal.REPORT_OVERDUE);
    }

    /** What the first decision left was free for other applications of those who apply. */
    private boolean isWithinCapPerApplicant(GrantApplication seen, Decision next, CallTerms terms) {
        Filing filing = seen.filing();
        return seen.matter().applicants().stream()
                .allMatch(
                        each ->
                                CapPerApplicant.holds(
                                        terms,
                                        filing.call(),
                                        next.granted(),
                                        earlier.of(each, filing.year()).stream()
                                                .filter(
                                                        other ->
                                                                !other.application()
                                                                        .equals(
                                                                                filing.id()
                                                                                        .value()))
                                                .toList()));
    }

    /** The law lets a board revise, up to whatever amount (kuntalaki 410/2015, 134 § and 92 §). */
    private Optional<PowerLack> lack(RevisionCause cause, DecisionRequest asked, GrantKind kind) {
        return switch (cause) {
            case TAKEN_UP ->
                    powers.lackToTakeUp(asked.maker(), asked.decidedBy(), kind, asked.decidedOn());
            case CLAIM -> lack(asked, kind, Euros.ZERO);
            case FACTUAL_ERROR, CLERICAL_ERROR -> lack(asked, kind, asked.verdict().amount());
        };
    }

    private Optional<PowerLack> lack(DecisionRequest asked, GrantKind kind, Euros amount) {
        return powers.lack(asked.maker(), asked.decidedBy(), kind, amount, asked.decidedOn());
    }

    private static Move<Begun> begin(
            GrantApplication application,
            int replaced,
            Decision next,
            CallTerms terms,
            Optional<Refusal> bar) {
        if (!(application instanceof GrantApplication.Decided decided)) {
            return answered(
                    new Result.Refused(
                            application instanceof GrantApplication.Revising
                                    ? Refusal.BEING_REVISED
                                    : Refusal.NOT_DECIDED));
        }
        if (decided.decision().request().request().equals(next.request().request())) {
            return answered(new Result.Made(decided));
        }
        if (decided.decisionNumber() != replaced) {
            return answered(new Result.Refused(Refusal.ALREADY_REVISED));
        }
        if (bar.isPresent()) {
            return answered(new Result.Refused(bar.get()));
        }
        return switch (decided.revise(next, terms)) {
            case GrantApplication.Revision.Begun(var revising) ->
                    Move.keep(revising, new Begun.UnderWay(revising));
            case GrantApplication.Revision.Made(var after) ->
                    Move.tell(
                            after,
                            new Happening.Revised(after),
                            new Begun.Answered(new Result.Made(after)));
            case GrantApplication.Revision.Refused(var reason) ->
                    answered(new Result.Refused(reason));
        };
    }

    private static Move<Begun> answered(Result result) {
        return Move.stay(new Begun.Answered(result));
    }

    private static Result done(Begun begun) {
        return ((Begun.Answered) begun).result();
    }

    private Result finish(GrantApplication.Revising revising) {
        GrantApplication after =
                finishDecision
                        .finish(revising)
                        .map(Stored::body)
                        .orElseThrow(() -> new IllegalStateException("An application went away"));
        return after.decided()
                .filter(decided -> decided.has(revising.next().id()))
                .<Result>map(Result.Made::new)
                .orElseGet(() -> new Result.Refused(obstacle(revising)));
    }

    private Refusal obstacle(GrantApplication.Revising revising) {
        AidLimit.Answer answer =
                aidLimit.answered(
                                revising.filing().applicant(), OperationId.of(revising.next().id()))
                        .orElseGet(AidLimit.Answer.Held::new);
        return switch (answer) {
            case AidLimit.Answer.Over _ -> Refusal.OVER_DE_MINIMIS;
            case AidLimit.Answer.Undeclared _ -> Refusal.DE_MINIMIS_UNDECLARED;
            case AidLimit.Answer.Held _ when revising.more().isPresent() -> Refusal.BUDGET_EXCEEDED;
            case AidLimit.Answer.Held _ -> Refusal.ALREADY_PAID;
        };
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is decided anew. */
        record Made(GrantApplication.Decided application) implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}

        /** Whoever wants to decide it has no power to. */
        record Powerless(PowerLack why) implements Result {}

        /** Whoever wants to decide it must keep out of it. */
        record Disqualified(Disqualification why) implements Result {}
    }

    private sealed interface Begun {

        record Answered(Result result) implements Begun {}

        record UnderWay(GrantApplication.Revising application) implements Begun {}
    }
}
