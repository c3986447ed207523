package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Audience;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.Keyword;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Source;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.event.WrittenEvent;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads an event as Linked Events tells it. Strict about the fields it uses: of the wrong kind, or
 * with a word it does not know, the event is refused and the field named. Fields it does not use
 * are left alone, and what is missing or blanked out at the source is left out: without a place the
 * venue is said to be told there, without an end the event takes an hour, without a time of day it
 * takes the day.
 */
public final class LinkedEventReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@/-]{1,150}");
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_KEYWORDS = 100;
    private static final String UNNAMED = "linked-events";
    private static final LocalizedText PLACE_ELSEWHERE =
            new LocalizedText(
                    "Paikka kerrotaan tapahtuman omalla sivulla",
                    "Platsen anges på evenemangets egen sida",
                    "The place is told on the event's own page");

    private final Map<String, @Nullable Object> event;
    private final FieldErrors errors;

    private LinkedEventReader(Map<String, @Nullable Object> event, FieldErrors errors) {
        this.event = event;
        this.errors = errors;
    }

    /**
     * The event, if it can be read; what cannot is noted under the name of its field.
     *
     * @param event a Linked Events object: texts, numbers, booleans, lists and maps
     */
    public static Optional<LinkedRow> read(
            Map<String, @Nullable Object> event, FieldErrors errors) {
        FieldErrors own = new FieldErrors();
        Optional<LinkedRow> row = new LinkedEventReader(event, own).row();
        own.all().forEach(error -> errors.add(error.field(), error.code(), error.message()));
        return own.isEmpty() ? row : Optional.empty();
    }

    private Optional<LinkedRow> row() {
        String id = id();
        String system = Objects.requireNonNullElse(text("data_source"), UNNAMED);
        LocalizedText title = texts("name", LONGEST_TITLE);
        if (title == null) {
            errors.add("name", "required", "A name in fi, sv or en");
        }
        if (!"public".equals(Objects.requireNonNullElse(text("publication_status"), "public"))) {
            errors.add("publication_status", "not-public", "Only what is public is taken");
        }
        Instant start = start();
        Instant end = start == null ? null : end(start);
        LinkedRow.Status status = status();
        Venue venue = venue();
        Attendance attendance = attendance();
        Set<Audience> audience = audience();
        URI page = page();
        List<Keyword> keywords = keywords();
        String umbrella = umbrella(id);
        LocalizedText summary = texts("short_description", LONGEST_TEXT);
        LocalizedText description = texts("description", LONGEST_TEXT);
        if (title == null || start == null || end == null || id == null || status == null) {
            return Optional.empty();
        }
        LocalizedText theme = shorter(summary);
        LocalizedText longer = description == null && theme == null ? summary : description;
        if (theme == null) {
            theme = LinkedKeywords.theme(keywords);
        }
        Particulars told =
                new Particulars(
                        null,
                        List.of(),
                        attendance,
                        audience,
                        List.of(),
                        List.of(),
                        Belonging.NONE,
                        null,
                        page == null
                                ? new Enrolment(Enrolment.Place.NOWHERE, null)
                                : new Enrolment(Enrolment.Place.ELSEWHERE, page),
                        new Source(system, id, page, hash(event), keywords, umbrella));
        return new WrittenEvent(
                        title,
                        theme,
                        longer,
                        venue.name(),
                        venue.streetAddress(),
                        null,
                        start,
                        end,
                        start)
                .read(errors)
                .map(details -> new LinkedRow(withAll(details, venue, told), status, null));
    }

    private static EventDetails withAll(EventDetails details, Venue venue, Particulars told) {
        return details.with(venue, told);
    }

    private @Nullable String id() {
        String id = text("id");
        if (id == null || !ID.matcher(id).matches()) {
            errors.add("id", "required", "The event's id at its source, at most 150 characters");
            return null;
        }
        return id;
    }

    private @Nullable Instant start() {
        String written = text("start_time");
        if (written == null) {
            errors.add("start_time", "required", "When it starts; an event without has no place");
            return null;
        }
        return time("start_time", written, flag("has_start_time", true));
    }

    private @Nullable Instant end(Instant start) {
        String written = text("end_time");
        boolean timed = flag("has_end_time", true) && flag("has_start_time", true);
        Instant end =
                written == null
                        ? (timed ? start.plus(Duration.ofHours(1)) : dayAfter(start))
                        : time("end_time", written, timed);
        if (end == null) {
            return null;
        }
        if (!end.isAfter(start)) {
            if (timed) {
                errors.add("end_time", "not-after-start", "After start_time");
                return null;
            }
            return dayAfter(start);
        }
        return end;
    }

    private static Instant dayAfter(Instant start) {
        return start.atZone(FinnishTime.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(FinnishTime.ZONE)
                .toInstant();
    }

    /** An instant; where only the day counts, its beginning in Helsinki. */
    private @Nullable Instant time(String field, String written, boolean timed) {
        try {
            if (written.length() == "2026-01-12".length()) {
                return LocalDate.parse(written).atStartOfDay(FinnishTime.ZONE).toInstant();
            }
            Instant instant = OffsetDateTime.parse(written).toInstant();
            return timed
                    ? instant
                    : instant.atZone(FinnishTime.ZONE)
                            .toLocalDate()
                            .atStartOfDay(FinnishTime.ZONE)
                            .toInstant();
        } catch (DateTimeException e) {
            errors.add(field, "malformed", "A day, or a time with its offset (ISO 8601)");
            return null;
        }
    }

    private LinkedRow.@Nullable Status status() {
        if (flag("deleted", false)) {
            return LinkedRow.Status.CANCELLED;
        }
        return switch (Objects.requireNonNullElse(text("event_status"), "EventScheduled")) {
            case "EventScheduled", "EventRescheduled" -> LinkedRow.Status.SCHEDULED;
            case "EventPostponed" -> LinkedRow.Status.POSTPONED;
            case "EventCancelled" -> LinkedRow.Status.CANCELLED;
            default -> {
                errors.add("event_status", "unknown", "An eventStatus of schema.org");
                yield null;
            }
        };
    }

    private Venue venue() {
        Map<String, @Nullable Object> place = object(event, "location", "location");
        LocalizedText name = place == null ? null : texts(place, "location.name", "name", 200);
        LocalizedText street =
                place == null
                        ? null
                        : texts(place, "location.street_address", "street_address", 200);
        LocalizedText room = texts("location_extra_info", LONGEST_TEXT);
        return new Venue(
                Objects.requireNonNullElse(name, PLACE_ELSEWHERE),
                street == null ? null : street.in(Language.FI).text(),
                shorter(room),
                Set.of(),
                place == null ? null : position(place));
    }

    private @Nullable Position position(Map<String, @Nullable Object> place) {
        Map<String, @Nullable Object> point = object(place, "position", "location.position");
        if (point == null) {
            return null;
        }
        if (point.get("coordinates") instanceof List<?> degrees
                && degrees.size() == 2
                && degrees.get(0) instanceof Number east
                && degrees.get(1) instanceof Number north
                && Position.isOnEarth(north.doubleValue(), east.doubleValue())) {
            return new Position(north.doubleValue(), east.doubleValue());
        }
        errors.add("location.position", "malformed", "A GeoJSON point in WGS84");
        return null;
    }

    private Attendance attendance() {
        Map<String, @Nullable Object> place = object(event, "location", "location");
        Object id = place == null ? null : place.get("id");
        return id instanceof String text && text.endsWith(":internet")
                ? new Attendance(Attendance.Mode.ONLINE, null, false)
                : Attendance.IN_PERSON;
    }

    /** Whom it is meant for, as far as there is a word for them here. */
    private Set<Audience> audience() {
        return switch (event.get("audience")) {
            case null -> Set.of();
            case List<?> keywords -> {
                Set<Audience> audience = EnumSet.noneOf(Audience.class);
                for (Object keyword : keywords) {
                    if (keyword instanceof Map<?, ?> told && told.get("@id") instanceof String id) {
                        LinkedAudience.read(id).ifPresent(audience::add);
                    } else {
                        errors.add("audience", "malformed", "Objects with an @id");
                    }
                }
                yield audience;
            }
            default -> {
                errors.add("audience", "malformed", "A list");
                yield Set.of();
            }
        };
    }

    /** What it is about, each keyword with its names where they are told in place. */
    private List<Keyword> keywords() {
        return switch (event.get("keywords")) {
            case null -> List.of();
            case List<?> told when told.size() <= MOST_KEYWORDS -> {
                Map<String, Keyword> keywords = new LinkedHashMap<>();
                for (Object each : told) {
                    keyword(each).ifPresent(found -> keywords.putIfAbsent(found.id(), found));
                }
                yield List.copyOf(keywords.values());
            }
            case List<?> _ -> {
                errors.add("keywords", "size", "At most " + MOST_KEYWORDS);
                yield List.of();
            }
            default -> {
                errors.add("keywords", "malformed", "A list");
                yield List.of();
            }
        };
    }

    private Optional<Keyword> keyword(@Nullable Object told) {
        Map<?, ?> object = told instanceof Map<?, ?> map ? map : Map.of();
        String id = reference(object);
        if (id == null) {
            errors.add("keywords", "malformed", "Objects with an @id or an id");
            return Optional.empty();
        }
        Map<String, @Nullable Object> keyword = new TreeMap<>();
        object.forEach((key, value) -> keyword.put(String.valueOf(key), value));
        return Optional.of(new Keyword(id, texts(keyword, "keywords.name", "name", LONGEST_TITLE)));
    }

    /** The event it is a part of, by its id at the source. */
    private @Nullable String umbrella(@Nullable String own) {
        Map<String, @Nullable Object> above = object(event, "super_event", "super_event");
        if (above == null) {
            return null;
        }
        String id = reference(above);
        if (id == null) {
            errors.add("super_event", "malformed", "An object with an @id or an id");
            return null;
        }
        return id.equals(own) ? null : id;
    }

    /** The id of what is referred to: told, or the end of its address. */
    private static @Nullable String reference(Map<?, ?> told) {
        if (told.get("id") instanceof String id && ID.matcher(id).matches()) {
            return id;
        }
        if (!(told.get("@id") instanceof String address)) {
            return null;
        }
        String whole = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        String end = whole.substring(whole.lastIndexOf('/') + 1);
        return ID.matcher(end).matches() ? end : null;
    }

    private @Nullable URI page() {
        LocalizedText pages = texts("info_url", 2000);
        if (pages == null) {
            return null;
        }
        try {
            URI page = new URI(pages.in(Language.FI).text());
            return "https".equals(page.getScheme()) && page.getHost() != null ? page : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private @Nullable String text(String field) {
        return switch (event.get(field)) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip();
            default -> {
                errors.add(field, "malformed", "A text");
                yield null;
            }
        };
    }

    private boolean flag(String field, boolean absent) {
        return switch (event.get(field)) {
            case null -> absent;
            case Boolean flag -> flag;
            default -> {
                errors.add(field, "malformed", "true or false");
                yield absent;
            }
        };
    }

    private @Nullable LocalizedText texts(String field, int most) {
        return texts(event, field, field, most);
    }

    private @Nullable LocalizedText texts(
            Map<String, @Nullable Object> holder, String path, String field, int most) {
        Map<String, @Nullable Object> texts = object(holder, field, path);
        if (texts == null) {
            return null;
        }
        Map<Language, String> told = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Object text = texts.get(language.code());
            if (text == null && language == Language.SV) {
                // The specification of 6Aika calls Swedish se in places.
                text = texts.get("se");
            }
            if (text instanceof String given) {
                String plain = plain(given);
                if (plain.length() > most) {
                    errors.add(path + "." + language.code(), "size", "At most " + most);
                } else if (!plain.isEmpty()) {
                    told.put(language, plain);
                }
            } else if (text != null) {
                errors.add(path + "." + language.code(), "malformed", "A text");
            }
        }
        return told.isEmpty()
                ? null
                : new LocalizedText(
                        told.get(Language.FI), told.get(Language.SV), told.get(Language.EN));
    }

    private @Nullable Map<String, @Nullable Object> object(
            Map<String, @Nullable Object> holder, String field, String path) {
        return switch (holder.get(field)) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> object = new TreeMap<>();
                map.forEach((key, value) -> object.put(String.valueOf(key), value));
                yield object;
            }
            default -> {
                errors.add(path, "malformed", "An object");
                yield null;
            }
        };
    }

    /** Descriptions there are HTML, here they are plain text. */
    private static String plain(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select("p, li, div").forEach(LinkedEventReader::breakAfter);
        return body.wholeText().replace('\u00a0', ' ').strip();
    }

    private static void breakAfter(Element element) {
        element.after(new TextNode("\n"));
    }

    private static @Nullable LocalizedText shorter(@Nullable LocalizedText text) {
        if (text == null) {
            return null;
        }
        for (Language language : Language.values()) {
            String told = text.get(language);
            if (told != null && told.length() > LONGEST_TITLE) {
                return null;
            }
        }
        return text;
    }

    private static String hash(Map<String, @Nullable Object> event) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            String.valueOf(sorted(event))
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put(String.valueOf(key), sorted(each)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(each -> String.valueOf(sorted(each))).toList();
            case null, default -> value;
        };
    }
}
