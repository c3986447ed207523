package fi.kumppani.grants.grantapplication.verdict;

import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.web.IdempotencyKey;

/** Answers for what came of deciding, wherever it is asked for. */
public final class DecisionResults {

    private DecisionResults() {}

    /**
     * The application with its decision.
     *
     * @throws fi.kumppani.kit.problem.Problem that says why, when none was made
     */
    public static GrantApplication.Decided made(DecideGrantApplication.Result result) {
        return switch (result) {
            case DecideGrantApplication.Result.Made(var application) -> application;
            case DecideGrantApplication.Result.Refused(var reason) ->
                    throw Problems.refused(reason);
            case DecideGrantApplication.Result.OverAid over -> throw over.problem();
            case DecideGrantApplication.Result.OwesReport owes -> throw owes.problem();
            case DecideGrantApplication.Result.Disqualified(var why) -> throw why.problem();
            case DecideGrantApplication.Result.Powerless(var why) -> throw why.problem();
            case DecideGrantApplication.Result.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }
}
