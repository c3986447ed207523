package fi.kumppani.events.registration.contacts;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.feed.EventCalendar;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.events.feed.SeatEntry;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.kit.contacts.CalendarPart;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What mails tell the calendars of those who have a seat, or had one. It is made from how things
 * stand when the mail is sent, and numbered by it: whatever order mails go out or arrive in, the
 * entry with the highest number is right, and a seat that is gone is numbered above all that was
 * told of it before.
 */
@Component
class SeatCalendars {

    private final EventPages pages;
    private final Regions regions;
    private final Clock clock;

    SeatCalendars(EventPages pages, Regions regions, Clock clock) {
        this.pages = pages;
        this.regions = regions;
        this.clock = clock;
    }

    /** The calendar object; empty for those who never had a seat, and when the event is over. */
    Optional<CalendarPart> of(
            RegistrationStatus status, Registrant.Person person, ContactRequest request) {
        Registration registration = status.registration();
        boolean holds =
                registration instanceof Registration.Confirmed
                        && status.event() instanceof Event.Published;
        return tell(
                status,
                person,
                request,
                registration.particulars().linkGeneration(),
                sequence(status.event(), registration instanceof Registration.Cancelled),
                holds);
    }

    /** The calendar object for who handed the seat over: it is theirs no more, for good. */
    Optional<CalendarPart> ofFormer(
            RegistrationStatus status, Registrant.Person former, ContactRequest request) {
        return tell(
                status,
                former,
                request,
                status.registration().particulars().linkGeneration() - 1,
                sequence(status.event(), true),
                false);
    }

    private Optional<CalendarPart> tell(
            RegistrationStatus status,
            Registrant.Person person,
            ContactRequest request,
            long generation,
            int sequence,
            boolean holds) {
        String replyTo = request.replyTo();
        Event event = status.event();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (replyTo == null
                || !hasOrHadSeat(status.registration())
                || event.details().schedule().isOver(now)) {
            return Optional.empty();
        }
        Language language = request.language() == null ? person.language() : request.language();
        MunicipalityCode here = Tenancy.current();
        return EmailAddress.parse(replyTo)
                .map(
                        organiser ->
                                new SeatEntry(
                                        uid(status.registration().id(), generation),
                                        sequence,
                                        now,
                                        holds,
                                        organiser,
                                        name(here, language),
                                        person.email()))
                .map(
                        seat ->
                                new CalendarPart(
                                        seat.method(),
                                        new EventCalendar(pages, language)
                                                .write(new Found(event, here), seat)));
    }

    private static boolean hasOrHadSeat(Registration registration) {
        return registration instanceof Registration.Confirmed
                || (registration instanceof Registration.Cancelled ended && ended.hadSeat());
    }

    /** Another one for a deputy: what the one before them has in their calendar is not theirs. */
    private static String uid(RegistrationId id, long generation) {
        return "%s-%d-%d".formatted(id.event(), id.number(), generation);
    }

    /** Room between the event's revisions for the end of a seat, which is for good. */
    private static int sequence(Event event, boolean ended) {
        return Math.toIntExact(2 * event.revision() + (ended ? 1 : 0));
    }

    private String name(MunicipalityCode here, Language language) {
        Regions.Place place = regions.places().get(here);
        return place == null ? here.value() : place.name().in(language).text();
    }
}
