package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Source;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.feed.EventPages;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Announced events as Linked Events tells them. What is a reference there is told in place, as if
 * the reader had asked for all of it with {@code include}.
 */
public final class LinkedEventWriter {

    private static final String SYSTEM = "kumppani";

    private final EventPages pages;

    /**
     * @param pages where people and programs read about the events
     */
    public LinkedEventWriter(EventPages pages) {
        this.pages = pages;
    }

    /**
     * The event as a Linked Events object.
     *
     * @param umbrellas the events that have parts
     */
    public Map<String, @Nullable Object> of(Found found, Set<EventId> umbrellas) {
        Event event = found.event();
        EventDetails details = event.details();
        Particulars told = details.particulars();
        String api = pages.api(found.municipality()) + "/linked-events";
        Map<String, @Nullable Object> linked = new LinkedHashMap<>();
        linked.put("@id", api + "/event/" + event.id() + "/");
        linked.put("@context", "http://schema.org");
        linked.put("@type", "Event/LinkedEvent");
        linked.put("id", SYSTEM + ":" + event.id());
        Source source = told.source();
        linked.put("data_source", source == null ? SYSTEM : source.system());
        linked.put("origin_id", source == null ? null : source.id());
        linked.put("publisher", SYSTEM + ":" + found.municipality());
        linked.put("type_id", "General");
        linked.put("name", texts(details.title()));
        linked.put("short_description", texts(details.theme()));
        linked.put("description", texts(details.description()));
        linked.put("start_time", details.schedule().startsAt().toString());
        linked.put("end_time", details.schedule().endsAt().toString());
        linked.put("has_start_time", true);
        linked.put("has_end_time", true);
        linked.put("event_status", status(event));
        linked.put("publication_status", "public");
        linked.put("deleted", false);
        EventId umbrella = told.belonging().partOf();
        linked.put(
                "super_event",
                umbrella == null ? null : Map.of("@id", api + "/event/" + umbrella + "/"));
        linked.put("super_event_type", umbrellas.contains(event.id()) ? "umbrella" : null);
        linked.put("sub_events", List.of());
        linked.put("location", place(details.venue(), event.id(), api));
        linked.put("location_extra_info", texts(details.venue().room()));
        linked.put("environment", environment(told.attendance()));
        linked.put(
                "keywords",
                source == null ? List.of() : LinkedKeywords.tell(source.keywords(), api));
        linked.put("audience", LinkedAudience.tell(told.audience()));
        linked.put(
                "in_language",
                Stream.of(Language.values())
                        .filter(language -> details.title().get(language) != null)
                        .map(language -> Map.of("@id", api + "/language/" + language.code() + "/"))
                        .toList());
        linked.put("provider", provider(told));
        linked.put("info_url", everywhere(pages.of(found.municipality(), event.id())));
        linked.put("offers", List.of(Map.of("is_free", true)));
        linked.put("external_links", links(told.attendance()));
        linked.put("images", List.of());
        linked.put("created_time", null);
        linked.put(
                "last_modified_time",
                event.standing().changedAt() == null
                        ? null
                        : event.standing().changedAt().toString());
        if (told.enrolment().isHere()) {
            Minimum minimum = told.minimum();
            linked.put("enrolment_end_time", details.schedule().registrationDeadline().toString());
            linked.put("minimum_attendee_capacity", minimum == null ? null : minimum.atLeast());
            linked.put("maximum_attendee_capacity", event.seating().capacity());
            linked.put("remaining_attendee_capacity", event.seating().free());
        }
        return linked;
    }

    private static String status(Event event) {
        if (event instanceof Event.Cancelled) {
            return "EventCancelled";
        }
        if (event.standing().phase() == Standing.Phase.POSTPONED) {
            return "EventPostponed";
        }
        return event.standing().previousStartsAt() == null ? "EventScheduled" : "EventRescheduled";
    }

    private static String environment(Attendance attendance) {
        return switch (attendance.mode()) {
            case IN_PERSON -> "in";
            case ONLINE -> "online";
            case HYBRID -> "hybrid";
        };
    }

    private static Map<String, @Nullable Object> place(Venue venue, EventId event, String api) {
        Map<String, @Nullable Object> place = new LinkedHashMap<>();
        place.put("@id", api + "/place/" + event + "/");
        place.put("@type", "Place");
        place.put("id", SYSTEM + ":place:" + event);
        place.put("name", texts(venue.name()));
        place.put(
                "street_address",
                venue.streetAddress() == null ? null : everywhere(venue.streetAddress()));
        Position position = venue.position();
        place.put(
                "position",
                position == null
                        ? null
                        : Map.of(
                                "type",
                                "Point",
                                "coordinates",
                                List.of(position.longitude(), position.latitude())));
        return place;
    }

    private static @Nullable Map<String, String> provider(Particulars told) {
        if (told.organisers().isEmpty()) {
            return null;
        }
        return everywhere(
                told.organisers().stream()
                        .map(each -> each.name().in(Language.FI).text())
                        .collect(Collectors.joining(", ")));
    }

    private static List<Map<String, String>> links(Attendance attendance) {
        List<Map<String, String>> links = new ArrayList<>();
        attendance
                .publicAddress()
                .ifPresent(
                        address ->
                                links.add(
                                        Map.of(
                                                "name",
                                                "online",
                                                "link",
                                                address.toString(),
                                                "language",
                                                Language.FI.code())));
        return links;
    }

    private static Map<String, String> everywhere(String text) {
        return Map.of(Language.FI.code(), text);
    }

    static @Nullable Map<String, String> texts(@Nullable LocalizedText text) {
        if (text == null) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String told = text.get(language);
            if (told != null) {
                texts.put(language.code(), told);
            }
        }
        return texts;
    }
}
