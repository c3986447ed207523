package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.Map;

/**
 * A public event, as events-service tells it.
 *
 * @param id its id
 * @param status {@code published} or {@code cancelled}
 * @param title its title
 * @param theme what it is about
 * @param description what will happen, in more words
 * @param venue where it is held
 * @param coffeeFrom when coffee is served, if it is
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param registrationDeadline the last moment to register
 * @param open whether one may register now
 * @param seats how many there are and who waits
 * @param cancellationReason why it will not be held
 * @param municipality whose it is, where that is told: lists hold what others hold together with
 *     the municipality, too
 */
public record EventFacts(
        String id,
        String status,
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        @Nullable Venue venue,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant registrationDeadline,
        boolean open,
        @Nullable Seats seats,
        @Nullable LocalizedText cancellationReason,
        @Nullable String municipality) {

    private static final ParameterizedTypeReference<Listing<EventFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /**
     * Where it is held.
     *
     * @param name the house and the room
     * @param streetAddress the house's address
     */
    public record Venue(LocalizedText name, @Nullable String streetAddress) {}

    /**
     * Its seats.
     *
     * @param capacity how many there are
     * @param free seats nobody has; they go to those who wait, if anybody does
     * @param waiting how many people wait
     */
    public record Seats(int capacity, int free, long waiting) {}

    /** Asks for one event. */
    public static Question<EventFacts> one(String municipality, String id) {
        return Question.get(
                Backend.EVENTS,
                EventFacts.class,
                "/v1/municipalities/{municipality}/events/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Asks for the events of a municipality, the next to come first. */
    public static Question<Listing<EventFacts>> upcoming(String municipality, int most) {
        return Question.list(
                Backend.EVENTS,
                LISTING,
                "/v1/municipalities/{municipality}/events?limit={limit}",
                Map.of("municipality", municipality, "limit", most));
    }

    /** Whether it will not be held. */
    public boolean isCancelled() {
        return status.equals("cancelled");
    }
}
