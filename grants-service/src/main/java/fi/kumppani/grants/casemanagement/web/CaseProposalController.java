package fi.kumppani.grants.casemanagement.web;

import fi.kumppani.grants.casemanagement.CarryOutCase;
import fi.kumppani.grants.casemanagement.CaseFile;
import fi.kumppani.grants.casemanagement.ExchangeCase;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far an application's case is, and what is proposed to whoever decides it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/case")
class CaseProposalController {

    private final ExchangeCase exchangeCase;
    private final CarryOutCase carryOutCase;
    private final Callers callers;

    CaseProposalController(ExchangeCase exchangeCase, CarryOutCase carryOutCase, Callers callers) {
        this.exchangeCase = exchangeCase;
        this.carryOutCase = carryOutCase;
        this.callers = callers;
    }

    /** How far it is; 404 until a case is opened. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    ResponseEntity<CaseView> one(@PathVariable String id, CurrentUser user) {
        return view(callers.handleable(new ApplicationId(id), user).body());
    }

    /** Proposes what to decide, anew until the case-management system has taken it. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/proposal")
    ResponseEntity<CaseView> propose(
            @PathVariable String id,
            @Valid @RequestBody VerdictBody request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication application = callers.handleable(new ApplicationId(id), user).body();
        return switch (exchangeCase.propose(
                application, request.verdict(), user.subject(), seen.version())) {
            case ExchangeCase.Result.Done _ -> view(application);
            case ExchangeCase.Result.Refused(var reason) -> throw Problems.refused(reason);
            case ExchangeCase.Result.NotDecidable(var reason) -> throw Problems.refused(reason);
        };
    }

    private ResponseEntity<CaseView> view(GrantApplication application) {
        Stored<CaseFile> found =
                carryOutCase.load(application.filing().id()).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(CaseView.of(found.body()));
    }
}
