package fi.kumppani.events.registration.contacts;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.events.registration.Answers;
import fi.kumppani.events.registration.Ending;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.contacts.CalendarPart;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Calendar mails, written by one library and read by another, in every order they could arrive in.
 */
class SeatCalendarsTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final RegistrationId ID =
            new RegistrationId(new EventId("019a5f0e-7c00-7000-8000-000000000003"), 7);
    private static final Registrant.Person HOLDER = person("maija");
    private static final Registrant.Person DEPUTY = person("ville");
    private static final Instant NEXT_WEEK =
            evening().schedule().startsAt().plus(Duration.ofDays(7));

    private final MovableClock clock = new MovableClock(NOW);
    private final SeatCalendars calendars =
            new SeatCalendars(
                    new Pages(),
                    () ->
                            Map.of(
                                    SEINAJOKI,
                                    new Regions.Place(LocalizedText.finnish("Seinäjoki"), "14")),
                    clock);

    @Test
    void asksTheReadersCalendarToHoldTheirSeat() {
        CalendarPart mail = mail(confirmed(), published());

        Calendar calendar = read(mail);
        VEvent entry = entry(calendar);
        assertThat(mail.method()).isEqualTo("REQUEST");
        assertThat(value(calendar, "METHOD")).isEqualTo("REQUEST");
        assertThat(value(entry, "UID")).isEqualTo("019a5f0e-7c00-7000-8000-000000000003-7-0");
        assertThat(start(entry)).isEqualTo(evening().schedule().startsAt());
        assertThat(value(entry, "STATUS")).isEqualTo("CONFIRMED");
        Property organiser = entry.getProperty("ORGANIZER").orElseThrow();
        assertThat(organiser.getValue()).isEqualTo("mailto:jarjestot@seinajoki.example.org");
        assertThat(parameter(organiser, "CN")).isEqualTo("Seinäjoki");
        Property attendee = entry.getProperty("ATTENDEE").orElseThrow();
        assertThat(attendee.getValue()).isEqualTo("mailto:maija@example.org");
        assertThat(parameter(attendee, "PARTSTAT")).isEqualTo("ACCEPTED");
        assertThat(parameter(attendee, "RSVP")).isEqualTo("FALSE");
        assertThat(mail.content()).doesNotContain("Osallistuja");
    }

    @Test
    void tellsNothingToThoseWhoNeverHadASeat() {
        Registration.Particulars who = particulars(HOLDER, 0);
        List<Registration> without =
                List.of(
                        new Registration.Requested(ID, who, 1),
                        new Registration.Waitlisted(ID, who, 1, 1),
                        new Registration.Offered(ID, who, 1, NOW),
                        new Registration.Waitlisted(ID, who, 1, 1).end(Ending.GIVEN_UP, NOW));

        for (Registration registration : without) {
            assertThat(calendar(registration, published())).isEmpty();
            assertThat(calendar(registration, cancelled(published()))).isEmpty();
        }
    }

    @Test
    void tellsNothingOnceTheEventIsOver() {
        clock.moveTo(evening().schedule().endsAt());

        assertThat(calendar(confirmed(), published())).isEmpty();
    }

    @Test
    void movesTheOneEntryInWhateverOrderMailsArrive() {
        Event.Published before = published();
        Event.Published after = moved(before, NEXT_WEEK);
        List<CalendarPart> mails = List.of(mail(confirmed(), before), mail(confirmed(), after));

        eachOrder(mails, client -> assertThat(client.starts()).containsExactly(NEXT_WEEK));
    }

    @Test
    void holdsNothingOfACancelledEventInWhateverOrderMailsArrive() {
        Event.Published created = published();
        Event.Published postponed = created.postpone(LocalizedText.finnish("Myrsky"), NOW);
        Event.Published moved = moved(postponed, NEXT_WEEK);
        Event.Published movedAgain = moved(moved, NEXT_WEEK.plus(Duration.ofDays(1)));
        List<CalendarPart> mails =
                List.of(
                        mail(confirmed(), created),
                        mail(confirmed(), postponed),
                        mail(confirmed(), moved),
                        mail(confirmed(), movedAgain),
                        mail(confirmed(), cancelled(movedAgain)));

        assertThat(mails)
                .extracting(CalendarPart::method)
                .containsExactly("REQUEST", "REQUEST", "REQUEST", "REQUEST", "CANCEL");
        eachOrder(mails, client -> assertThat(client.starts()).isEmpty());
        eachOrder(
                mails.subList(0, 4),
                client ->
                        assertThat(client.starts())
                                .containsExactly(NEXT_WEEK.plus(Duration.ofDays(1))));
    }

    @Test
    void holdsNothingOfASeatThatWasGivenUpThoughTheEventMovesOn() {
        Event.Published created = published();
        Event.Published moved = moved(created, NEXT_WEEK);
        Registration.Confirmed held = confirmed();
        Registration ended = held.end(Ending.GIVEN_UP, NOW);
        List<CalendarPart> mails =
                List.of(
                        mail(held, created),
                        mail(ended, created),
                        mail(ended, moved),
                        mail(ended, cancelled(moved)));

        eachOrder(mails, client -> assertThat(client.starts()).isEmpty());
        assertThat(entry(read(mails.get(1))).getProperty("CONFERENCE")).isEmpty();
    }

    @Test
    void keepsTheEntriesOfADeputyApartFromThoseOfWhoHandedOver() {
        Registration before = confirmed();
        Registration after = new Registration.Confirmed(ID, particulars(DEPUTY, 1), 2);
        Event.Published moved = moved(published(), NEXT_WEEK);
        CalendarPart former = mail(before, moved);
        CalendarPart deputys = mail(after, DEPUTY, published());
        CalendarPart taken = formersMail(after, moved);

        assertThat(taken.method()).isEqualTo("CANCEL");
        assertThat(value(entry(read(taken)), "ATTENDEE")).isEqualTo("mailto:maija@example.org");
        eachOrder(List.of(former, taken), client -> assertThat(client.starts()).isEmpty());
        assertThat(value(entry(read(deputys)), "UID"))
                .isNotEqualTo(value(entry(read(former)), "UID"));
        assertThat(value(entry(read(deputys)), "ATTENDEE")).isEqualTo("mailto:ville@example.org");
    }

    @Test
    void showsAPostponedEventAsUncertainAndMakesNobodyBusy() {
        VEvent entry =
                entry(
                        read(
                                mail(
                                        confirmed(),
                                        published()
                                                .postpone(LocalizedText.finnish("Myrsky"), NOW))));

        assertThat(value(entry, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(entry, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(entry, "SUMMARY")).startsWith("SIIRRETTY: ");
    }

    @Test
    void isRightInTheHourThatDaylightSavingRepeats() {
        for (String told : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            Instant start = Instant.parse(told);
            clock.moveTo(start.minus(Duration.ofDays(10)));

            assertThat(start(entry(read(mail(confirmed(), moved(published(), start))))))
                    .isEqualTo(start);
        }
    }

    @Test
    void writesAddressesAsUris() {
        Registrant.Person odd = person("a?b%c#d");

        assertThat(
                        value(
                                entry(
                                        read(
                                                mail(
                                                        new Registration.Confirmed(
                                                                ID, particulars(odd, 0), 1),
                                                        odd,
                                                        published()))),
                                "ATTENDEE"))
                .isEqualTo("mailto:a%3Fb%25c%23d@example.org");
    }

    /** Mails are made one after the other; how they arrive is another matter. */
    private CalendarPart mail(Registration registration, Event event) {
        return mail(registration, HOLDER, event);
    }

    private CalendarPart mail(Registration registration, Registrant.Person person, Event event) {
        clock.pass(Duration.ofMinutes(1));
        return calendar(registration, person, event).orElseThrow();
    }

    private CalendarPart formersMail(Registration registration, Event event) {
        return Tenancy.callIn(
                        SEINAJOKI,
                        () ->
                                calendars.ofFormer(
                                        new RegistrationStatus(registration, event, 0),
                                        HOLDER,
                                        request()))
                .orElseThrow();
    }

    private Optional<CalendarPart> calendar(Registration registration, Event event) {
        return calendar(registration, HOLDER, event);
    }

    private Optional<CalendarPart> calendar(
            Registration registration, Registrant.Person person, Event event) {
        return Tenancy.callIn(
                SEINAJOKI,
                () ->
                        calendars.of(
                                new RegistrationStatus(registration, event, 0), person, request()));
    }

    private static ContactRequest request() {
        return new ContactRequest(
                "m1",
                SEINAJOKI,
                ID.toString(),
                "registration-confirmed",
                Language.FI,
                "jarjestot@seinajoki.example.org");
    }

    private static Registration.Confirmed confirmed() {
        return new Registration.Confirmed(ID, particulars(HOLDER, 0), 1);
    }

    private static Registration.Particulars particulars(Registrant.Person person, long generation) {
        return new Registration.Particulars(
                person, NOW, false, generation, Party.ONE, null, null, Answers.NONE, null, null);
    }

    private static Event.Published published() {
        return Event.Draft.of(ID.event(), evening(), RegistrationRules.seats(10)).publish(NOW);
    }

    private static Event.Published moved(Event.Published event, Instant start) {
        EventDetails before = event.details();
        EventDetails next =
                new EventDetails(
                        before.title(),
                        before.theme(),
                        before.description(),
                        before.venue(),
                        new Schedule(
                                null,
                                start,
                                start.plus(Duration.ofHours(2)),
                                start.minus(Duration.ofDays(1))));
        return ((Event.Change.Changed) event.change(next, event.rules(), NOW)).event();
    }

    private static Event.Cancelled cancelled(Event.Published event) {
        return event.cancel(LocalizedText.finnish("Sali on suljettu"), NOW);
    }

    /** Delivers mails to a new client in every order there is, and some of them twice. */
    private static void eachOrder(List<CalendarPart> mails, Consumer<Client> expectation) {
        for (List<CalendarPart> order : orders(mails)) {
            Client client = new Client();
            order.forEach(client::receive);
            client.receive(order.getFirst());
            expectation.accept(client);
            assertThat(client.size()).as("one entry, held or not").isEqualTo(1);
        }
    }

    private static <T> List<List<T>> orders(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (int first = 0; first < all.size(); first++) {
            List<T> rest = new ArrayList<>(all);
            T head = rest.remove(first);
            for (List<T> tail : orders(rest)) {
                List<T> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }

    private static Calendar read(CalendarPart mail) {
        try {
            return new CalendarBuilder().build(new StringReader(mail.content()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(mail.content(), e);
        }
    }

    private static VEvent entry(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    private static Instant start(VEvent entry) {
        return Instant.from(entry.<Temporal>getDateTimeStart().getDate());
    }

    private static String value(PropertyContainer container, String property) {
        return container.getProperty(property).orElseThrow().getValue();
    }

    private static String parameter(Property property, String name) {
        return property.getParameter(name).orElseThrow().getValue();
    }

    /** A calendar program that knows entries by UID and believes the highest SEQUENCE. */
    private static final class Client {

        private final Map<String, Held> entries = new HashMap<>();

        private record Held(int sequence, @Nullable Instant start) {}

        void receive(CalendarPart mail) {
            Calendar calendar = read(mail);
            VEvent entry = entry(calendar);
            int sequence = Integer.parseInt(value(entry, "SEQUENCE"));
            Held known = entries.get(value(entry, "UID"));
            if (known == null || sequence > known.sequence()) {
                boolean gone = value(calendar, "METHOD").equals("CANCEL");
                assertThat(value(entry, "STATUS").equals("CANCELLED")).isEqualTo(gone);
                entries.put(value(entry, "UID"), new Held(sequence, gone ? null : start(entry)));
            }
        }

        List<Instant> starts() {
            return entries.values().stream()
                    .flatMap(held -> Optional.ofNullable(held.start()).stream())
                    .toList();
        }

        int size() {
            return entries.size();
        }
    }

    private static final class Pages implements EventPages {

        @Override
        public String of(MunicipalityCode municipality, EventId event) {
            return "https://kumppani.example/m/" + municipality + "/events/" + event;
        }

        @Override
        public String api(MunicipalityCode municipality) {
            return "https://kumppani.example/api/" + municipality;
        }
    }
}
