package fi.kumppani.contracts.events;

import fi.kumppani.contracts.LocalizedTexts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

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
 * @param status {@code published}, {@code postponed} (its times are those of before), {@code
 *     archived} or {@code cancelled}
 * @param imported whether it came with an import, of which nobody is mailed
 * @param attendance {@code in-person}, {@code online} or {@code hybrid}; absent in messages of old,
 *     which were in person
 * @param previousStartsAt the start announced before this one, if it has moved
 * @param seriesId the series it continues
 * @param partOf the umbrella event it is a part of
 * @param networkId the network that meets
 * @param region two digits of the region (maakunta) when it is meant for all of it
 * @param coOrganisers codes of the other municipalities that hold it too; absent for none
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
        boolean imported,
        @Nullable String attendance,
        @Nullable Instant previousStartsAt,
        @Nullable String seriesId,
        @Nullable String partOf,
        @Nullable String networkId,
        @Nullable String region,
        @Nullable List<String> coOrganisers) {

    /** An event in person that is part of nothing. */
    public Event(
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
        this(
                id,
                title,
                theme,
                venue,
                coffeeFrom,
                startsAt,
                endsAt,
                registrationDeadline,
                capacity,
                status,
                imported,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * A place open to the public.
     *
     * @param name the house and the room
     * @param streetAddress the house's address
     */
    public record Venue(LocalizedTexts name, @Nullable String streetAddress) {}
}
