package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An event as it is read.
 *
 * @param status {@code draft}, {@code published} or {@code cancelled}
 * @param open whether one may register at this moment
 * @param seats how many, never who
 * @param cancellationReason why it will not be held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        String id,
        String status,
        boolean open,
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        VenueView venue,
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        Instant registrationDeadline,
        SeatsView seats,
        @Nullable LocalizedText cancellationReason,
        boolean imported) {

    /** Where it is held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VenueView(LocalizedText name, @Nullable String streetAddress) {

        static VenueView of(Venue venue) {
            return new VenueView(venue.name(), venue.streetAddress());
        }
    }

    /**
     * The seats.
     *
     * @param free seats nobody has; they go to those who wait, if anybody does
     */
    record SeatsView(int capacity, int confirmed, int free, long waiting) {

        static SeatsView of(Seating seating) {
            return new SeatsView(
                    seating.capacity(), seating.confirmed(), seating.free(), seating.waiting());
        }
    }

    static EventView of(Event event, Instant now) {
        return switch (event) {
            case Event.Draft _ -> of(event, "draft", false, null, false);
            case Event.Published published ->
                    of(
                            event,
                            "published",
                            event.details().schedule().takesRegistrations(now),
                            null,
                            published.imported());
            case Event.Cancelled cancelled ->
                    of(event, "cancelled", false, cancelled.reason(), cancelled.imported());
        };
    }

    private static EventView of(
            Event event,
            String status,
            boolean open,
            @Nullable LocalizedText cancellationReason,
            boolean imported) {
        EventDetails details = event.details();
        Schedule schedule = details.schedule();
        return new EventView(
                event.id().value(),
                status,
                open,
                details.title(),
                details.theme(),
                details.description(),
                VenueView.of(details.venue()),
                schedule.coffeeFrom(),
                schedule.startsAt(),
                schedule.endsAt(),
                schedule.registrationDeadline(),
                SeatsView.of(event.seating()),
                cancellationReason,
                imported);
    }
}
