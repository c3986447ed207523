package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.verdict.DecisionResults;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Decisions, and the reasons there can be for them. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}")
class DecisionController {

    private static final String DECIDE = "grants.application.decide";

    private final DecideGrantApplication decideGrantApplication;

    DecisionController(DecideGrantApplication decideGrantApplication) {
        this.decideGrantApplication = decideGrantApplication;
    }

    /**
     * Grants, refuses or does not examine; never more than the budget, however many decide at once.
     */
    @OpenToRoles(Role.DECISION_MAKER)
    @PostMapping("/applications/{id}/decision")
    ResponseEntity<ApplicationView.DecisionView> decide(
            @PathVariable String id,
            @Valid @RequestBody VerdictRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        Creation creation = new Creation(key.uniqueKey(DECIDE), key.bodyHash());
        var result =
                decideGrantApplication
                        .decide(
                                new ApplicationId(id),
                                request.verdict(),
                                request.decisionMaker(),
                                user.subject(),
                                creation)
                        .orElseThrow(Problems::notFound);
        return decided(DecisionResults.made(result));
    }

    private static ResponseEntity<ApplicationView.DecisionView> decided(
            GrantApplication.Decided application) {
        return ResponseEntity.created(
                        URI.create(
                                "/v1/municipalities/"
                                        + Tenancy.current()
                                        + "/applications/"
                                        + application.filing().id()))
                .body(ApplicationView.DecisionView.of(application));
    }

    /** The catalogue of reasons. */
    @OpenToAll
    @GetMapping("/decision-reasons")
    Reasons reasons() {
        return new Reasons(Stream.of(DecisionReason.values()).map(ReasonView::of).toList());
    }

    /** All reasons, in the order of the catalogue. */
    record Reasons(List<ReasonView> items) {}
}
