package fi.kumppani.events.door;

import fi.kumppani.events.event.EventId;

import java.util.Collection;

/** Those of whom it is noted that they came when others have been told already what comes after. */
public interface LateArrivals {

    /**
     * It is noted that these came, perhaps long ago and not for the first time. Said again, it
     * changes nothing.
     */
    void noted(EventId event, Collection<Long> numbers);
}
