package fi.kumppani.events.door;

import fi.kumppani.events.event.EventId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The doors of the events of the current municipality. */
public interface Doors {

    /** The door of an event; empty as long as nobody has come. */
    Door of(EventId event);

    /** What is known of the arrival of some registrations; those nobody came of are left out. */
    Map<Long, Arrival> arrivals(EventId event, Collection<Long> numbers);

    /**
     * What was noted at the door of an event, by whom; oldest first.
     *
     * @param after only lines behind this position; empty for the beginning
     * @param limit the most to give, at least 1
     */
    List<KeptLine> journal(EventId event, String after, int limit);

    /**
     * Has something decided about the door of an event that is there, in order with everything else
     * about it. Nothing is answered before it is kept; what is kept after the result was declared
     * declares it anew.
     *
     * @param decide asked perhaps several times, each time on what is true then
     */
    <R> R decide(EventId event, Function<DoorDesk, R> decide);
}
