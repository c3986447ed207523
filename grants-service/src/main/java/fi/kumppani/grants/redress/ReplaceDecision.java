package fi.kumppani.grants.redress;

import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Replaces a decision, unless the grantee has declined what it granted. The award says first that
 * it is being replaced, so that who declines at the same moment is told no.
 */
@Service
class ReplaceDecision {

    private final ReviseDecision reviseDecision;
    private final Awards awards;
    private final GrantApplications applications;
    private final Clock clock;

    ReplaceDecision(
            ReviseDecision reviseDecision,
            Awards awards,
            GrantApplications applications,
            Clock clock) {
        this.reviseDecision = reviseDecision;
        this.awards = awards;
        this.applications = applications;
        this.clock = clock;
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
        ApplicationId id = decided.filing().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean isDeclined =
                awards.change(id, OptionalLong.empty(), known -> known.replacing(replaced, now))
                        .body()
                        .isDeclined();
        if (isDeclined) {
            return new ReviseDecision.Result.Refused(Refusal.DECLINED);
        }
        ReviseDecision.Result result =
                reviseDecision.revise(id, replaced, cause, asked).orElseThrow();
        if (!(result instanceof ReviseDecision.Result.Made)) {
            stay(id, replaced);
        }
        return result;
    }

    /** Only if somebody else has not replaced it meanwhile. */
    private void stay(ApplicationId id, int decision) {
        if (applications
                .decided(id)
                .filter(found -> found.decisionNumber() == decision)
                .isPresent()) {
            var _ =
                    awards.change(
                            id,
                            OptionalLong.empty(),
                            known ->
                                    Optional.of(known.notReplacing(decision))
                                            .filter(next -> !next.equals(known)));
        }
    }
}
