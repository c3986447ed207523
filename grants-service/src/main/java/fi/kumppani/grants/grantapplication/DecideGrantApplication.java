package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.eligibility.OwedReports;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision maker grants, refuses or does not examine, within the power the administrative rules
 * give them. A municipality that has recorded no powers leaves that to the role alone.
 */
@Service
public class DecideGrantApplication {

    private static final int MOST_ROUNDS = 20;

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final JudgeImpartiality impartiality;
    private final DecisionBars bars;
    private final FinishDecision finishDecision;
    private final AidLimit aidLimit;
    private final Ids ids;
    private final Clock clock;

    DecideGrantApplication(
            GrantApplications applications,
            GrantCalls calls,
            JudgeImpartiality impartiality,
            DecisionBars bars,
            FinishDecision finishDecision,
            AidLimit aidLimit,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.impartiality = impartiality;
        this.bars = bars;
        this.finishDecision = finishDecision;
        this.aidLimit = aidLimit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Decides an application. The same request again is answered the same, unless the budget did
     * not suffice the first time: then it is tried anew.
     *
     * @param maker in which capacity
     * @param decidedBy who decides, as the identity provider's opaque {@code sub}
     * @return empty when there is no such application
     */
    public Optional<Result> decide(
            ApplicationId id,
            Verdict verdict,
            DecisionMaker maker,
            String decidedBy,
            Creation request) {
        return decide(
                id,
                new DecisionRequest(verdict, maker, decidedBy, FinnishTime.today(clock), request));
    }

    /**
     * As {@link #decide(ApplicationId, Verdict, DecisionMaker, String, Creation)}, for a decision
     * that was made on an earlier day, such as that of a board's meeting; power is needed on that
     * day.
     */
    public Optional<Result> decide(ApplicationId id, DecisionRequest asked) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Stored<GrantApplication>> found = finishDecision.load(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            switch (begin(found.get(), asked)) {
                case Begun.Answered(var result) -> {
                    return Optional.of(result);
                }
                case Begun.UnderWay(var deciding) -> {
                    Optional<Result> result = finish(deciding, asked);
                    if (result.isPresent()) {
                        return result;
                    }
                }
            }
        }
        throw new ContentionException();
    }

    private Begun begin(Stored<GrantApplication> seen, DecisionRequest asked) {
        GrantApplication application = seen.body();
        Optional<Disqualification> why = impartiality.stop(asked.decidedBy(), application.matter());
        if (why.isPresent()) {
            return new Begun.Answered(new Result.Disqualified(why.get()));
        }
        CallTerms terms = calls.terms(application.filing().call());
        Optional<Result> bar = bars.of(application, asked, terms);
        DecisionId attempt = new DecisionId(ids.next());
        return applications
                .change(seen, stored -> begin(stored, attempt, asked, terms, bar, clock.instant()))
                .orElseThrow(() -> new IllegalStateException("An application went away"));
    }

    private static Move<Begun> begin(
            Stored<GrantApplication> seen,
            DecisionId attempt,
            DecisionRequest asked,
            CallTerms terms,
            Optional<Result> bar,
            Instant now) {
        return switch (seen.body()) {
            case GrantApplication.Draft _ ->
                    Move.stay(new Begun.Answered(new Result.Refused(Refusal.NOT_SUBMITTED)));
            case GrantApplication.Withdrawn _ ->
                    Move.stay(new Begun.Answered(new Result.Refused(Refusal.WITHDRAWN)));
            case GrantApplication.Transferred _ ->
                    Move.stay(new Begun.Answered(new Result.Refused(Refusal.TRANSFERRED)));
            case GrantApplication.Supplementing waiting when !waiting.supplement().isOver(now) ->
                    Move.stay(new Begun.Answered(new Result.Refused(Refusal.BEING_SUPPLEMENTED)));
            case GrantApplication.Supplementing late ->
                    begin(seen.with(late.handle()), attempt, asked, terms, bar, now);
            case GrantApplication.Deciding other -> Move.stay(new Begun.UnderWay(seen.with(other)));
            case GrantApplication.Decided decided ->
                    Move.stay(new Begun.Answered(again(decided, asked)));
            case GrantApplication.Revising revising ->
                    Move.stay(new Begun.Answered(again(revising.standing(), asked)));
            case GrantApplication.Submitted _ when bar.isPresent() ->
                    Move.stay(new Begun.Answered(bar.get()));
            case GrantApplication.Submitted submitted ->
                    switch (submitted.decide(attempt, asked, terms)) {
                        case GrantApplication.Deliberation.Begun(var deciding) ->
                                Move.keep(deciding, new Begun.UnderWay(seen.after(0, deciding)));
                        case GrantApplication.Deliberation.Made(var decided) ->
                                Move.tell(
                                        decided,
                                        new Happening.Ended(decided),
                                        new Begun.Answered(new Result.Made(decided)));
                        case GrantApplication.Deliberation.Refused(var reason) ->
                                Move.stay(new Begun.Answered(new Result.Refused(reason)));
                    };
        };
    }

    /** Finishes a decision under way: the own one with its result, another's without. */
    private Optional<Result> finish(Stored<GrantApplication.Deciding> seen, DecisionRequest asked) {
        GrantApplication.Deciding deciding = seen.body();
        Optional<GrantApplication> after = finishDecision.finishAsSeen(seen);
        boolean own = deciding.decision().request().request().equals(asked.request());
        if (!own) {
            return Optional.empty();
        }
        return after.map(
                application ->
                        application instanceof GrantApplication.Decided decided
                                ? again(decided, asked)
                                : refused(deciding));
    }

    private Result refused(GrantApplication.Deciding deciding) {
        AidLimit.Answer answer =
                aidLimit.answered(
                                deciding.filing().applicant(),
                                OperationId.of(deciding.decision().id()))
                        .orElseGet(AidLimit.Answer.Held::new);
        return switch (answer) {
            case AidLimit.Answer.Held _ -> new Result.Refused(Refusal.BUDGET_EXCEEDED);
            case AidLimit.Answer.Undeclared _ -> new Result.Refused(Refusal.DE_MINIMIS_UNDECLARED);
            case AidLimit.Answer.Over over -> new Result.OverAid(over);
        };
    }

    private static Result again(GrantApplication.Decided decided, DecisionRequest asked) {
        Creation made = decided.first().request().request();
        if (!made.key().equals(asked.request().key())) {
            return new Result.Refused(Refusal.ALREADY_DECIDED);
        }
        return made.equals(asked.request()) ? new Result.Made(decided) : new Result.KeyReused();
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is decided. */
        record Made(GrantApplication.Decided application) implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}

        /** It would be more de minimis aid than the applicant can have. */
        record OverAid(AidLimit.Answer.Over why) implements Result {

            /** 409 {@code over-de-minimis}, with the limit and what is used of it. */
            public Problem problem() {
                return Problems.refused(
                        WireCodes.of(Refusal.OVER_DE_MINIMIS),
                        "At most "
                                + why.limit()
                                + " in three years, of which "
                                + why.used()
                                + " is used");
            }
        }

        /** Its call grants nothing to whom a report is overdue of. */
        record OwesReport(OwedReports.Overdue report) implements Result {

            /** 409 {@code report-overdue}, with which report and since when. */
            public Problem problem() {
                return Problems.refused(
                        WireCodes.of(Refusal.REPORT_OVERDUE),
                        "The report on " + report.about() + " was due on " + report.since());
            }
        }

        /** Whoever wants to decide it must keep out of it. */
        record Disqualified(Disqualification why) implements Result {}

        /** Whoever wants to decide it has no power to. */
        record Powerless(PowerLack why) implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}
    }

    private sealed interface Begun {

        record Answered(Result result) implements Begun {}

        record UnderWay(Stored<GrantApplication.Deciding> application) implements Begun {}
    }
}
