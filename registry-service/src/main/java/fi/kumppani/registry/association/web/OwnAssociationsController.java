package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.Representatives;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/** The associations whose data whoever asks keeps right. */
@RestController
@RequestMapping("/v1/municipalities/{code}/own-associations")
class OwnAssociationsController {

    private final Representatives representatives;
    private final Associations associations;

    OwnAssociationsController(Representatives representatives, Associations associations) {
        this.representatives = representatives;
        this.associations = associations;
    }

    /**
     * Those of this municipality that the caller holds a mandate of, all on one page; for people of
     * the municipality, and for others who hold one.
     *
     * @param module for what: {@code registry} or {@code administration}
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<Page<AssociationView>> mine(
            @PathVariable String code,
            @RequestParam(defaultValue = "registry") String module,
            CurrentUser user) {
        List<String> own =
                switch (module) {
                    case "registry" -> representatives.associationsOf(user.subject());
                    case "administration" -> representatives.administeredBy(user.subject());
                    default ->
                            throw Problems.malformed(
                                    "module",
                                    "unknown",
                                    "One of registry and administration is expected");
                };
        if (own.isEmpty() && !user.actsIn(Tenancy.current())) {
            throw Problems.notFound();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new Page<>(
                                own.stream()
                                        .map(associations::find)
                                        .flatMap(Optional::stream)
                                        .map(stored -> AssociationView.of(stored.body()))
                                        .toList(),
                                null));
    }
}
