package fi.kumppani.grants.call.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.DraftGrantCall;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.call.PublishGrantCall;
import fi.kumppani.grants.form.FormId;
import fi.kumppani.grants.form.GrantForms;
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
import java.util.function.Predicate;

/** Calls, planned and published by officers and read by everybody. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls")
class CallController {

    private static final String DRAFT = "grants.call.draft";
    private static final String COPY = "grants.call.copy";
    private static final String DRAFTED = "draft";

    private final DraftGrantCall draftGrantCall;
    private final PublishGrantCall publishGrantCall;
    private final GrantCalls calls;
    private final GrantForms forms;
    private final Clock clock;

    CallController(
            DraftGrantCall draftGrantCall,
            PublishGrantCall publishGrantCall,
            GrantCalls calls,
            GrantForms forms,
            Clock clock) {
        this.draftGrantCall = draftGrantCall;
        this.publishGrantCall = publishGrantCall;
        this.calls = calls;
        this.forms = forms;
        this.clock = clock;
    }

    /** Plans a call; only officers see it until it is published. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping
    ResponseEntity<CallView> draft(@Valid @RequestBody CallRequest request, IdempotencyKey key) {
        Creation creation = new Creation(key.uniqueKey(DRAFT), key.bodyHash());
        CallTerms terms = terms(request);
        return switch (draftGrantCall.draft(terms, request.publishAt(), creation)) {
            case Insertion.Inserted<GrantCall>(var stored) -> created(stored.id(), terms, request);
            case Insertion.Repeated<GrantCall>(var stored) -> created(stored.id(), terms, request);
            case Insertion.KeyReused<GrantCall> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<GrantCall>(var field) ->
                    throw new IllegalStateException("Planned calls share nothing: " + field);
        };
    }

    private CallTerms terms(CallRequest request) {
        CallTerms terms = request.terms();
        String form = terms.scheme().form();
        if (form != null && forms.latest(new FormId(form)).isEmpty()) {
            throw Problems.invalid("scheme.form", "unknown", "There is no such form");
        }
        return terms;
    }

    /** The answer to the creation: as it was then, however often it is asked for. */
    private static ResponseEntity<CallView> created(
            String id, CallTerms terms, CallRequest request) {
        GrantCall asDrafted = new GrantCall.Draft(new CallId(id), terms, request.publishAt());
        return ResponseEntity.created(location(id))
                .eTag(ETags.of(1))
                .body(CallView.of(asDrafted, Instant.EPOCH));
    }

    /** Writes a draft anew. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/{id}")
    ResponseEntity<CallView> change(
            @PathVariable String id, @Valid @RequestBody CallRequest request, IfMatch seen) {
        return switch (draftGrantCall
                .change(new CallId(id), seen.version(), terms(request), request.publishAt())
                .orElseThrow(Problems::notFound)) {
            case DraftGrantCall.Change.Kept(var stored) -> view(stored);
            case DraftGrantCall.Change.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    /** What is fixed about a copy from its start. */
    record Copied(String id, int year) {}

    /** Plans a call like this one for another year, such as last year's for the next. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping("/{id}/copies")
    ResponseEntity<Copied> copy(
            @PathVariable String id, @Valid @RequestBody CopyRequest request, IdempotencyKey key) {
        Creation creation = new Creation(key.uniqueKey(COPY), key.bodyHash());
        return switch (draftGrantCall
                .copy(new CallId(id), request.year(), creation)
                .orElseThrow(Problems::notFound)) {
            case Insertion.Inserted<GrantCall>(var stored) -> copied(stored.id(), request);
            case Insertion.Repeated<GrantCall>(var stored) -> copied(stored.id(), request);
            case Insertion.KeyReused<GrantCall> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<GrantCall>(var field) ->
                    throw new IllegalStateException("Planned calls share nothing: " + field);
        };
    }

    private static ResponseEntity<Copied> copied(String id, CopyRequest request) {
        return ResponseEntity.created(location(id))
                .eTag(ETags.of(1))
                .body(new Copied(id, request.year()));
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

    /**
     * The calls that applications arrived for or may arrive for, in the order they were made; a
     * page may hold fewer than asked for, as plans and imported history are left out.
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/announced")
    Page<CallView> announced(Cursor cursor) {
        return listed(cursor, call -> !call.status().equals(DRAFTED) && !call.imported());
    }

    /**
     * The calls that are planned and not published yet, in the order they were made; a page may
     * hold fewer than asked for, as all others are left out.
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/planned")
    Page<CallView> planned(Cursor cursor) {
        return listed(cursor, call -> call.status().equals(DRAFTED));
    }

    private Page<CallView> listed(Cursor cursor, Predicate<CallView> wanted) {
        Instant now = clock.instant();
        Page<CallView> page =
                cursor.page(
                                calls.list(
                                        Objects.requireNonNullElse(cursor.after(), ""),
                                        cursor.fetchSize()),
                                Stored::id)
                        .map(stored -> CallView.of(stored.body(), now));
        return new Page<>(page.items().stream().filter(wanted).toList(), page.next());
    }

    /** A published call; a draft for officers of the municipality. */
    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<CallView> one(@PathVariable String id, Optional<CurrentUser> user) {
        return calls.find(new CallId(id))
                .filter(
                        found ->
                                found.body() instanceof GrantCall.Announced
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
