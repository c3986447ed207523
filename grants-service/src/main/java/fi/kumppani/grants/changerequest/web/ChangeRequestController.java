package fi.kumppani.grants.changerequest.web;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.changerequest.HandleChange;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a grantee asks to change, and what is decided about it. All of an application's requests
 * have one ETag; before there is any it is in version 0.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/changes")
class ChangeRequestController {

    private static final String ASK = "grants.change.ask";

    private final HandleChange handleChange;
    private final Callers callers;

    ChangeRequestController(HandleChange handleChange, Callers callers) {
        this.handleChange = handleChange;
        this.callers = callers;
    }

    /** The terms in force, and what was asked. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<ChangeRequestsView> all(@PathVariable String id, CurrentUser user) {
        return view(callers.decided(new ApplicationId(id), user), HttpStatus.OK);
    }

    /** Asks for another use or other days; never for more money. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping
    ResponseEntity<ChangeRequestsView> ask(
            @PathVariable String id,
            @Valid @RequestBody WishRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToWrite(new ApplicationId(id), user);
        throwUnlessDone(
                handleChange.ask(
                        decided,
                        request.wish(),
                        request.reasons(),
                        new Creation(key.uniqueKey(ASK), key.bodyHash())));
        return view(decided, HttpStatus.CREATED);
    }

    /** Takes a request back that waits. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{number}/withdrawal")
    ResponseEntity<ChangeRequestsView> withdraw(
            @PathVariable String id, @PathVariable int number, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToWrite(new ApplicationId(id), user);
        throwUnlessDone(handleChange.withdraw(decided, number, seen.version()));
        return view(decided, HttpStatus.OK);
    }

    /** Decides a request that waits. */
    @OpenToRoles(Role.DECISION_MAKER)
    @PutMapping("/{number}/ruling")
    ResponseEntity<ChangeRequestsView> rule(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody ChangeRulingRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToHandle(new ApplicationId(id), user);
        ChangeRequest asked =
                handleChange.of(decided).body().find(number).orElseThrow(Problems::notFound);
        throwUnlessDone(
                handleChange.rule(
                        decided,
                        number,
                        request.given(asked.wish()),
                        request.explanation(),
                        request.decisionMaker(),
                        user.subject(),
                        seen.version()));
        return view(decided, HttpStatus.OK);
    }

    private static void throwUnlessDone(HandleChange.Result result) {
        switch (result) {
            case HandleChange.Result.Done _ -> {}
            case HandleChange.Result.Unknown _ -> throw Problems.notFound();
            case HandleChange.Result.Refused(var reason) -> throw Problems.refused(reason);
            case HandleChange.Result.Powerless(var why) -> throw why.problem();
            case HandleChange.Result.Disqualified(var why) -> throw why.problem();
            case HandleChange.Result.KeyReused _ -> throw IdempotencyKey.reused();
        }
    }

    private ResponseEntity<ChangeRequestsView> view(
            GrantApplication.Decided decided, HttpStatus status) {
        Stored<ChangeRequests> found = handleChange.of(decided);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(ChangeRequestsView.of(found.body(), handleChange.inForce(decided)));
    }
}
