package fi.kumppani.events.event.web;

import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.WrittenEvent;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * An event as a coordinator writes it; see {@link WrittenEvent}.
 *
 * @param capacity seats, 1 to 10 000
 */
record EventRequest(
        @NotNull LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        @NotNull @Valid VenueRequest venue,
        @Nullable Instant coffeeFrom,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull Instant registrationDeadline,
        @NotNull @Min(1) @Max(Seating.MOST_SEATS) Integer capacity) {

    /** Where it is held. */
    record VenueRequest(
            @NotNull LocalizedText name,
            @Nullable @Size(min = 1, max = 200) String streetAddress) {}

    /**
     * What is announced.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    EventDetails details() {
        FieldErrors errors = new FieldErrors();
        Optional<EventDetails> details =
                new WrittenEvent(
                                title,
                                theme,
                                description,
                                venue.name(),
                                venue.streetAddress(),
                                coffeeFrom,
                                startsAt,
                                endsAt,
                                registrationDeadline)
                        .read(errors);
        errors.throwIfAny();
        return details.orElseThrow();
    }
}
