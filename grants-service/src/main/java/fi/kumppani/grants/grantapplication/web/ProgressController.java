package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.SupplementGrantApplication;
import fi.kumppani.grants.grantapplication.WithdrawGrantApplication;
import fi.kumppani.grants.grantapplication.supplement.SupplementBody;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** What becomes of an application between its arrival and its decision. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}")
class ProgressController {

    private final SupplementGrantApplication supplement;
    private final WithdrawGrantApplication withdraw;
    private final FinishDecision finishDecision;
    private final ShowApplication showApplication;
    private final Callers callers;
    private final Clock clock;

    ProgressController(
            SupplementGrantApplication supplement,
            WithdrawGrantApplication withdraw,
            FinishDecision finishDecision,
            ShowApplication showApplication,
            Callers callers,
            Clock clock) {
        this.supplement = supplement;
        this.withdraw = withdraw;
        this.finishDecision = finishDecision;
        this.showApplication = showApplication;
        this.callers = callers;
        this.clock = clock;
    }

    /** Asks the applicant to complete an application by a day. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/supplement-request")
    ResponseEntity<ApplicationView> ask(
            @PathVariable String id,
            @Valid @RequestBody SupplementBody request,
            IfMatch seen,
            CurrentUser user) {
        var _ = callers.handleable(new ApplicationId(id), user);
        return answer(
                id,
                user,
                supplement
                        .ask(new ApplicationId(id), request.read(clock), seen.version())
                        .orElseThrow(Problems::notFound));
    }

    /** Hands the completed application in again. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/supplement")
    ResponseEntity<ApplicationView> complete(
            @PathVariable String id, IfMatch seen, CurrentUser user) {
        var _ = callers.writable(new ApplicationId(id), user);
        return answer(
                id,
                user,
                supplement
                        .complete(new ApplicationId(id), seen.version())
                        .orElseThrow(Problems::notFound));
    }

    private ResponseEntity<ApplicationView> answer(
            String id, CurrentUser user, SupplementGrantApplication.Result result) {
        return switch (result) {
            case SupplementGrantApplication.Result.Done _ -> view(id, user);
            case SupplementGrantApplication.Result.Incomplete(var faults) ->
                    throw SectionController.invalid(faults);
            case SupplementGrantApplication.Result.Refused(var reason) ->
                    throw Problems.refused(reason);
        };
    }

    /** Takes an application back that is not decided. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/withdrawal")
    ResponseEntity<ApplicationView> withdraw(
            @PathVariable String id, IfMatch seen, CurrentUser user) {
        var _ = callers.writable(new ApplicationId(id), user);
        return switch (withdraw.withdraw(new ApplicationId(id), seen.version())
                .orElseThrow(Problems::notFound)) {
            case WithdrawGrantApplication.Result.Done _ -> view(id, user);
            case WithdrawGrantApplication.Result.Refused(var reason) ->
                    throw Problems.refused(reason);
        };
    }

    private ResponseEntity<ApplicationView> view(String id, CurrentUser user) {
        Stored<GrantApplication> stored =
                finishDecision.load(new ApplicationId(id)).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(showApplication.to(user, stored.body()));
    }
}
