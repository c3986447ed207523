package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.LinkedDecisions;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the links in mails lead to. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/view")
class LinkedController {

    private final LinkedDecisions decisions;
    private final GrantCalls calls;
    private final Applicants applicants;

    LinkedController(LinkedDecisions decisions, GrantCalls calls, Applicants applicants) {
        this.decisions = decisions;
        this.calls = calls;
        this.applicants = applicants;
    }

    /** The decision, for whoever holds the link. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping
    ResponseEntity<LinkedView> view(@PathVariable String id, @RequestParam String token) {
        return decisions
                .find(new ApplicationId(id), token)
                .map(
                        decided ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .body(view(decided)))
                .orElseThrow(Problems::notFound);
    }

    private LinkedView view(GrantApplication.Decided decided) {
        return new LinkedView(
                decided.filing().id().value(),
                decided.receipt().number().toString(),
                calls.find(decided.filing().call())
                        .map(call -> call.body().terms().title())
                        .orElseThrow(Problems::notFound),
                applicants.find(decided.filing().applicant()).map(Applicant::name).orElse(null),
                decided.proposal().requested(),
                ApplicationView.DecisionView.of(decided));
    }
}
