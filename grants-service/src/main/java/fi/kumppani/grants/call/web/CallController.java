package fi.kumppani.grants.call.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.DraftGrantCall;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.call.PublishGrantCall;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls, planned and published by officers and read by everybody. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls")
class CallController {

    private static final String DRAFT = "grants.call.draft";

    private final DraftGrantCall draftGrantCall;
    private final PublishGrantCall publishGrantCall;
    private final GrantCalls calls;
    private final Clock clock;

    CallController(
            DraftGrantCall draftGrantCall,
            PublishGrantCall publishGrantCall,
            GrantCalls calls,
            Clock clock) {
        this.draftGrantCall = draftGrantCall;
        this.publishGrantCall = publishGrantCall;
        this.calls = calls;
        this.clock = clock;
    }

    /** Plans a call; only officers see it until it is published. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping
    ResponseEntity<CallView> draft(@Valid @RequestBody CallRequest request, IdempotencyKey key) {
        Creation creation = new Creation(key.uniqueKey(DRAFT), key.bodyHash());
        return switch (draftGrantCall.draft(request.terms(), creation)) {
            case Insertion.Inserted<GrantCall>(var stored) -> created(stored);
            case Insertion.Repeated<GrantCall>(var stored) -> created(stored);
            case Insertion.KeyReused<GrantCall> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<GrantCall>(var field) ->
                    throw new IllegalStateException("Planned calls share nothing: " + field);
        };
    }

    /** The answer to the creation: as it was then, however often it is asked for. */
    private static ResponseEntity<CallView> created(Stored<GrantCall> stored) {
        GrantCall asDrafted = new GrantCall.Draft(stored.body().id(), stored.body().terms());
        return ResponseEntity.created(location(stored.id()))
                .eTag(ETags.of(1))
                .body(CallView.of(asDrafted, Instant.EPOCH));
    }

    /** Announces a call to everybody. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{id}/publication")
    ResponseEntity<CallView> publish(@PathVariable String id, IfMatch seen) {
        var publication =
                publishGrantCall
                        .publish(new CallId(id), OptionalLong.of(seen.version()))
                        .orElseThrow(Problems::notFound);
        return switch (publication) {
            case GrantCall.Publication.Announced _ -> view(id);
            case GrantCall.Publication.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    /** The calls that take applications now. */
    @OpenToAll
    @GetMapping
    Page<CallView> open(Cursor cursor) {
        Instant now = clock.instant();
        List<Stored<GrantCall>> found =
                calls.open(now, Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> CallView.of(stored.body(), now));
    }

    /** A published call; a draft for officers of the municipality. */
    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<CallView> one(@PathVariable String id, Optional<CurrentUser> user) {
        return calls.find(new CallId(id))
                .filter(
                        found ->
                                found.body() instanceof GrantCall.Published
                                        || user.filter(CallController::seesDrafts).isPresent())
                .map(this::view)
                .orElseThrow(Problems::notFound);
    }

    private ResponseEntity<CallView> view(String id) {
        return calls.find(new CallId(id)).map(this::view).orElseThrow(Problems::notFound);
    }

    private ResponseEntity<CallView> view(Stored<GrantCall> stored) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(CallView.of(stored.body(), clock.instant()));
    }

    private static boolean seesDrafts(CurrentUser user) {
        return user.actsIn(Tenancy.current())
                && user.hasAnyOf(Role.GRANT_OFFICER, Role.DECISION_MAKER);
    }

    private static URI location(String id) {
        return URI.create("/v1/municipalities/" + Tenancy.current() + "/calls/" + id);
    }
}
