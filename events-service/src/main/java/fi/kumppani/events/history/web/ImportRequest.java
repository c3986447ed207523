package fi.kumppani.events.history.web;

import fi.kumppani.events.seating.SeatRules;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Past events, at most 100.
 *
 * @param events each with a key of its own
 */
record ImportRequest(
        @NotNull @Size(min = 1, max = MOST_ROWS) List<@NotNull @Valid EventRow> events) {

    static final int MOST_ROWS = 100;
    static final int MOST_REGISTRATIONS = 10_000;

    /**
     * A past event.
     *
     * @param key stable at its source: the same key again is the same event
     * @param registrationDeadline the start when absent
     * @param capacity as many as registered when absent
     * @param registrations how many registered; nobody when absent
     * @param seriesId the series it was of
     */
    record EventRow(
            @NotNull @Pattern(regexp = "[A-Za-z0-9._:/-]{1,100}") String key,
            @NotNull LocalizedText title,
            @Nullable LocalizedText theme,
            @Nullable LocalizedText description,
            @NotNull @Valid VenueRow venue,
            @Nullable Instant coffeeFrom,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @Nullable Instant registrationDeadline,
            @Nullable @Min(1) @Max(SeatRules.MOST_SEATS) Integer capacity,
            @Nullable @Min(0) @Max(MOST_REGISTRATIONS) Integer registrations,
            @Nullable @Size(min = 1, max = 100) String seriesId) {}

    /** Where it was held. */
    record VenueRow(
            @NotNull LocalizedText name,
            @Nullable @Size(min = 1, max = 200) String streetAddress) {}
}
