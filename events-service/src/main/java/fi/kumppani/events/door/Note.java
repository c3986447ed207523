package fi.kumppani.events.door;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something noted at the door, perhaps while the network was gone.
 *
 * @param id made by whoever noted it; the same note sent again is known by it
 * @param at when, by the clock of the device: it decides which of two arrivals is told to be the
 *     first, and nothing else
 * @param what was noted
 */
public record Note(String id, Instant at, What what) {

    /** What can be noted. */
    public sealed interface What {}

    /**
     * People came who are registered.
     *
     * @param number of the registration
     * @param people how many of the party have come by now; null for all of them
     * @param category as what; null when nobody said
     */
    public record Came(long number, @Nullable Integer people, @Nullable Category category)
            implements What {}

    /**
     * People came who are not registered, or did not say so.
     *
     * @param people at least 1
     */
    public record WalkedIn(Category category, int people) implements What {}

    /**
     * Another note was a mistake.
     *
     * @param note its id, also when it has not been heard of yet
     */
    public record TakenBack(String note) implements What {}
}
