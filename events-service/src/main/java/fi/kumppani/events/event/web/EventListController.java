package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.ListPosition;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Lists of announced events, and the search in them. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}")
class EventListController {

    private static final int MOST_PARTS = 500;

    private final FindEvents findEvents;
    private final Events events;
    private final Clock clock;

    EventListController(FindEvents findEvents, Events events, Clock clock) {
        this.findEvents = findEvents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An event in a list.
     *
     * @param municipality whose it is: another one's when the municipality holds it too
     */
    record ListedView(MunicipalityCode municipality, @JsonUnwrapped EventView event) {}

    /**
     * The public events: those to come first, the next at the top; then the past ones. With any
     * condition it is a search, which is a moment behind.
     *
     * @param text words that must all be in title, theme, description or venue
     * @param from a day: what ends on it or later
     * @param to a day: what starts on it or before
     * @param area a name, a municipality code or a postcode
     * @param audience for example {@code associations}
     * @param mode {@code in-person}, {@code online} or {@code hybrid}
     * @param parts {@code false} leaves the parts of umbrellas out
     */
    @OpenToAll
    @GetMapping("/events")
    Page<ListedView> list(
            @RequestParam @Nullable String text,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String audience,
            @RequestParam @Nullable String mode,
            @RequestParam @Nullable String series,
            @RequestParam @Nullable String network,
            @RequestParam(defaultValue = "true") boolean parts,
            Cursor cursor) {
        Instant now = clock.instant();
        ListPosition position = ListQuery.position(cursor, now);
        LocalDate last = ListQuery.day("to", to);
        EventQuestion question =
                new EventQuestion(
                        ListQuery.bounded("text", text),
                        ListQuery.start(ListQuery.day("from", from)),
                        last == null ? null : ListQuery.start(last.plusDays(1)),
                        ListQuery.bounded("area", area),
                        code(Audience.class, "audience", audience),
                        code(Attendance.Mode.class, "mode", mode),
                        ListQuery.bounded("series", series),
                        ListQuery.bounded("network", network),
                        null,
                        !parts);
        List<Found> found =
                question.equals(EventQuestion.ALL)
                        ? findEvents.list(position, cursor.fetchSize())
                        : findEvents.search(question, position, cursor.fetchSize());
        return cursor.page(found, each -> position.behind(each.event()).toString())
                .map(each -> view(each, now));
    }

    /** The announced parts of an umbrella event in the order of time, at most 500. */
    @OpenToAll
    @GetMapping("/events/{id}/parts")
    Page<ListedView> parts(@PathVariable String id) {
        EventId umbrella = new EventId(id);
        if (events.find(umbrella).isEmpty()) {
            throw Problems.notFound();
        }
        Instant now = clock.instant();
        return new Page<>(
                findEvents.own(EventQuestion.partsOf(umbrella), MOST_PARTS).stream()
                        .map(each -> view(each, now))
                        .toList(),
                null);
    }

    /**
     * An event of another municipality that this one holds too, with the numbers of those who come;
     * never who.
     */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/shared-events/{id}")
    ListedView shared(@PathVariable String id, CurrentUser user) {
        Found found = findEvents.shared(new EventId(id)).orElseThrow(Problems::notFound);
        return new ListedView(
                found.municipality(),
                EventView.of(found.event(), clock.instant(), user.actsIn(Tenancy.current())));
    }

    private static ListedView view(Found found, Instant now) {
        Event event = found.event();
        return new ListedView(found.municipality(), EventView.of(event, now));
    }

    private static <E extends Enum<E>> @Nullable E code(
            Class<E> type, String name, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return WireCodes.read(type, code)
                .orElseThrow(
                        () -> Problems.malformed(name, "unknown", "One of " + WireCodes.all(type)));
    }
}
