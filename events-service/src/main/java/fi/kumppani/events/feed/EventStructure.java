package fi.kumppani.events.feed;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Situation;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as search engines read them: schema.org's Event. A cancelled or postponed event keeps its
 * original times, and one that moved tells the time before.
 */
public final class EventStructure {

    private static final String SCHEMA = "https://schema.org/";

    private final EventPages pages;
    private final Language language;

    /**
     * @param pages where people read about the events
     * @param language of the reader
     */
    public EventStructure(EventPages pages, Language language) {
        this.pages = pages;
        this.language = language;
    }

    /** The event as a JSON-LD object. */
    public Map<String, Object> of(Found found, Instant now) {
        Event event = found.event();
        EventDetails details = event.details();
        String page = pages.of(found.municipality(), event.id());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("@context", "https://schema.org");
        told.put("@type", "Event");
        told.put("@id", page);
        told.put("url", page);
        told.put("name", text(details.title()));
        told.put("inLanguage", details.title().in(language).lang().code());
        LocalizedText about =
                details.description() == null ? details.theme() : details.description();
        if (about != null) {
            told.put("description", text(about));
        }
        told.put("startDate", details.schedule().startsAt().toString());
        told.put("endDate", details.schedule().endsAt().toString());
        if (details.particulars().doorsFrom() != null) {
            told.put("doorTime", details.particulars().doorsFrom().toString());
        }
        told.put("eventStatus", SCHEMA + status(event));
        if (status(event).equals("EventRescheduled")
                && event.standing().previousStartsAt() != null) {
            told.put("previousStartDate", event.standing().previousStartsAt().toString());
        }
        Attendance attendance = details.particulars().attendance();
        told.put("eventAttendanceMode", SCHEMA + mode(attendance.mode()));
        told.put("location", location(details, attendance, page));
        told.put("isAccessibleForFree", true);
        if (details.particulars().enrolment().isHere()) {
            told.put("maximumAttendeeCapacity", event.seating().capacity());
            told.put("remainingAttendeeCapacity", event.seating().free());
            told.put("offers", offer(page, Situation.of(event, now)));
        }
        List<Map<String, Object>> organisers = new ArrayList<>();
        details.particulars()
                .organisers()
                .forEach(
                        each ->
                                organisers.add(
                                        Map.of(
                                                "@type",
                                                "Organization",
                                                "name",
                                                text(each.name()))));
        if (!organisers.isEmpty()) {
            told.put("organizer", organisers);
        }
        return told;
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

    private static String mode(Attendance.Mode mode) {
        return switch (mode) {
            case IN_PERSON -> "OfflineEventAttendanceMode";
            case ONLINE -> "OnlineEventAttendanceMode";
            case HYBRID -> "MixedEventAttendanceMode";
        };
    }

    private Object location(EventDetails details, Attendance attendance, String page) {
        String online = attendance.publicAddress().map(URI::toString).orElse(page);
        Map<String, Object> virtual = Map.of("@type", "VirtualLocation", "url", online);
        return switch (attendance.mode()) {
            case IN_PERSON -> place(details.venue());
            case ONLINE -> virtual;
            case HYBRID -> List.of(place(details.venue()), virtual);
        };
    }

    private Map<String, Object> place(Venue venue) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("@type", "Place");
        place.put("name", text(venue.name()));
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        if (venue.streetAddress() != null) {
            address.put("streetAddress", venue.streetAddress());
        }
        address.put("addressCountry", "FI");
        place.put("address", address);
        Position position = venue.position();
        if (position != null) {
            place.put(
                    "geo",
                    Map.of(
                            "@type",
                            "GeoCoordinates",
                            "latitude",
                            position.latitude(),
                            "longitude",
                            position.longitude()));
        }
        return place;
    }

    private static Map<String, Object> offer(String page, Situation situation) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("url", page);
        offer.put("price", "0");
        offer.put("priceCurrency", "EUR");
        offer.put("availability", SCHEMA + (situation == Situation.OPEN ? "InStock" : "SoldOut"));
        return offer;
    }

    private String text(LocalizedText text) {
        return text.in(language).text();
    }
}
