package fi.kumppani.registry.duplicate.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.duplicate.Distinction;
import fi.kumppani.registry.duplicate.Distinctions;
import fi.kumppani.registry.duplicate.DistinguishAssociations;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Associations of which a coordinator said that they are not the same. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class DistinctionController {

    private final Distinctions distinctions;
    private final DistinguishAssociations distinguishAssociations;
    private final Associations associations;

    DistinctionController(
            Distinctions distinctions,
            DistinguishAssociations distinguishAssociations,
            Associations associations) {
        this.distinctions = distinctions;
        this.distinguishAssociations = distinguishAssociations;
        this.associations = associations;
    }

    /**
     * Two that are not the same.
     *
     * @param associations the older one first
     * @param saidOn when somebody said so
     */
    record DistinctionView(List<ComparedView> associations, LocalDate saidOn) {}

    /** All of them, in the order the older ones were registered. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/distinctions")
    Page<DistinctionView> list(@PathVariable String code, Cursor cursor) {
        Page<Distinction> page =
                cursor.page(
                        distinctions.list(
                                Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize()),
                        distinction -> distinction.pair().value());
        Map<String, Association> named =
                associations.findAll(
                        page.items().stream()
                                .flatMap(DistinctionController::ids)
                                .distinct()
                                .toList());
        return page.map(
                distinction ->
                        new DistinctionView(
                                ids(distinction)
                                        .flatMap(id -> Stream.ofNullable(named.get(id)))
                                        .map(ComparedView::of)
                                        .toList(),
                                distinction.saidOn()));
    }

    /** They are not the same, so they are no possible duplicates; saying it again is as well. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/associations/{id}/distinctions/{other}")
    ResponseEntity<Void> distinguish(
            @PathVariable String code, @PathVariable String id, @PathVariable String other) {
        return done(distinguishAssociations.distinguish(id, other));
    }

    /** Takes it back, if it was ever said. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/associations/{id}/distinctions/{other}")
    ResponseEntity<Void> takeBack(
            @PathVariable String code, @PathVariable String id, @PathVariable String other) {
        return done(distinguishAssociations.takeBack(id, other));
    }

    private static ResponseEntity<Void> done(DistinguishAssociations.Result result) {
        return switch (result) {
            case DONE -> ResponseEntity.noContent().build();
            case UNKNOWN -> throw Problems.notFound();
            case ITSELF ->
                    throw Problems.invalid("other", "itself", "Another association is needed");
        };
    }

    private static Stream<String> ids(Distinction distinction) {
        return Stream.of(distinction.pair().first(), distinction.pair().second());
    }
}
