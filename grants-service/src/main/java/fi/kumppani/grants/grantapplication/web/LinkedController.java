package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.LinkedDecision;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.store.Stored;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/** What the links in mails lead to. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/view")
class LinkedController {

    private final LinkSigner signer;
    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final Clock clock;

    LinkedController(
            LinkSigner signer,
            GrantApplications applications,
            GrantCalls calls,
            Applicants applicants,
            Clock clock) {
        this.signer = signer;
        this.applications = applications;
        this.calls = calls;
        this.applicants = applicants;
        this.clock = clock;
    }

    /** The decision, for whoever holds the link. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping
    ResponseEntity<LinkedView> view(@PathVariable String id, @RequestParam String token) {
        if (!isValid(token, id)) {
            throw Problems.notFound();
        }
        return applications
                .find(new ApplicationId(id))
                .map(Stored::body)
                .flatMap(GrantApplication::decided)
                .map(
                        decided ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .body(view(decided)))
                .orElseThrow(Problems::notFound);
    }

    private boolean isValid(String token, String id) {
        return switch (signer.verify(token, LinkedDecision.VIEW, clock.instant())) {
            case SignedLink.Valid(var subjectId, var generation) ->
                    subjectId.equals(id) && generation == LinkedDecision.GENERATION;
            case SignedLink.Expired _, SignedLink.Invalid _ -> false;
        };
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
