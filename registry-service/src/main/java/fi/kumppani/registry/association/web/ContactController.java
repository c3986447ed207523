package fi.kumppani.registry.association.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.KeepContact;
import fi.kumppani.registry.association.MailContact;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/** Where an association's mail goes; for coordinators and who keeps its data right. */
@RestController
@RequestMapping("/v1/municipalities/{code}/associations/{id}/contact")
class ContactController {

    private final Associations associations;
    private final KeepContact keepContact;
    private final Keepers keepers;

    ContactController(Associations associations, KeepContact keepContact, Keepers keepers) {
        this.associations = associations;
        this.keepContact = keepContact;
        this.keepers = keepers;
    }

    /** The contact; both are absent when none is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(@Nullable String email, @Nullable String language) {

        static ContactView of(Optional<MailContact> contact) {
            return contact.map(
                            known ->
                                    new ContactView(known.email().value(), known.language().code()))
                    .orElseGet(() -> new ContactView(null, null));
        }

        /** Says nothing of the address, so that no log does. */
        @Override
        public String toString() {
            return "ContactView[]";
        }
    }

    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<ContactView> show(
            @PathVariable String code, @PathVariable String id, CurrentUser user) {
        keepers.require(user, id);
        return answer(associations.find(id).orElseThrow(Problems::notFound));
    }

    /** In the place of the one before; the version is the association's. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping
    ResponseEntity<ContactView> keep(
            @PathVariable String code,
            @PathVariable String id,
            @RequestBody ContactRequest request,
            IfMatch ifMatch,
            CurrentUser user) {
        keepers.require(user, id);
        return answer(
                AssociationAnswers.kept(
                        keepContact.keep(id, ifMatch.version(), request.toDomain())));
    }

    private static ResponseEntity<ContactView> answer(Stored<Association> association) {
        return ResponseEntity.ok()
                .eTag(ETags.of(association.version()))
                .cacheControl(CacheControl.noStore())
                .body(ContactView.of(association.body().upkeep().contact()));
    }
}
