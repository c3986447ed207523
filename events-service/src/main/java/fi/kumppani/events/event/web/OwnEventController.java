package fi.kumppani.events.event.web;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.FindOwnEvents;
import fi.kumppani.events.event.ListPosition;
import fi.kumppani.events.event.OwnEventQuestion;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The municipality's own events in whatever state, for those who look after them. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/own-events")
class OwnEventController {

    private static final List<String> STATES =
            List.of("draft", "published", "postponed", "archived", "cancelled");

    private final FindOwnEvents findOwnEvents;
    private final Clock clock;

    OwnEventController(FindOwnEvents findOwnEvents, Clock clock) {
        this.findOwnEvents = findOwnEvents;
        this.clock = clock;
    }

    /**
     * The events: those to come first, the next at the top; then the past ones.
     *
     * @param status {@code draft}, {@code published}, {@code postponed}, {@code archived} or {@code
     *     cancelled}
     * @param text words that must all be in title, theme, description or venue
     * @param from a day: what ends on it or later
     * @param to a day: what starts on it or before
     */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<EventView> list(
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Cursor cursor) {
        Instant now = clock.instant();
        ListPosition reader = ListQuery.position(cursor, now);
        LocalDate last = ListQuery.day("to", to);
        List<Event> found =
                findOwnEvents.list(
                        new OwnEventQuestion(
                                state(status),
                                ListQuery.bounded("text", text),
                                ListQuery.start(ListQuery.day("from", from)),
                                last == null ? null : ListQuery.start(last.plusDays(1))),
                        reader,
                        cursor.fetchSize());
        return cursor.page(found, event -> reader.behind(event).toString())
                .map(event -> EventView.of(event, now, true));
    }

    private static @Nullable String state(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        if (!STATES.contains(status)) {
            throw Problems.malformed("status", "unknown", "One of " + STATES);
        }
        return status;
    }
}
