package fi.kumppani.registry.mandate.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.GrantMandate;
import fi.kumppani.registry.mandate.GrantMandate.Grant;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mandates;
import fi.kumppani.registry.mandate.RevokeMandate;
import fi.kumppani.registry.mandate.RevokeMandate.Revocation;
import fi.kumppani.registry.mandate.RightsKeepers;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who may act for the associations of a municipality: for its coordinators, and for the main users
 * of an association as far as that one is concerned.
 */
@RestController
@RequestMapping("/v1/municipalities/{code}/mandates")
class MandateController {

    private static final long FIRST_VERSION = 1;
    private static final String VALID = "valid";
    private static final String ALL = "all";

    private final Mandates mandates;
    private final GrantMandate grantMandate;
    private final RevokeMandate revokeMandate;
    private final RightsKeepers rightsKeepers;

    MandateController(
            Mandates mandates,
            GrantMandate grantMandate,
            RevokeMandate revokeMandate,
            RightsKeepers rightsKeepers) {
        this.mandates = mandates;
        this.grantMandate = grantMandate;
        this.revokeMandate = revokeMandate;
        this.rightsKeepers = rightsKeepers;
    }

    /** Who is to act for whom, and where. */
    record MandateRequest(
            @NotBlank String associationId,
            @NotNull
                    @Pattern(
                            regexp = "[\\x21-\\x7e]{1,100}",
                            message = "A subject is the identity provider's opaque id")
                    String subject,
            @NotBlank String module) {}

    /** What is fixed by the grant, so that a repeated one is answered the same. */
    record GrantedView(String id, String associationId, String subject, String module) {}

    /**
     * All that were ever granted; or those for an association, all on one page.
     *
     * @param association its id
     * @param state with an association: {@code valid} for those that hold, {@code all} for every
     *     one
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    Page<MandateView> list(
            @PathVariable String code,
            @RequestParam @Nullable String association,
            @RequestParam(defaultValue = VALID) String state,
            Cursor cursor,
            CurrentUser user) {
        var _ = actor(user, association == null ? "" : association);
        if (association != null) {
            boolean every = state.equals(ALL);
            if (!every && !state.equals(VALID)) {
                throw Problems.malformed("state", "unknown", "One of valid and all is expected");
            }
            return new Page<>(
                    mandates.ofAssociation(association).stream()
                            .map(Stored::body)
                            .filter(mandate -> every || mandate.valid())
                            .map(MandateView::of)
                            .toList(),
                    null);
        }
        String after = cursor.after() == null ? "" : cursor.after();
        List<Stored<Mandate>> found = mandates.list(after, cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> MandateView.of(stored.body()));
    }

    @OpenToSignedIn(byMandate = true)
    @GetMapping("/{id}")
    ResponseEntity<MandateView> read(
            @PathVariable String code, @PathVariable String id, CurrentUser user) {
        return answer(found(id, user));
    }

    @OpenToSignedIn(byMandate = true)
    @PostMapping
    ResponseEntity<GrantedView> grant(
            @PathVariable String code,
            @Valid @RequestBody MandateRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        Actor by = actor(user, request.associationId());
        MandateModule module =
                MandateModule.ofCode(request.module())
                        .orElseThrow(
                                () ->
                                        Problems.invalid(
                                                "module",
                                                "unknown",
                                                "Modules are " + MandateModule.CODES));
        var creation = new Creation(key.uniqueKey("registry.mandate.grant"), key.bodyHash());
        return switch (grantMandate.grant(
                request.associationId(), request.subject(), module, by, creation)) {
            case Grant.Done(Mandate mandate) -> created(mandate);
            case Grant.KeyReused _ -> throw IdempotencyKey.reused();
            case Grant.HeldAlready _ ->
                    throw Problems.refused("held-already", "The person may do that already");
            case Grant.UnknownAssociation _ ->
                    throw Problems.invalid(
                            "associationId", "unknown", "There is no such association here");
        };
    }

    /** Takes a right away; but a main user not the last main use of the association. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{id}/revocation")
    ResponseEntity<MandateView> revoke(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch, CurrentUser user) {
        Mandate mandate = found(id, user).body();
        return switch (revokeMandate.revoke(
                mandate, ifMatch.version(), actor(user, mandate.associationId()))) {
            case Revocation.Done(Stored<Mandate> revoked) -> answer(revoked);
            case Revocation.LastMainUser _ ->
                    throw Problems.refused(
                            "last-main-user", "Nobody of the association could give rights then");
            case Revocation.Unknown _ -> throw Problems.notFound();
        };
    }

    /** A mandate that whoever asks may see; whether there is one is not told to others. */
    private Stored<Mandate> found(String id, CurrentUser user) {
        Optional<Stored<Mandate>> found = mandates.find(id);
        var _ = actor(user, found.map(stored -> stored.body().associationId()).orElse(""));
        return found.orElseThrow(Problems::notFound);
    }

    /**
     * As whom the person acts.
     *
     * @param association its id; empty for none, of which nobody is a main user
     */
    private Actor actor(CurrentUser user, String association) {
        return rightsKeepers
                .actor(user, association)
                .orElseThrow(
                        () ->
                                user.actsIn(Tenancy.current())
                                        ? Problems.missingRole()
                                        : Problems.notFound());
    }

    private static ResponseEntity<GrantedView> created(Mandate mandate) {
        URI location =
                URI.create("/v1/municipalities/" + Tenancy.current() + "/mandates/" + mandate.id());
        return ResponseEntity.created(location)
                .eTag(ETags.of(FIRST_VERSION))
                .body(
                        new GrantedView(
                                mandate.id(),
                                mandate.associationId(),
                                mandate.subject(),
                                mandate.module().code()));
    }

    private static ResponseEntity<MandateView> answer(Stored<Mandate> mandate) {
        return ResponseEntity.ok()
                .eTag(ETags.of(mandate.version()))
                .body(MandateView.of(mandate.body()));
    }
}
