package fi.kumppani.events.event;

/** Those who wait for a seat, as far as an event needs them: free seats are theirs. */
public interface WaitingList {

    /** Gives every free seat of the event to the first in line; again does no harm. */
    void fill(EventId id);
}
