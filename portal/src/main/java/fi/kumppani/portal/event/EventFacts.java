package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A public event, as events-service tells it.
 *
 * @param id its id
 * @param status {@code published}, {@code postponed}, {@code archived} or {@code cancelled}
 * @param situation how it stands now, its seats and the clock considered, such as {@code full}
 * @param title its title
 * @param theme what it is about
 * @param description what will happen, in more words
 * @param venue where it is held
 * @param doorsFrom when one may come in
 * @param coffeeFrom when coffee is served, if it is
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param previousStartsAt the start announced before this one, if it has moved
 * @param registrationDeadline the last moment to register
 * @param open whether one may register now
 * @param seats how many there are and who waits; none where one does not register here
 * @param registration by what rules people register; none where one does not register here
 * @param programme what happens in which order
 * @param attendance on the spot, online or either
 * @param audience whom it is meant for, as codes; nobody in particular when empty
 * @param areas the areas it is meant for
 * @param organisers who holds it together with the municipality
 * @param seriesId the series it is of
 * @param partOf the umbrella it is a part of
 * @param region two digits of the region when it is meant for all of it
 * @param minimum how many must come
 * @param enrolment where one registers
 * @param cancellationReason why it will not be held
 * @param postponementReason why it will be held some other time
 * @param onlyWithSeries whether one registers only for the whole series, where that is told
 * @param municipality whose it is, where that is told: lists hold what others hold together with
 *     the municipality, too
 */
public record EventFacts(
        String id,
        String status,
        @Nullable String situation,
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        @Nullable Venue venue,
        @Nullable Instant doorsFrom,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant previousStartsAt,
        @Nullable Instant registrationDeadline,
        boolean open,
        @Nullable Seats seats,
        @Nullable RulesFacts registration,
        List<Item> programme,
        @Nullable Attendance attendance,
        List<String> audience,
        List<Area> areas,
        List<Organiser> organisers,
        @Nullable String seriesId,
        @Nullable String partOf,
        @Nullable String region,
        @Nullable Minimum minimum,
        @Nullable Enrolment enrolment,
        @Nullable LocalizedText cancellationReason,
        @Nullable LocalizedText postponementReason,
        @Nullable Boolean onlyWithSeries,
        @Nullable String municipality) {

    private static final ParameterizedTypeReference<Listing<EventFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Takes what is not told for nothing. */
    public EventFacts {
        programme = programme == null ? List.of() : List.copyOf(programme);
        audience = audience == null ? List.of() : List.copyOf(audience);
        areas = areas == null ? List.of() : List.copyOf(areas);
        organisers = organisers == null ? List.of() : List.copyOf(organisers);
    }

    /**
     * Where it is held.
     *
     * @param name the house, perhaps with the room
     * @param streetAddress the house's address
     * @param room the room, when it is told apart from the house
     * @param accessibility what is known of getting in and taking part, as codes
     * @param position where the house is
     */
    public record Venue(
            LocalizedText name,
            @Nullable String streetAddress,
            @Nullable LocalizedText room,
            List<String> accessibility,
            @Nullable Position position) {

        /** Takes what is not told for nothing. */
        public Venue {
            accessibility = accessibility == null ? List.of() : List.copyOf(accessibility);
        }
    }

    /** Degrees in WGS84. */
    public record Position(double latitude, double longitude) {}

    /**
     * Its seats.
     *
     * @param capacity how many there are
     * @param free seats nobody has; they go to those who wait, if anybody does
     * @param waiting how many people wait
     * @param confirmed how many people have one, where that is told
     */
    public record Seats(int capacity, int free, long waiting, @Nullable Integer confirmed) {}

    /** Something on the programme. */
    public record Item(@Nullable Instant startsAt, LocalizedText text) {}

    /**
     * How one takes part.
     *
     * @param mode {@code in-person}, {@code online} or {@code hybrid}
     * @param onlineAddress where to join, when everybody may know
     */
    public record Attendance(String mode, @Nullable URI onlineAddress) {}

    /** An area by name. */
    public record Area(LocalizedText name) {}

    /**
     * Who holds it too.
     *
     * @param municipality its code, when it is one
     */
    public record Organiser(LocalizedText name, @Nullable String municipality) {}

    /**
     * How many must come.
     *
     * @param decidedAt when it is decided whether the event is held
     * @param assured whether enough come
     */
    public record Minimum(int atLeast, Instant decidedAt, boolean assured) {}

    /**
     * Where one registers.
     *
     * @param place {@code here}, {@code elsewhere} or {@code nowhere}
     * @param address the form elsewhere
     */
    public record Enrolment(String place, @Nullable URI address) {}

    /** Asks for one event. */
    public static Question<EventFacts> one(String municipality, String id) {
        return Question.get(
                Backend.EVENTS,
                EventFacts.class,
                "/v1/municipalities/{municipality}/events/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Asks for the events of a municipality, the next to come first, without parts of others. */
    public static Question<Listing<EventFacts>> upcoming(String municipality, int most) {
        return Question.list(
                Backend.EVENTS,
                LISTING,
                "/v1/municipalities/{municipality}/events?parts=false&limit={limit}",
                Map.of("municipality", municipality, "limit", most));
    }

    /**
     * Asks for the events of a municipality that fit, the next to come first.
     *
     * @param cursor where an earlier page said that this one begins; empty for the beginning
     */
    static Question<Listing<EventFacts>> found(
            String municipality,
            String text,
            String area,
            String from,
            String to,
            String cursor,
            int most) {
        return Question.page(
                Backend.EVENTS,
                LISTING,
                "/v1/municipalities/{municipality}/events"
                        + "?parts=false&text={text}&area={area}&from={from}&to={to}",
                Map.of(
                        "municipality",
                        municipality,
                        "text",
                        text,
                        "area",
                        area,
                        "from",
                        from,
                        "to",
                        to),
                cursor,
                most);
    }

    /** Asks for the parts of an umbrella. */
    static Question<Listing<EventFacts>> parts(String municipality, String umbrella) {
        return Question.list(
                Backend.EVENTS,
                LISTING,
                "/v1/municipalities/{municipality}/events/{id}/parts",
                Map.of("municipality", municipality, "id", umbrella));
    }

    /** Whether it will not be held. */
    public boolean isCancelled() {
        return status.equals("cancelled");
    }

    /** Whose it is: the one told, else the one asked. */
    public String owner(String asked) {
        return Objects.requireNonNullElse(municipality, asked);
    }
}
