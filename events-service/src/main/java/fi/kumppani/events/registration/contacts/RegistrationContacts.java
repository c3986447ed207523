package fi.kumppani.events.registration.contacts;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.feed.EventPages;
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
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom mails about registrations go to; nobody for those we know nothing about. */
@Component
class RegistrationContacts implements ContactSource {

    private static final String HANDED_OVER = "registration-handed-over";
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
                    "registration-repeated",
                    HANDED_OVER,
                    NoticeKind.CHANGED.code(),
                    NoticeKind.POSTPONED.code(),
                    NoticeKind.CANCELLED.code(),
                    NoticeKind.REMINDER.code(),
                    NoticeKind.MEMO.code(),
                    NoticeKind.FEEDBACK.code());

    private final SeeRegistrations seeRegistrations;
    private final RegistrationLinks links;
    private final PortalLinks portal;
    private final MailboxCalendars calendars;
    private final SeatCalendars seatCalendars;
    private final EventPages pages;
    private final Clock clock;

    RegistrationContacts(
            SeeRegistrations seeRegistrations,
            RegistrationLinks links,
            PortalLinks portal,
            MailboxCalendars calendars,
            SeatCalendars seatCalendars,
            EventPages pages,
            Clock clock) {
        this.seeRegistrations = seeRegistrations;
        this.links = links;
        this.portal = portal;
        this.calendars = calendars;
        this.seatCalendars = seatCalendars;
        this.pages = pages;
        this.clock = clock;
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
        Instant now = clock.instant();
        for (ContactRequest request : requests) {
            subject(request)
                    .flatMap(id -> Optional.ofNullable(known.get(id)))
                    .filter(status -> StillTrue.of(request.kind(), status, now))
                    .flatMap(status -> contact(status, request))
                    .ifPresent(contact -> contacts.put(request.id(), contact));
        }
        return contacts;
    }

    private static Optional<RegistrationId> subject(ContactRequest request) {
        return RegistrationId.parse(request.subject());
    }

    private Optional<Contact> contact(RegistrationStatus status, ContactRequest request) {
        if (request.kind().equals(HANDED_OVER)) {
            return former(status, request);
        }
        return switch (status.registration().particulars().registrant()) {
            case Registrant.Person person ->
                    Optional.of(
                            new Contact(
                                    person.email().value(),
                                    person.language(),
                                    status.registration().id().toString(),
                                    links(status, request.kind()),
                                    facts(status, request.kind()),
                                    seatCalendars.of(status, person, request).orElse(null)));
            case Registrant.Anonymous _ -> Optional.empty();
        };
    }

    /** Who handed it over: their links open nothing any more, and their calendar lets it go. */
    private Optional<Contact> former(RegistrationStatus status, ContactRequest request) {
        return Optional.ofNullable(status.registration().particulars().former())
                .map(
                        person ->
                                new Contact(
                                        person.email().value(),
                                        person.language(),
                                        status.registration().id() + ":former",
                                        Map.of(),
                                        announced(status.event(), request.kind()),
                                        seatCalendars
                                                .ofFormer(status, person, request)
                                                .orElse(null)));
    }

    private Map<String, String> links(RegistrationStatus status, String kind) {
        RegistrationId id = status.registration().id();
        if (kind.equals(NoticeKind.MEMO.code())) {
            return Map.of("view", pages.of(Tenancy.current(), id.event()));
        }
        List<String> page =
                List.of("registrations", id.event().value(), Long.toString(id.number()));
        String token = links.mint(status);
        if (kind.equals(NoticeKind.FEEDBACK.code())) {
            List<String> form = Stream.concat(page.stream(), Stream.of("feedback")).toList();
            return Map.of("view", portal.signed(form, token));
        }
        return Map.of(
                "manage",
                portal.signed(page, token),
                "calendar",
                calendars.of(status.registration()));
    }

    private static Map<String, Object> facts(RegistrationStatus status, String kind) {
        EventDetails details = status.event().details();
        Map<String, Object> facts = new HashMap<>(announced(status.event(), kind));
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

    private static Map<String, Object> announced(Event event, String kind) {
        Venue venue = event.details().venue();
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", event.details().title());
        facts.put("venue", venue.name());
        if (venue.room() != null) {
            facts.put("room", venue.room());
        }
        if (venue.streetAddress() != null) {
            facts.put("streetAddress", venue.streetAddress());
        }
        facts.putAll(times(event, kind));
        facts.putAll(standing(event));
        return facts;
    }

    /** A postponed event has no time, but one that it will not be held at. */
    private static Map<String, Object> times(Event event, String kind) {
        Schedule schedule = event.details().schedule();
        Map<String, Object> facts = new HashMap<>();
        if (isPostponed(event)) {
            facts.put("previousStartsAt", schedule.startsAt());
            return facts;
        }
        facts.put("startsAt", schedule.startsAt());
        facts.put("endsAt", schedule.endsAt());
        if (schedule.coffeeFrom() != null) {
            facts.put("coffeeFrom", schedule.coffeeFrom());
        }
        Instant before = event.standing().previousStartsAt();
        if (before != null && kind.equals(NoticeKind.CHANGED.code())) {
            facts.put("previousStartsAt", before);
        }
        return facts;
    }

    /** What must be said of the event in any mail. */
    private static Map<String, Object> standing(Event event) {
        Map<String, Object> facts = new HashMap<>();
        if (event instanceof Event.Cancelled cancelled) {
            facts.put("eventStatus", "cancelled");
            facts.put("reason", cancelled.reason());
        } else if (isPostponed(event)) {
            facts.put("eventStatus", "postponed");
            LocalizedText reason = event.standing().reason();
            if (reason != null) {
                facts.put("reason", reason);
            }
        }
        return facts;
    }

    private static boolean isPostponed(Event event) {
        return event instanceof Event.Published
                && event.standing().phase() == Standing.Phase.POSTPONED;
    }
}
