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
     * Those of this municipality that the caller holds a mandate of for {@code registry}, all on
     * one page; for people of the municipality, and for others who hold one.
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<Page<AssociationView>> mine(@PathVariable String code, CurrentUser user) {
        List<String> own = representatives.associationsOf(user.subject());
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
