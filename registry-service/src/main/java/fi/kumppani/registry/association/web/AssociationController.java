package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.ChangeAssociation;
import fi.kumppani.registry.association.DissolveAssociation;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.RegisterAssociation;
import fi.kumppani.registry.association.RegisterAssociation.Registration;
import fi.kumppani.registry.association.VerifyAssociation;

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
import java.time.Instant;

/** The associations of a municipality. */
@RestController
@RequestMapping("/v1/municipalities/{code}/associations")
class AssociationController {

    private static final long FIRST_VERSION = 1;

    private final Associations associations;
    private final RegisterAssociation registerAssociation;
    private final ChangeAssociation changeAssociation;
    private final VerifyAssociation verifyAssociation;
    private final DissolveAssociation dissolveAssociation;
    private final Keepers keepers;

    AssociationController(
            Associations associations,
            RegisterAssociation registerAssociation,
            ChangeAssociation changeAssociation,
            VerifyAssociation verifyAssociation,
            DissolveAssociation dissolveAssociation,
            Keepers keepers) {
        this.associations = associations;
        this.registerAssociation = registerAssociation;
        this.changeAssociation = changeAssociation;
        this.verifyAssociation = verifyAssociation;
        this.dissolveAssociation = dissolveAssociation;
        this.keepers = keepers;
    }

    /** What is fixed by the registration, so that a repeated one is answered the same. */
    record Registered(String id, String homeMunicipality, Instant registeredAt) {}

    /**
     * Why it is dissolved, if there is more to say.
     *
     * @param duplicateOf the id of the association that it turned out to be
     */
    record DissolutionRequest(@Nullable String duplicateOf) {}

    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<AssociationView> read(@PathVariable String code, @PathVariable String id) {
        return associations.find(id).map(AssociationAnswers::of).orElseThrow(Problems::notFound);
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<Registered> register(
            @PathVariable String code,
            @RequestBody AssociationRequest request,
            IdempotencyKey key) {
        var creation = new Creation(key.uniqueKey("registry.association.register"), key.bodyHash());
        return switch (registerAssociation.register(factsOf(request), creation)) {
            case Registration.Done(var association) -> created(association.origin());
            case Registration.KeyReused _ -> throw IdempotencyKey.reused();
            case Registration.Refused(var refusal) -> throw Problems.refused(refusal);
            case Registration.UnknownMunicipality _ ->
                    throw Problems.invalid(
                            "homeMunicipality", "unknown", "There is no such municipality");
        };
    }

    /** A coordinator may change any, a representative the one they have a mandate for. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{id}")
    ResponseEntity<AssociationView> change(
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody AssociationRequest request,
            IfMatch ifMatch,
            CurrentUser user) {
        keepers.require(user, id);
        return AssociationAnswers.of(
                changeAssociation.change(id, ifMatch.version(), factsOf(request)));
    }

    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/verification")
    ResponseEntity<AssociationView> verify(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return AssociationAnswers.of(verifyAssociation.verify(id, ifMatch.version()));
    }

    /** Ends it for good; one that was entered twice says which other one it is. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/dissolution")
    ResponseEntity<AssociationView> dissolve(
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable DissolutionRequest request,
            IfMatch ifMatch) {
        String duplicateOf = request == null ? null : request.duplicateOf();
        return AssociationAnswers.of(
                duplicateOf == null
                        ? dissolveAssociation.dissolve(id, ifMatch.version())
                        : dissolveAssociation.dissolveDuplicate(
                                id, duplicateOf, ifMatch.version()));
    }

    private static Facts factsOf(AssociationRequest request) {
        return switch (FactsReader.read(request)) {
            case FactsReader.Sound(var facts) -> facts;
            case FactsReader.Faulty(var errors) -> throw Problems.invalid(errors);
        };
    }

    private static ResponseEntity<Registered> created(Origin origin) {
        URI location =
                URI.create("/v1/municipalities/" + origin.home() + "/associations/" + origin.id());
        return ResponseEntity.created(location)
                .eTag(ETags.of(FIRST_VERSION))
                .body(new Registered(origin.id(), origin.home().value(), origin.registeredAt()));
    }
}
