package fi.kumppani.registry.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something was done to a right, and by whom.
 *
 * @param at to the millisecond
 */
public record Mark(Instant at, Actor by) {

    /** Something done now. */
    public static Mark now(Actor by, Clock clock) {
        return new Mark(clock.instant().truncatedTo(ChronoUnit.MILLIS), by);
    }
}
