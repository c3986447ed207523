package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.ChangeGrantApplication;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.StartGrantApplication;
import fi.kumppani.grants.grantapplication.SubmitGrantApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Applications as their applicants write them, or officers on their behalf. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications")
class ApplicationController {

    private static final String START = "grants.application.start";
    private static final String COPY = "grants.application.copy";

    private final StartGrantApplication startGrantApplication;
    private final ChangeGrantApplication changeGrantApplication;
    private final SubmitGrantApplication submitGrantApplication;
    private final ShowApplication showApplication;
    private final Callers callers;

    ApplicationController(
            StartGrantApplication startGrantApplication,
            ChangeGrantApplication changeGrantApplication,
            SubmitGrantApplication submitGrantApplication,
            ShowApplication showApplication,
            Callers callers) {
        this.startGrantApplication = startGrantApplication;
        this.changeGrantApplication = changeGrantApplication;
        this.submitGrantApplication = submitGrantApplication;
        this.showApplication = showApplication;
        this.callers = callers;
    }

    /** What is fixed about an application from its start. */
    record Started(String id, String callId, String associationId, int year) {}

    /** Starts a draft. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping
    ResponseEntity<Started> start(
            @Valid @RequestBody ApplicationRequest request, IdempotencyKey key, CurrentUser user) {
        AssociationId association = new AssociationId(request.associationId());
        callers.requireWriterFor(user, association);
        Proposal proposal =
                request.proposal(new ContactPoint(address(request.email()), request.language()));
        Creation creation = new Creation(key.uniqueKey(START), key.bodyHash());
        return switch (startGrantApplication.start(
                new CallId(request.callId()), association, proposal, creation)) {
            case StartGrantApplication.Result.Started(var stored) -> started(stored);
            case StartGrantApplication.Result.CallUnknown _ ->
                    throw Problems.invalid("callId", "unknown", "There is no such call");
            case StartGrantApplication.Result.Refused(var reason) -> throw Problems.refused(reason);
            case StartGrantApplication.Result.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }

    private static ResponseEntity<Started> started(Stored<GrantApplication> stored) {
        var filing = stored.body().filing();
        return ResponseEntity.created(
                        URI.create(
                                "/v1/municipalities/"
                                        + Tenancy.current()
                                        + "/applications/"
                                        + stored.id()))
                .eTag(ETags.of(1))
                .body(
                        new Started(
                                stored.id(),
                                filing.call().value(),
                                filing.applicant().value(),
                                filing.year()));
    }

    /** Starts a draft that says what this application said, such as last year's. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping("/{id}/copies")
    ResponseEntity<Started> copy(
            @PathVariable String id,
            @Valid @RequestBody CopyApplicationRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        var _ = writable(id, user);
        Creation creation = new Creation(key.uniqueKey(COPY), key.bodyHash());
        return switch (startGrantApplication
                .copy(new ApplicationId(id), new CallId(request.callId()), creation)
                .orElseThrow(Problems::notFound)) {
            case StartGrantApplication.Result.Started(var stored) -> started(stored);
            case StartGrantApplication.Result.CallUnknown _ ->
                    throw Problems.invalid("callId", "unknown", "There is no such call");
            case StartGrantApplication.Result.Refused(var reason) -> throw Problems.refused(reason);
            case StartGrantApplication.Result.KeyReused _ -> throw IdempotencyKey.reused();
        };
    }

    /**
     * The application, for its applicant and for officers and decision makers; without who applies
     * for those from whom a blind review keeps it.
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/{id}")
    ResponseEntity<ApplicationView> one(@PathVariable String id, CurrentUser user) {
        return view(load(id, user), user);
    }

    /** Changes a draft. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{id}")
    ResponseEntity<ApplicationView> change(
            @PathVariable String id,
            @Valid @RequestBody ChangeRequest request,
            IfMatch seen,
            CurrentUser user) {
        Stored<GrantApplication> found = writable(id, user);
        Proposal proposal = request.proposal(contact(request, found.body().proposal().contact()));
        return switch (changeGrantApplication
                .change(new ApplicationId(id), seen.version(), proposal)
                .orElseThrow(Problems::notFound)) {
            case ChangeGrantApplication.Result.Changed(var stored) -> view(stored, user);
            case ChangeGrantApplication.Result.Refused(var reason) ->
                    throw Problems.refused(reason);
        };
    }

    private static ContactPoint contact(ChangeRequest request, @Nullable ContactPoint before) {
        String email = request.email();
        if (email == null) {
            if (before == null) {
                throw Problems.invalid("email", "not-blank", "Whom to write to");
            }
            return new ContactPoint(before.email(), request.language());
        }
        return new ContactPoint(address(email), request.language());
    }

    /** Hands a draft in. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{id}/submission")
    ResponseEntity<ApplicationView> submit(
            @PathVariable String id, IfMatch seen, CurrentUser user) {
        var _ = writable(id, user);
        return switch (submitGrantApplication
                .submit(new ApplicationId(id), seen.version())
                .orElseThrow(Problems::notFound)) {
            case SubmitGrantApplication.Result.Submitted _ -> view(load(id, user), user);
            case SubmitGrantApplication.Result.Refused(var reason) ->
                    throw Problems.refused(reason);
            case SubmitGrantApplication.Result.Incomplete(var faults) ->
                    throw SectionController.invalid(faults);
        };
    }

    private Stored<GrantApplication> load(String id, CurrentUser user) {
        return callers.readable(new ApplicationId(id), user);
    }

    private Stored<GrantApplication> writable(String id, CurrentUser user) {
        return callers.writable(new ApplicationId(id), user);
    }

    private ResponseEntity<ApplicationView> view(
            Stored<GrantApplication> stored, CurrentUser user) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(showApplication.to(user, stored.body()));
    }

    private static EmailAddress address(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(() -> Problems.invalid("email", "email", "One plain e-mail address"));
    }
}
