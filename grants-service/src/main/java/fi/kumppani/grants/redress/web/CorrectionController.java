package fi.kumppani.grants.redress.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.redress.CorrectDecision;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of errors in decisions. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decision/corrections")
class CorrectionController {

    private static final String CORRECT = "grants.decision.correct";

    private final CorrectDecision correctDecision;
    private final Callers callers;

    CorrectionController(CorrectDecision correctDecision, Callers callers) {
        this.correctDecision = correctDecision;
        this.callers = callers;
    }

    /**
     * The decision that is now in force.
     *
     * @param decision which of the application's decisions it is
     */
    record Corrected(int decision, String outcome, Euros granted) {

        static Corrected of(GrantApplication.Decided decided) {
            return new Corrected(
                    decided.decisionNumber(),
                    decided.outcome().code(),
                    decided.decision().granted());
        }
    }

    /** Decides anew, in the capacity in which the decision was made. */
    @OpenToRoles(Role.DECISION_MAKER)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Corrected correct(
            @PathVariable String id,
            @Valid @RequestBody CorrectionRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        Creation creation = new Creation(key.uniqueKey(CORRECT), key.bodyHash());
        return switch (correctDecision.correct(
                decided, request.correction(), user.subject(), creation)) {
            case CorrectDecision.Result.Answered(var answer) -> corrected(answer);
            case CorrectDecision.Result.TooLate _ ->
                    throw Problems.refused(
                            "too-late-to-correct", "More than five years have passed");
            case CorrectDecision.Result.ConsentMissing _ ->
                    throw Problems.invalid(
                            "consentedOn",
                            "missing",
                            "Less for the party needs its consent, unless the error is its own");
        };
    }

    private static Corrected corrected(ReviseDecision.Result answer) {
        return switch (answer) {
            case ReviseDecision.Result.Made(var application) -> Corrected.of(application);
            case ReviseDecision.Result.Refused(var reason) -> throw Problems.refused(reason);
            case ReviseDecision.Result.Powerless(var why) -> throw why.problem();
            case ReviseDecision.Result.Disqualified(var why) -> throw why.problem();
        };
    }
}
