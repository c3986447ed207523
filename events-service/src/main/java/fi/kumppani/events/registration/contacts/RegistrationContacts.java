package fi.kumppani.events.registration.contacts;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.registration.MailboxCalendars;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.registration.SeeRegistrations;
import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactSource;
import fi.kumppani.kit.contacts.PortalLinks;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom mails about registrations go to; nobody for those we know nothing about. */
@Component
class RegistrationContacts implements ContactSource {

    private static final Set<String> KINDS =
            Set.of(
                    "registration-confirmed",
                    "registration-waitlisted",
                    "registration-promoted",
                    "registration-cancelled",
                    "registration-requested",
                    "registration-offered",
                    "registration-changed",
                    "registration-transferred",
                    "registration-repeated");

    private final SeeRegistrations seeRegistrations;
    private final RegistrationLinks links;
    private final PortalLinks portal;
    private final MailboxCalendars calendars;

    RegistrationContacts(
            SeeRegistrations seeRegistrations,
            RegistrationLinks links,
            PortalLinks portal,
            MailboxCalendars calendars) {
        this.seeRegistrations = seeRegistrations;
        this.links = links;
        this.portal = portal;
        this.calendars = calendars;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public Map<String, Contact> find(List<ContactRequest> requests) {
        Map<RegistrationId, RegistrationStatus> known =
                seeRegistrations.all(
                        requests.stream()
                                .flatMap(request -> subject(request).stream())
                                .distinct()
                                .toList());
        Map<String, Contact> contacts = new HashMap<>();
        for (ContactRequest request : requests) {
            subject(request)
                    .flatMap(id -> Optional.ofNullable(known.get(id)))
                    .flatMap(this::contact)
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private static Optional<RegistrationId> subject(ContactRequest request) {
        return RegistrationId.parse(request.subject());
    }

    private Optional<Contact> contact(RegistrationStatus status) {
        return switch (status.registration().particulars().registrant()) {
            case Registrant.Person person ->
                    Optional.of(
                            new Contact(
                                    person.email().value(),
                                    person.language(),
                                    status.registration().id().toString(),
                                    Map.of(
                                            "manage",
                                            link(status),
                                            "calendar",
                                            calendars.of(status.registration())),
                                    facts(status)));
            case Registrant.Anonymous _ -> Optional.empty();
        };
    }

    private String link(RegistrationStatus status) {
        RegistrationId id = status.registration().id();
        return portal.signed(
                List.of("registrations", id.event().value(), Long.toString(id.number())),
                links.mint(status));
    }

    private static Map<String, Object> facts(RegistrationStatus status) {
        EventDetails details = status.event().details();
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", details.title());
        facts.put("venue", details.venue().name());
        if (details.venue().streetAddress() != null) {
            facts.put("streetAddress", details.venue().streetAddress());
        }
        facts.put("startsAt", details.schedule().startsAt());
        facts.put("endsAt", details.schedule().endsAt());
        if (details.schedule().coffeeFrom() != null) {
            facts.put("coffeeFrom", details.schedule().coffeeFrom());
        }
        URI online = details.particulars().attendance().onlineAddress();
        if (online != null && status.registration() instanceof Registration.Confirmed) {
            facts.put("onlineAddress", online.toString());
        }
        if (status.place() > 0) {
            facts.put("place", status.place());
        }
        Registration.Particulars particulars = status.registration().particulars();
        if (particulars.party().seats() > 1) {
            facts.put("seats", particulars.party().seats());
        }
        RegistrationRules rules = status.event().rules();
        if (status.registration() instanceof Registration.Offered && rules.acceptWithin() != null) {
            facts.put("acceptWithinHours", rules.acceptWithin().toHours());
        }
        if (status.registration() instanceof Registration.Live) {
            status.confirmAddressBy().ifPresent(by -> facts.put("confirmAddressBy", by));
        }
        return facts;
    }
}
