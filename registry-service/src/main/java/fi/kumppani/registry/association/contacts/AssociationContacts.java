package fi.kumppani.registry.association.contacts;

import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.MailContact;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the mail goes to that asks an association to say that its data are right. One that has said
 * so meanwhile, or does not exist any more, is not written to.
 */
@Component
class AssociationContacts implements ContactSource {

    private static final String CONFIRMATION = "association-confirmation";

    private final Associations associations;
    private final PortalLinks portal;

    AssociationContacts(Associations associations, PortalLinks portal) {
        this.associations = associations;
        this.portal = portal;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CONFIRMATION);
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<String, Association> found =
                associations.findAll(
                        requests.stream().map(ContactRequest::subject).distinct().toList());
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            Optional.ofNullable(found.get(request.subject()))
                    .filter(association -> association.upkeep().isAwaited())
                    .flatMap(this::contact)
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(Association association) {
        return association.upkeep().contact().map(contact -> contact(association, contact));
    }

    private Contact contact(Association association, MailContact contact) {
        String id = association.origin().id();
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", association.facts().name());
        association.upkeep().confirmedOn().ifPresent(day -> facts.put("confirmedOn", day));
        return new Contact(
                contact.email().value(),
                contact.language(),
                "association:" + id,
                Map.of("view", portal.open("my", "associations", id)),
                facts);
    }
}
