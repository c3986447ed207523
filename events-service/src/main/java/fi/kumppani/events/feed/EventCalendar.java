package fi.kumppani.events.feed;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Conference;
import biweekly.property.Geo;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Standing;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events as a calendar (RFC 5545, with NAME, REFRESH-INTERVAL and CONFERENCE of RFC 7986) that
 * programs subscribe to. An entry keeps its UID for good, its SEQUENCE grows with what coordinators
 * change, and a cancelled event stays as a cancelled entry. Deadline, doors and coffee are told in
 * the description: they are no appointments. The same events make the same bytes.
 */
public final class EventCalendar {

    private static final String ZONE_NAME = "Europe/Helsinki";
    private static final ZoneId ZONE = ZoneId.of(ZONE_NAME);
    private static final String PRODUCT = "-//Kumppani//Events//FI";
    private static final int REFRESH_HOURS = 1;
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final EventPages pages;
    private final Language language;

    /** How the reader stands at an event. */
    public enum Seat {
        /** Not known to have registered. */
        NONE,
        /** They have a seat. */
        TAKEN,
        /** They have registered, but have no seat yet. */
        WAITING
    }

    /**
     * @param pages where people read about the events
     * @param language of the reader
     */
    public EventCalendar(EventPages pages, Language language) {
        this.pages = pages;
        this.language = language;
    }

    /**
     * The calendar as text, with CRLF and folded lines.
     *
     * @param name what programs call it; null for a single event
     */
    public String write(@Nullable String name, List<Found> events) {
        return write(name, events, Map.of());
    }

    /**
     * The calendar of somebody who registered, as text.
     *
     * @param name what programs call it; null for a single event
     * @param seats how they stand at each event: who has a seat sees the address to join at, who
     *     waits for one is told so
     */
    public String write(@Nullable String name, List<Found> events, Map<EventId, Seat> seats) {
        ICalendar calendar = empty();
        if (name != null) {
            calendar.setName(name);
            calendar.addExperimentalProperty("X-WR-CALNAME", VObjectPropertyValues.escape(name));
            calendar.setRefreshInterval(Duration.builder().hours(REFRESH_HOURS).build())
                    .setParameter("VALUE", "DURATION");
            calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT" + REFRESH_HOURS + "H");
        }
        events.forEach(
                found ->
                        calendar.addEvent(
                                entry(found, seats.getOrDefault(found.event().id(), Seat.NONE))));
        return fold(unfolded(calendar));
    }

    /**
     * The one entry of somebody's seat, as text. That of a postponed event keeps its time, which
     * does not make them busy any more, and is tentative, until the event gets a new time.
     */
    public String write(Found found, SeatEntry seat) {
        ICalendar calendar = empty();
        calendar.setMethod(seat.method());
        VEvent entry = entry(found, seat.holds() ? Seat.TAKEN : Seat.NONE);
        entry.setUid(seat.uid());
        entry.setSequence(seat.sequence());
        entry.setDateTimeStamp(Date.from(seat.toldAt()));
        Organizer organiser = new Organizer(seat.organiserName(), null);
        organiser.setUri(mailto(seat.organiser()));
        entry.setOrganizer(organiser);
        Attendee attendee = new Attendee(null, null, mailto(seat.attendee()));
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        entry.addAttendee(attendee);
        if (!seat.holds()) {
            entry.setStatus(Status.cancelled());
        } else if (found.event().standing().phase() == Standing.Phase.POSTPONED) {
            entry.setSummary(words().titlePostponed(words(found.event().details().title())));
            entry.setTransparency(true);
        }
        calendar.addEvent(entry);
        return fold(unfolded(calendar));
    }

    /** The address as a URI (RFC 6068, section 2). */
    private static String mailto(EmailAddress address) {
        return "mailto:"
                + address.value().replace("%", "%25").replace("?", "%3F").replace("#", "%23");
    }

    private static ICalendar empty() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(
                        new TimezoneAssignment(TimeZone.getTimeZone(ZONE_NAME), helsinki()));
        return calendar;
    }

    private static String unfolded(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Folds lines at 75 octets and never within a character (RFC 5545, 3.1). */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
        int octets = 0;
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            if (character == '\n') {
                octets = 0;
            } else if (character != '\r') {
                int size = size(character);
                if (octets + size > LONGEST_LINE) {
                    folded.append("\r\n ");
                    octets = 1;
                }
                octets += size;
            }
            folded.appendCodePoint(character);
        }
        return folded.toString();
    }

    /** The octets of a character in UTF-8. */
    private static int size(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    private VEvent entry(Found found, Seat seat) {
        Event event = found.event();
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        VEvent entry = new VEvent();
        entry.setUid(event.id().value());
        entry.setDateTimeStamp(Date.from(changedAt(event)));
        entry.setLastModified(Date.from(changedAt(event)));
        entry.setSequence(Math.toIntExact(event.revision()));
        time(entry, "DTSTART", schedule.startsAt());
        time(entry, "DTEND", schedule.endsAt());
        String title = text(details.title());
        String waiting = words().of("Jonossa: ", "I kö: ", "Waiting list: ");
        entry.setSummary(seat == Seat.WAITING ? waiting + title : title)
                .setLanguage(lang(details.title()));
        entry.setLocation(location(details));
        Position position = details.venue().position();
        if (position != null) {
            entry.setGeo(new Geo(position.latitude(), position.longitude()));
        }
        entry.setStatus(status(event, seat));
        String page = pages.of(found.municipality(), event.id());
        entry.setUrl(page);
        URI online = joinAt(details.particulars().attendance(), seat);
        if (online != null) {
            var conference = new Conference(online.toString());
            conference.setParameter("VALUE", "URI");
            entry.addConference(conference);
        }
        entry.setDescription(description(event, page));
        return entry;
    }

    /** When it was last changed, to the second; the start for events from before it was kept. */
    static Instant changedAt(Event event) {
        Instant changed = event.standing().changedAt();
        return changed == null ? event.details().schedule().startsAt() : changed;
    }

    /**
     * A time in Helsinki; but the hour that is repeated when daylight saving ends means its first
     * occurrence there (RFC 5545, 3.3.5), so the second one is told in UTC.
     */
    private static void time(VEvent entry, String property, Instant instant) {
        ZonedDateTime there = instant.atZone(ZONE);
        if (!there.withEarlierOffsetAtOverlap().toInstant().equals(instant)) {
            entry.addExperimentalProperty(property, UTC.format(instant));
        } else if (property.equals("DTSTART")) {
            entry.setDateStart(Date.from(instant));
        } else {
            entry.setDateEnd(Date.from(instant));
        }
    }

    private static Status status(Event event, Seat seat) {
        return switch (event) {
            case Event.Cancelled _ -> Status.cancelled();
            case Event.Published published
                    when published.standing().phase() == Standing.Phase.POSTPONED ->
                    Status.tentative();
            case Event.Published _, Event.Draft _ ->
                    seat == Seat.WAITING ? Status.tentative() : Status.confirmed();
        };
    }

    private static @Nullable URI joinAt(Attendance attendance, Seat seat) {
        return seat == Seat.TAKEN
                ? attendance.onlineAddress()
                : attendance.publicAddress().orElse(null);
    }

    private CalendarWords words() {
        return new CalendarWords(language, ZONE);
    }

    private String location(EventDetails details) {
        return Stream.of(
                        text(details.venue().name()),
                        text(details.venue().room()),
                        details.venue().streetAddress())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private String description(Event event, String page) {
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        Particulars told = details.particulars();
        CalendarWords words = words();
        List<String> lines = new ArrayList<>();
        if (event instanceof Event.Cancelled cancelled) {
            lines.add(words.cancelled(text(cancelled.reason())));
        } else if (event.standing().phase() == Standing.Phase.POSTPONED) {
            lines.add(words.postponed(text(event.standing().reason())));
        }
        add(lines, text(details.theme()));
        add(lines, text(details.description()));
        told.programme()
                .forEach(
                        item ->
                                lines.add(
                                        item.startsAt() == null
                                                ? "– " + text(item.text())
                                                : words.time(item.startsAt())
                                                        + " "
                                                        + text(item.text())));
        if (told.doorsFrom() != null) {
            lines.add(words.doors(told.doorsFrom()));
        }
        if (schedule.coffeeFrom() != null) {
            lines.add(words.coffee(schedule.coffeeFrom()));
        }
        if (told.enrolment().isHere()) {
            lines.add(words.deadline(schedule.registrationDeadline()));
        }
        lines.add(page);
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private String words(LocalizedText text) {
        return text.in(language).text();
    }

    private @Nullable String text(@Nullable LocalizedText text) {
        return text == null ? null : text.in(language).text();
    }

    private String lang(LocalizedText text) {
        return text.in(language).lang().code();
    }

    /** The zone with the rule that has held since 1996 (directive 2000/84/EC keeps it). */
    private static VTimezone helsinki() {
        VTimezone zone = new VTimezone(ZONE_NAME);
        DaylightSavingsTime summer = new DaylightSavingsTime();
        observe(summer, new DateTimeComponents(1996, 3, 31, 3, 0, 0, false), 3, "EEST", 2, 3);
        zone.addDaylightSavingsTime(summer);
        StandardTime winter = new StandardTime();
        observe(winter, new DateTimeComponents(1996, 10, 27, 4, 0, 0, false), 10, "EET", 3, 2);
        zone.addStandardTime(winter);
        return zone;
    }

    private static void observe(
            Observance observance,
            DateTimeComponents from,
            int month,
            String name,
            int hoursBefore,
            int hoursAfter) {
        observance.setDateStart(from);
        observance.setTimezoneOffsetFrom(new UtcOffset(true, hoursBefore, 0));
        observance.setTimezoneOffsetTo(new UtcOffset(true, hoursAfter, 0));
        observance.addTimezoneName(name);
        observance.setRecurrenceRule(
                new Recurrence.Builder(Frequency.YEARLY)
                        .byMonth(month)
                        .byDay(-1, DayOfWeek.SUNDAY)
                        .build());
    }
}
