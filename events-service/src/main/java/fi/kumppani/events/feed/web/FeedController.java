package fi.kumppani.events.feed.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.events.feed.EventCalendar;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.events.feed.EventStructure;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.events.network.KnownNetwork;
import fi.kumppani.events.network.Networks;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ReaderLanguage;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Calendars that programs subscribe to, and an event as search engines read it. A calendar of many
 * holds what is to come and what was not long ago, at most a thousand events; what was cancelled
 * stays in it as cancelled.
 */
@RestController
class FeedController {

    private static final String HERE = "/v1/municipalities/{municipality}";
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration NOT_LONG = Duration.ofDays(400);
    private static final int MOST = 1000;

    /** What is said of a network that events name from before the registry told of any. */
    private static final LocalizedText UNNAMED =
            new LocalizedText("Verkosto", "Nätverk", "Network");

    private final FindEvents findEvents;
    private final Regions regions;
    private final Networks networks;
    private final EventPages pages;
    private final Clock clock;

    FeedController(
            FindEvents findEvents,
            Regions regions,
            Networks networks,
            EventPages pages,
            Clock clock) {
        this.findEvents = findEvents;
        this.regions = regions;
        this.networks = networks;
        this.pages = pages;
        this.clock = clock;
    }

    /** One event as a calendar. */
    @OpenToAll
    @GetMapping(HERE + "/events/{id}/calendar.ics")
    ResponseEntity<byte[]> ofEvent(@PathVariable String id, ReaderLanguage reader) {
        Found found = findEvents.announced(new EventId(id)).orElseThrow(Problems::notFound);
        return calendar(null, List.of(found), reader.language());
    }

    /** The calendar of the municipality. */
    @OpenToAll
    @RateLimited(perMinute = 60, burst = 120)
    @GetMapping(HERE + "/calendar.ics")
    ResponseEntity<byte[]> ofMunicipality(ReaderLanguage reader) {
        MunicipalityCode here = Tenancy.current();
        Regions.Place place = regions.places().get(here);
        LocalizedText name = place == null ? LocalizedText.finnish(here.value()) : place.name();
        return calendar(
                title(name, reader.language()),
                findEvents.calendar(recent(), MOST),
                reader.language());
    }

    /**
     * The calendar of a network, whichever municipalities hold its events; empty until there are
     * any.
     */
    @OpenToAll
    @RateLimited(perMinute = 60, burst = 120)
    @GetMapping("/v1/networks/{network}/calendar.ics")
    ResponseEntity<byte[]> ofNetwork(@PathVariable String network, ReaderLanguage reader) {
        List<Found> found =
                findEvents.everywhere(
                        listed ->
                                !listed.isArchived()
                                        && network.equals(listed.belonging().network()),
                        MOST);
        Optional<KnownNetwork> known = networks.findAnywhere(network);
        if (found.isEmpty() && known.isEmpty()) {
            throw Problems.notFound();
        }
        return calendar(
                title(known.map(KnownNetwork::name).orElse(UNNAMED), reader.language()),
                found,
                reader.language());
    }

    /** The calendar of a region: what its municipalities hold, and what is meant for all of it. */
    @OpenToAll
    @RateLimited(perMinute = 60, burst = 120)
    @GetMapping("/v1/regions/{region}/calendar.ics")
    ResponseEntity<byte[]> ofRegion(@PathVariable String region, ReaderLanguage reader) {
        Map<MunicipalityCode, Regions.Place> places = regions.places();
        if (places.values().stream().noneMatch(place -> place.region().equals(region))) {
            throw Problems.notFound();
        }
        Predicate<ListedEvent> inRegion =
                listed -> {
                    Regions.Place place = places.get(listed.municipality());
                    return region.equals(listed.belonging().region())
                            || (place != null && place.region().equals(region));
                };
        return calendar(
                title(
                        new LocalizedText(
                                "Maakunta " + region, "Landskap " + region, "Region " + region),
                        reader.language()),
                findEvents.everywhere(inRegion.and(listed -> !listed.isArchived()), MOST),
                reader.language());
    }

    /** One event as schema.org knows events. */
    @OpenToAll
    @GetMapping(HERE + "/events/{id}/structured")
    ResponseEntity<Map<String, Object>> structured(@PathVariable String id, ReaderLanguage reader) {
        Found found = findEvents.announced(new EventId(id)).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .body(new EventStructure(pages, reader.language()).of(found, clock.instant()));
    }

    private EventQuestion recent() {
        Instant from = clock.instant().minus(NOT_LONG);
        return new EventQuestion(null, from, null, null, null, null, null, null, null, false);
    }

    private static String title(LocalizedText whose, Language language) {
        String events = new LocalizedText("tapahtumat", "evenemang", "events").in(language).text();
        return whose.in(language).text() + ", " + events;
    }

    private ResponseEntity<byte[]> calendar(
            @Nullable String name, List<Found> events, Language language) {
        byte[] bytes =
                new EventCalendar(pages, language)
                        .write(name, events)
                        .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"")
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(bytes);
    }
}
