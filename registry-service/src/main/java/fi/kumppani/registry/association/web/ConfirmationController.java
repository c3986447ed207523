package fi.kumppani.registry.association.web;

import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.registry.association.AskForConfirmation;
import fi.kumppani.registry.association.ConfirmAssociation;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Associations are asked whether what is known of them is right, and say that it is. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class ConfirmationController {

    private final ConfirmAssociation confirmAssociation;
    private final AskForConfirmation askForConfirmation;
    private final Keepers keepers;

    ConfirmationController(
            ConfirmAssociation confirmAssociation,
            AskForConfirmation askForConfirmation,
            Keepers keepers) {
        this.confirmAssociation = confirmAssociation;
        this.askForConfirmation = askForConfirmation;
        this.keepers = keepers;
    }

    /**
     * How many were asked.
     *
     * @param asked all of them
     * @param withoutContact those of them whom no mail reaches
     */
    record AskedView(int asked, int withoutContact) {}

    /** Who speaks for the association says that the facts of this version are right. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/associations/{id}/confirmation")
    ResponseEntity<AssociationView> confirm(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch, CurrentUser user) {
        keepers.requireMandate(user, id);
        return AssociationAnswers.of(confirmAssociation.confirm(id, ifMatch.version()));
    }

    /** Asks one association, at most once a day. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/associations/{id}/confirmation-request")
    ResponseEntity<AssociationView> ask(
            @PathVariable String code, @PathVariable String id, IfMatch ifMatch) {
        return AssociationAnswers.of(askForConfirmation.ask(id, ifMatch.version()));
    }

    /**
     * Asks all active ones that have not confirmed for a year and were not asked within thirty
     * days, so doing it twice asks once.
     */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/confirmation-requests")
    AskedView askAll(@PathVariable String code) {
        AskForConfirmation.Asked asked = askForConfirmation.askAll();
        return new AskedView(asked.asked(), asked.withoutContact());
    }
}
