package fi.kumppani.contracts.events;

import fi.kumppani.contracts.LocalizedTexts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The public state of a gathering people register for (tapahtuma).
 *
 * @param id UUIDv7
 * @param title its title
 * @param theme what it is about
 * @param venue where it is held
 * @param coffeeFrom when coffee is served, if it is
 * @param startsAt when it starts
 * @param endsAt when it ends
 * @param registrationDeadline until when one may register
 * @param capacity seats; at least 1
 * @param status {@code published} or {@code cancelled}
 * @param imported whether it came with an import of history, of which nobody is mailed
 */
public record Event(
        String id,
        LocalizedTexts title,
        @Nullable LocalizedTexts theme,
        Venue venue,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        Instant registrationDeadline,
        int capacity,
        String status,
        boolean imported) {

    /**
     * A place open to the public.
     *
     * @param name the house and the room
     * @param streetAddress the house's address
     */
    public record Venue(LocalizedTexts name, @Nullable String streetAddress) {}
}
