package fi.kumppani.events.linkedevents.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.FindEvents.Slice;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.events.linkedevents.LinkedEventWriter;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Announced events for programs that know Linked Events (the 6Aika specification, v1). A condition
 * that is not served here is refused rather than left out, so that nobody gets more than they asked
 * for.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/linked-events")
class LinkedEventController {

    private static final Set<String> SERVED =
            Set.of("text", "start", "end", "page", "page_size", "sort");
    private static final Set<String> HARMLESS = Set.of("format", "include", "language");
    private static final int USUAL_SIZE = 20;
    private static final int MOST_SIZE = 100;
    private static final int LONGEST = 200;

    private final FindEvents findEvents;
    private final EventPages pages;
    private final Clock clock;

    LinkedEventController(FindEvents findEvents, EventPages pages, Clock clock) {
        this.findEvents = findEvents;
        this.pages = pages;
        this.clock = clock;
    }

    /** A page of a list, as Linked Events has them. */
    record PageView(MetaView meta, List<Map<String, @Nullable Object>> data) {}

    /**
     * Where the page is in the list.
     *
     * @param next address of the page behind, null at the end
     * @param previous address of the page before, null at the beginning
     */
    record MetaView(int count, @Nullable String next, @Nullable String previous) {}

    /** Announced events that lie within the time asked for, in the order of time. */
    @OpenToAll
    @GetMapping({"/event", "/event/"})
    PageView list(@RequestParam MultiValueMap<String, String> parameters) {
        Map<String, String> asked = parameters.toSingleValueMap();
        for (String name : asked.keySet()) {
            if (!SERVED.contains(name) && !HARMLESS.contains(name)) {
                throw Problems.malformed(
                        name, "unsupported", "Not a condition that is served here");
            }
        }
        int page = number("page", asked.get("page"), 1, Integer.MAX_VALUE);
        int size = number("page_size", asked.get("page_size"), USUAL_SIZE, MOST_SIZE);
        boolean latestFirst = latestFirst(asked.get("sort"));
        Slice slice = findEvents.slice(question(asked), latestFirst, (page - 1L) * size, size);
        if (page > 1 && slice.found().isEmpty()) {
            throw Problems.notFound();
        }
        LinkedEventWriter writer = new LinkedEventWriter(pages);
        boolean more = (long) page * size < slice.total();
        return new PageView(
                new MetaView(
                        slice.total(),
                        more ? address(asked, page + 1) : null,
                        page > 1 ? address(asked, page - 1) : null),
                slice.found().stream().map(found -> writer.of(found, slice.umbrellas())).toList());
    }

    /** One announced event, by its id here or as it is told in the list. */
    @OpenToAll
    @GetMapping({"/event/{id}", "/event/{id}/"})
    Map<String, @Nullable Object> one(@PathVariable String id) {
        String own = id.startsWith("kumppani:") ? id.substring("kumppani:".length()) : id;
        Found found = findEvents.announced(new EventId(own)).orElseThrow(Problems::notFound);
        return new LinkedEventWriter(pages)
                .of(found, findEvents.slice(EventQuestion.ALL, false, 0, 0).umbrellas());
    }

    private EventQuestion question(Map<String, String> asked) {
        String text = asked.get("text");
        if (text != null && text.length() > LONGEST) {
            throw Problems.malformed("text", "size", "At most " + LONGEST + " characters");
        }
        return new EventQuestion(
                text,
                time("start", asked.get("start"), false),
                time("end", asked.get("end"), true),
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** A time; a day is its beginning in Helsinki, or the beginning of the day after. */
    private @Nullable Instant time(String name, @Nullable String text, boolean endOfDay) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            if (text.equals("today") || text.length() == "2026-01-12".length()) {
                LocalDate day =
                        text.equals("today")
                                ? clock.instant().atZone(FinnishTime.ZONE).toLocalDate()
                                : LocalDate.parse(text);
                return day.plusDays(endOfDay ? 1 : 0).atStartOfDay(FinnishTime.ZONE).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problems.malformed(
                    name, "malformed", "A day, a time with its offset (ISO 8601), or today");
        }
    }

    private static boolean latestFirst(@Nullable String sort) {
        return switch (sort) {
            case null -> false;
            case "start_time" -> false;
            case "-start_time" -> true;
            default -> throw Problems.malformed("sort", "unsupported", "start_time or -start_time");
        };
    }

    private static int number(String name, @Nullable String text, int absent, int most) {
        if (text == null || text.isBlank()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw malformed(name, most);
        }
        throw malformed(name, most);
    }

    private static Problem malformed(String name, int most) {
        return Problems.malformed(name, "range", "A number from 1 to " + most);
    }

    private String address(Map<String, String> asked, int page) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(
                        pages.api(Tenancy.current()) + "/linked-events/event/");
        asked.forEach(
                (name, value) -> {
                    if (!name.equals("page")) {
                        address.queryParam(name, "{" + name + "}");
                    }
                });
        address.queryParam("page", page);
        return address.encode().buildAndExpand(asked).toUriString();
    }
}
