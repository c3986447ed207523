package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What those who registered need, kept apart from their registrations. */
public interface KeptNeeds {

    /**
     * What they answered, by number and by the id of the question; those who need nothing are left
     * out.
     */
    Map<Long, Map<String, List<String>>> of(EventId event, Collection<Long> numbers);
}
