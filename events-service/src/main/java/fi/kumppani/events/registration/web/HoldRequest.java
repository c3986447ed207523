package fi.kumppani.events.registration.web;

import fi.kumppani.events.seating.Party;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * For how many seats are to be held.
 *
 * @param seats 1 when absent
 * @param quota the quota they count in, when the event has quotas
 */
record HoldRequest(
        @Nullable @Min(1) @Max(50) Integer seats, @Nullable @Size(max = 40) String quota) {

    Party party() {
        return new Party(Objects.requireNonNullElse(seats, 1), quota);
    }
}
