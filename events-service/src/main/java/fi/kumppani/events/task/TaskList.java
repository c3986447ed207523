package fi.kumppani.events.task;

import java.util.List;
import java.util.Optional;

/**
 * The tasks of an event, in the order they are told.
 *
 * @param version counts its changes; 0 as long as nobody has written one
 */
public record TaskList(long version, List<Task> tasks) {

    /** Nothing to do. */
    public static final TaskList EMPTY = new TaskList(0, List.of());

    /** Copies the list. */
    public TaskList {
        tasks = List.copyOf(tasks);
    }

    /** The task with this id. */
    public Optional<Task> task(String id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }
}
