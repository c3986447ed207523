package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Outcome;

import org.springframework.http.ResponseEntity;

/** What is answered about one association, with its version. */
final class AssociationAnswers {

    private AssociationAnswers() {}

    static ResponseEntity<AssociationView> of(Outcome outcome) {
        return of(kept(outcome));
    }

    static ResponseEntity<AssociationView> of(Stored<Association> association) {
        return ResponseEntity.ok()
                .eTag(ETags.of(association.version()))
                .body(AssociationView.of(association.body()));
    }

    /**
     * The association as it is kept now.
     *
     * @throws fi.kumppani.kit.problem.Problem 409 when it was refused, 404 when there is none
     */
    static Stored<Association> kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var association) -> association;
            case Outcome.Refused(var refusal) -> throw Problems.refused(refusal);
            case Outcome.Unknown _ -> throw Problems.notFound();
        };
    }
}
