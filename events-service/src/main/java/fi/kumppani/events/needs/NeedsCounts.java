package fi.kumppani.events.needs;

import fi.kumppani.events.event.EventId;

import java.util.Optional;

/** What stays of needs that were erased, for the events of the current municipality. */
public interface NeedsCounts {

    /** Keeps a count, unless there is one. */
    void keep(EventId event, NeedsCount count);

    /** The count that was kept. */
    Optional<NeedsCount> of(EventId event);
}
