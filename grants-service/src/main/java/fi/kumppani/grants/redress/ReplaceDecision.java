package fi.kumppani.grants.redress;

import fi.kumppani.grants.award.Answer;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;

import org.springframework.stereotype.Service;

/** Replaces a decision, unless the grantee has declined what it granted. */
@Service
class ReplaceDecision {

    private final ReviseDecision reviseDecision;
    private final Awards awards;

    ReplaceDecision(ReviseDecision reviseDecision, Awards awards) {
        this.reviseDecision = reviseDecision;
        this.awards = awards;
    }

    /**
     * Decides anew.
     *
     * @param replaced the number of the decision that is to be replaced, 1 for the first
     */
    ReviseDecision.Result replace(
            GrantApplication.Decided decided,
            int replaced,
            RevisionCause cause,
            DecisionRequest asked) {
        return switch (awards.find(decided.filing().id()).body().answer()) {
            case Answer.Declining _, Answer.Declined _ ->
                    new ReviseDecision.Result.Refused(Refusal.DECLINED);
            case Answer.Open _, Answer.Accepted _ ->
                    reviseDecision
                            .revise(decided.filing().id(), replaced, cause, asked)
                            .orElseThrow();
        };
    }
}
