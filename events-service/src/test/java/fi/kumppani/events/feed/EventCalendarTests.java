package fi.kumppani.events.feed;

import static fi.kumppani.events.event.EventFixtures.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventFixtures;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Written by one library, read by another. */
class EventCalendarTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final EventPages PAGES =
            new EventPages() {
                @Override
                public String of(MunicipalityCode municipality, EventId event) {
                    return "https://kumppani.example/m/" + municipality + "/events/" + event;
                }

                @Override
                public String api(MunicipalityCode municipality) {
                    return "https://kumppani.example/api/" + municipality;
                }
            };

    private final EventCalendar finnish = new EventCalendar(PAGES, Language.FI);

    @Test
    void writesWhatAnotherLibraryReads() {
        String text = finnish.write("Seinäjoki, tapahtumat", List.of(found(evening())));

        Calendar calendar = read(text);
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(value(calendar, "NAME")).isEqualTo("Seinäjoki, tapahtumat");
        assertThat(text).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
        VEvent entry = entry(calendar);
        assertThat(value(entry, "UID")).isEqualTo("e1");
        assertThat(value(entry, "SEQUENCE")).isEqualTo("2");
        assertThat(value(entry, "SUMMARY")).isEqualTo("Järjestöilta");
        assertThat(value(entry, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(entry, "LAST-MODIFIED")).isEqualTo("20261121T100000Z");
        assertThat(value(entry, "LOCATION")).isEqualTo("Järjestötalo, sali, Esimerkkikatu 6");
        assertThat(value(entry, "URL")).isEqualTo("https://kumppani.example/m/743/events/e1");
        assertThat(start(entry)).isEqualTo(EventFixtures.STARTS_AT);
        assertThat(text)
                .contains("DTSTART;TZID=Europe/Helsinki:20261208T170000\r\n")
                .contains("BEGIN:VTIMEZONE\r\n")
                .contains("TZID:Europe/Helsinki\r\n");
        assertThat(value(entry, "DESCRIPTION"))
                .contains("Kahvitarjoilu klo 16.45")
                .contains("Ilmoittaudu viimeistään 6.12.2026 klo 23.59");
    }

    @Test
    void foldsLinesByBytesAndEscapesTexts() {
        EventDetails details = evening().details();
        String hard = "Ääniä; pilkkuja, \\ ja\nrivinvaihto – " + "yö".repeat(60);
        EventDetails written =
                new EventDetails(
                        LocalizedText.finnish(hard),
                        details.theme(),
                        null,
                        details.venue(),
                        details.schedule());

        String text = finnish.write(null, List.of(found(published(written))));

        assertThat(value(entry(read(text)), "SUMMARY")).isEqualTo(hard);
        assertThat(text.split("\r\n"))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8))
                                        .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void movesAndCancelsTheSameEntry() {
        Event.Published before = evening();
        Event.Published after = moved(before, EventFixtures.STARTS_AT.plus(Duration.ofDays(7)));
        Event.Cancelled cancelled =
                after.cancel(LocalizedText.finnish("Sali on suljettu"), NOW.plusSeconds(60));

        VEvent first = entry(read(finnish.write(null, List.of(found(before)))));
        VEvent second = entry(read(finnish.write(null, List.of(found(after)))));
        VEvent third = entry(read(finnish.write(null, List.of(found(cancelled)))));

        assertThat(List.of(first, second, third))
                .extracting(entry -> value(entry, "UID"))
                .containsOnly("e1");
        assertThat(List.of(first, second, third))
                .extracting(entry -> Integer.parseInt(value(entry, "SEQUENCE")))
                .containsExactly(2, 3, 4);
        assertThat(start(second)).isEqualTo(start(third)).isAfter(start(first));
        assertThat(value(third, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(third, "DESCRIPTION")).startsWith("PERUTTU: Sali on suljettu");
    }

    @Test
    void keepsTheTimesOfAPostponedEventAndSaysSo() {
        Event.Published postponed = evening().postpone(LocalizedText.finnish("Myrsky"), NOW);

        VEvent entry = entry(read(finnish.write(null, List.of(found(postponed)))));

        assertThat(value(entry, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(entry, "DESCRIPTION")).startsWith("SIIRRETTY").contains("Myrsky");
        assertThat(start(entry)).isEqualTo(EventFixtures.STARTS_AT);
    }

    @Test
    void tellsBothOccurrencesOfTheHourThatIsRepeated() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        for (Instant start : List.of(first, second)) {
            String text =
                    finnish.write(null, List.of(found(published(EventFixtures.evening(start)))));
            assertThat(start(entry(read(text)))).isEqualTo(start);
        }
    }

    @Test
    void showsAJoinLinkOnlyWhenItIsPublic() {
        assertThat(finnish.write(null, List.of(found(hybrid(false))))).doesNotContain("join");
        String open = finnish.write(null, List.of(found(hybrid(true))));
        assertThat(value(entry(read(open)), "CONFERENCE")).isEqualTo("https://join.example.org/1");
        assertThat(value(entry(read(open)), "GEO")).isEqualTo("62.79;22.84");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        String swedish =
                new EventCalendar(PAGES, Language.SV).write(null, List.of(found(evening())));

        assertThat(swedish).contains("SUMMARY;LANGUAGE=sv:Föreningskväll");
        assertThat(value(entry(read(swedish)), "DESCRIPTION"))
                .contains("Kaffeservering från kl. 16.45");
    }

    @Test
    void makesTheSameBytesOfTheSameEvents() {
        assertThat(finnish.write("a", List.of(found(evening()))))
                .isEqualTo(finnish.write("a", List.of(found(evening()))));
    }

    @Test
    void describesEventsToSearchEngines() {
        EventStructure structure = new EventStructure(PAGES, Language.FI);
        Event.Published moved = moved(evening(), EventFixtures.STARTS_AT.plus(Duration.ofDays(7)));

        assertThat(structure.of(found(evening()), NOW))
                .containsEntry("@type", "Event")
                .containsEntry("name", "Järjestöilta")
                .containsEntry("eventStatus", "https://schema.org/EventScheduled")
                .containsEntry(
                        "eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
                .containsEntry("startDate", "2026-12-08T15:00:00Z");
        assertThat(structure.of(found(moved), NOW))
                .containsEntry("eventStatus", "https://schema.org/EventRescheduled")
                .containsEntry("previousStartDate", "2026-12-08T15:00:00Z")
                .containsEntry("startDate", "2026-12-15T15:00:00Z");
        assertThat(structure.of(found(evening().postpone(null, NOW)), NOW))
                .containsEntry("eventStatus", "https://schema.org/EventPostponed")
                .containsEntry("startDate", "2026-12-08T15:00:00Z");
        assertThat(structure.of(found(evening().cancel(LocalizedText.finnish("Myrsky"), NOW)), NOW))
                .containsEntry("eventStatus", "https://schema.org/EventCancelled")
                .containsEntry("startDate", "2026-12-08T15:00:00Z");
        assertThat(structure.of(found(hybrid(false)), NOW).toString())
                .contains("MixedEventAttendanceMode")
                .contains("VirtualLocation")
                .doesNotContain("join.example.org");
        assertThat(structure.of(found(hybrid(true)), NOW).get("location"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("@type", "VirtualLocation", "url", "https://join.example.org/1"));
    }

    private static Found found(Event event) {
        return new Found(event, SEINAJOKI);
    }

    private static Event.Published evening() {
        return published(EventFixtures.evening());
    }

    private static Event.Published published(EventDetails details) {
        return Event.Draft.of(new EventId("e1"), details, RegistrationRules.seats(80)).publish(NOW);
    }

    private static Event.Published moved(Event.Published event, Instant start) {
        if (event.change(EventFixtures.evening(start), RegistrationRules.seats(80), NOW)
                instanceof Event.Change.Changed(var moved)) {
            return moved;
        }
        throw new AssertionError("Nobody sits there yet");
    }

    private static Event.Published hybrid(boolean addressPublic) {
        EventDetails details = EventFixtures.evening();
        Venue venue = details.venue().with(null, Set.of(), new Position(62.79, 22.84));
        Schedule schedule = details.schedule();
        Particulars told =
                new Particulars(
                        schedule.coffeeFrom(),
                        List.of(),
                        new Attendance(
                                Attendance.Mode.HYBRID,
                                URI.create("https://join.example.org/1"),
                                addressPublic),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Belonging.NONE,
                        null,
                        Enrolment.HERE,
                        null);
        return published(details.with(venue, told));
    }

    private static Calendar read(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
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
}
