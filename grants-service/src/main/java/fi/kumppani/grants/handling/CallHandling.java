package fi.kumppani.grants.handling;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far the applications of a call are handled together.
 *
 * @param entered how many arrivals have their row, in the order of arrival
 * @param closedAt when the review round of all of them was closed; null while it is open
 */
public record CallHandling(int entered, @Nullable Instant closedAt) {

    /** A call of which nothing has arrived. */
    public static final CallHandling BEGINNING = new CallHandling(0, null);

    /** Whether the round of all is closed. */
    public boolean isClosed() {
        return closedAt != null;
    }
}
