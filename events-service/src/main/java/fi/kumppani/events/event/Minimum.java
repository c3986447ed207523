package fi.kumppani.events.event;

import java.time.Instant;

/**
 * How many must come for an event to be held.
 *
 * @param atLeast people with a seat
 * @param decidedAt when it is counted; before the start
 */
public record Minimum(int atLeast, Instant decidedAt) {

    /**
     * @throws IllegalArgumentException when nobody would have to come
     */
    public Minimum {
        if (atLeast < 1) {
            throw new IllegalArgumentException("At least one must come");
        }
    }
}
