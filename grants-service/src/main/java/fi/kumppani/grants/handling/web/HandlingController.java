package fi.kumppani.grants.handling.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.ConcealApplicant;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.handling.HandleApplication;
import fi.kumppani.grants.handling.Look;
import fi.kumppani.grants.handling.PointFault;
import fi.kumppani.grants.handling.Review;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** How an application is handled: whose work it is, what reviewers found, what it comes to. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}")
class HandlingController {

    private final HandleApplication handleApplication;
    private final ConcealApplicant concealApplicant;
    private final Callers callers;

    HandlingController(
            HandleApplication handleApplication,
            ConcealApplicant concealApplicant,
            Callers callers) {
        this.handleApplication = handleApplication;
        this.concealApplicant = concealApplicant;
        this.callers = callers;
    }

    /** The handling; its ETag changes with assignment and round, not with reviews. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/handling")
    ResponseEntity<HandlingView> one(@PathVariable String id, CurrentUser user) {
        GrantApplication application = handleable(id, user);
        return view(application, look(application), user);
    }

    /** Assigns it, or takes it. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/handling/assignment")
    ResponseEntity<HandlingView> assign(
            @PathVariable String id,
            @Valid @RequestBody AssignmentRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication application = handleable(id, user);
        return answer(
                application,
                handleApplication.assign(
                        application,
                        Objects.requireNonNullElse(request.officer(), user.subject()),
                        user.subject(),
                        seen.version()),
                user);
    }

    /** Makes it nobody's again. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @DeleteMapping("/handling/assignment")
    ResponseEntity<HandlingView> unassign(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication application = handleable(id, user);
        return answer(
                application,
                handleApplication.unassign(application, user.subject(), seen.version()),
                user);
    }

    /** Closes its review round, where the call has none for all. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/review-round/closing")
    ResponseEntity<HandlingView> close(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication application = handleable(id, user);
        return answer(
                application,
                handleApplication.close(application, user.subject(), seen.version()),
                user);
    }

    /** The own review; its ETag counts how often it was given. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @GetMapping("/reviews/mine")
    ResponseEntity<ReviewView> mine(@PathVariable String id, CurrentUser user) {
        return own(look(handleable(id, user)), user);
    }

    /** Gives the own review, or gives it anew; {@code If-Match: "0"} for the first time. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/reviews/mine")
    ResponseEntity<ReviewView> review(
            @PathVariable String id,
            @Valid @RequestBody ReviewRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication application = handleable(id, user);
        return own(
                done(
                        handleApplication.review(
                                application,
                                user.subject(),
                                request.points(),
                                request.comment(),
                                seen.version())),
                user);
    }

    private GrantApplication handleable(String id, CurrentUser user) {
        return callers.handleable(new ApplicationId(id), user).body();
    }

    private Look look(GrantApplication application) {
        return handleApplication.look(application).orElseThrow(Problems::notFound);
    }

    private static ResponseEntity<ReviewView> own(Look look, CurrentUser user) {
        Review review = look.row().reviewOf(user.subject()).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .eTag(ETags.of(review.revision()))
                .body(ReviewView.of(review, user.subject()));
    }

    private ResponseEntity<HandlingView> answer(
            GrantApplication application, HandleApplication.Result result, CurrentUser user) {
        return view(application, done(result), user);
    }

    private static Look done(HandleApplication.Result result) {
        return switch (result) {
            case HandleApplication.Result.Done(var look) -> look;
            case HandleApplication.Result.Stale _ -> throw Problems.stale();
            case HandleApplication.Result.Faulty(var faults) -> throw invalid(faults);
            case HandleApplication.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private static Problem invalid(List<PointFault> faults) {
        FieldErrors errors = new FieldErrors();
        for (PointFault fault : faults) {
            String told =
                    switch (fault.kind()) {
                        case MISSING, OUT_OF_RANGE -> "From 0 to " + fault.mostPoints();
                        case UNKNOWN -> "The call has no such criterion";
                    };
            var _ = errors.add("points." + fault.criterion(), WireCodes.of(fault.kind()), told);
        }
        return Problems.invalid(errors.all());
    }

    private ResponseEntity<HandlingView> view(
            GrantApplication application, Look look, CurrentUser user) {
        var all = HandlingView.ProposalPart.of(application.proposal());
        var told =
                look.isBlindTo(user.subject())
                        ? all.concealed(concealApplicant.conceal(application))
                        : all;
        return ResponseEntity.ok()
                .eTag(ETags.of(look.row().revision()))
                .body(HandlingView.of(application, look, told, user.subject()));
    }
}
