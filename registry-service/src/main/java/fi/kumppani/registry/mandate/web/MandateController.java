package fi.kumppani.registry.mandate.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.mandate.GrantMandate;
import fi.kumppani.registry.mandate.GrantMandate.Grant;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mandates;

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

/** Who may act for the associations of a municipality; for its coordinators alone. */
@RestController
@RequestMapping("/v1/municipalities/{code}/mandates")
class MandateController {

    private static final long FIRST_VERSION = 1;

    private final Mandates mandates;
    private final GrantMandate grantMandate;

    MandateController(Mandates mandates, GrantMandate grantMandate) {
        this.mandates = mandates;
        this.grantMandate = grantMandate;
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

    /** A mandate as it now is. */
    record MandateView(
            String id, String associationId, String subject, String module, boolean valid) {

        static MandateView of(Mandate mandate) {
            return new MandateView(
                    mandate.id(),
                    mandate.associationId(),
                    mandate.subject(),
                    mandate.module().code(),
                    mandate.valid());
        }
    }

    /**
     * All that were ever granted, or those that hold for an association, all on one page.
     *
     * @param association its id
     */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<MandateView> list(
            @PathVariable String code, @RequestParam @Nullable String association, Cursor cursor) {
        if (association != null) {
            return new Page<>(mandates.validFor(association), null)
                    .map(stored -> MandateView.of(stored.body()));
        }
        String after = cursor.after() == null ? "" : cursor.after();
        List<Stored<Mandate>> found = mandates.list(after, cursor.fetchSize());
        return cursor.page(found, Stored::id).map(stored -> MandateView.of(stored.body()));
    }

    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/{id}")
    ResponseEntity<MandateView> read(@PathVariable String code, @PathVariable String id) {
        return mandates.find(id).map(MandateController::answer).orElseThrow(Problems::notFound);
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<GrantedView> grant(
            @PathVariable String code,
            @Valid @RequestBody MandateRequest request,
            IdempotencyKey key) {
        MandateModule module =
                MandateModule.ofCode(request.module())
                        .orElseThrow(
                                () ->
                                        Problems.invalid(
                                                "module",
                                                "unknown",
                                                "One of registry, events, grants and newsletter is"
                                                        + " expected"));
        var creation = new Creation(key.uniqueKey("registry.mandate.grant"), key.bodyHash());
        return switch (grantMandate.grant(
                request.associationId(), request.subject(), module, creation)) {
            case Grant.Done(Mandate mandate) -> created(mandate);
            case Grant.KeyReused _ -> throw IdempotencyKey.reused();
            case Grant.HeldAlready _ ->
                    throw Problems.refused("held-already", "The person may do that already");
            case Grant.UnknownAssociation _ ->
                    throw Problems.invalid(
                            "associationId", "unknown", "There is no such association here");
        };
    }

    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/revocation")
    ResponseEntity<MandateView> revoke(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return mandates.revoke(id, ifMatch.version())
                .map(MandateController::answer)
                .orElseThrow(Problems::notFound);
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
