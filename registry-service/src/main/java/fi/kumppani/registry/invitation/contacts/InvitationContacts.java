package fi.kumppani.registry.invitation.contacts;

import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.InvitationLinks;
import fi.kumppani.registry.invitation.Invitations;
import fi.kumppani.registry.invitation.Offer;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom invitations are mailed to; nobody for those that cannot be accepted any more. */
@Component
class InvitationContacts implements ContactSource {

    private final Invitations invitations;
    private final Associations associations;
    private final InvitationLinks links;
    private final PortalLinks portal;
    private final Clock clock;

    InvitationContacts(
            Invitations invitations,
            Associations associations,
            InvitationLinks links,
            PortalLinks portal,
            Clock clock) {
        this.invitations = invitations;
        this.associations = associations;
        this.links = links;
        this.portal = portal;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("association-invitation");
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            invitations
                    .find(request.subject())
                    .map(Stored::body)
                    .flatMap(this::contact)
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private Optional<Contact> contact(Invitation invitation) {
        return invitation instanceof Invitation.Open open && !open.offer().isOver(clock.instant())
                ? associations
                        .find(open.offer().associationId())
                        .map(stored -> contact(open, stored.body()))
                : Optional.empty();
    }

    private Contact contact(Invitation.Open open, Association association) {
        Offer offer = open.offer();
        return new Contact(
                open.invitee().email().value(),
                open.invitee().language(),
                offer.id(),
                Map.of("view", portal.signed("invitations", offer.id(), links.mint(offer))),
                Map.of("title", association.facts().name(), "answerBy", lastDay(offer).toString()));
    }

    /** The last whole day on which it can be accepted. */
    private static LocalDate lastDay(Offer offer) {
        return LocalDate.ofInstant(offer.expiresAt().minus(1, ChronoUnit.DAYS), FinnishTime.ZONE);
    }
}
