package fi.kumppani.events.task;

import fi.kumppani.events.event.EventId;

import java.util.List;
import java.util.Optional;

/** The tasks of the events of the current municipality. */
public interface TaskLists {

    /** The tasks of an event; empty when nobody has written any. */
    TaskList of(EventId event);

    /**
     * Keeps the tasks of an event.
     *
     * @param version the one that was read
     * @return empty when somebody else changed them first
     */
    Optional<TaskList> keep(EventId event, List<Task> tasks, long version);
}
