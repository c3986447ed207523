package fi.kumppani.events.task;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.task.Task.Taker;
import fi.kumppani.kit.ids.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coordinators say what is to be done at an event, who has taken it, and what is done. */
@Service
public class KeepTasks {

    private final Events events;
    private final TaskLists lists;
    private final Ids ids;

    KeepTasks(Events events, TaskLists lists, Ids ids) {
        this.events = events;
        this.lists = lists;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The tasks as they are now. */
        record Kept(TaskList list) implements Outcome {}

        /** Somebody else changed them first. */
        record Stale() implements Outcome {}

        /** A task that was named is not there. */
        record UnknownTask(String id) implements Outcome {}
    }

    /**
     * A task as it is written.
     *
     * @param id of the task it is; null for a new one
     * @param task what it is; its id does not count
     */
    public record Written(@Nullable String id, Task task) {}

    /**
     * The tasks of an event.
     *
     * @param draftsToo whether those of a draft may be seen
     * @return empty when there is no such event
     */
    public Optional<TaskList> of(EventId event, boolean draftsToo) {
        return events.find(event)
                .filter(found -> draftsToo || !(found instanceof Event.Draft))
                .map(_ -> lists.of(event));
    }

    /**
     * Writes all tasks of an event anew; those that are left out are gone.
     *
     * @param version the one that was read; 0 for the first time
     * @return empty when there is no such event
     */
    public Optional<Outcome> write(EventId event, List<Written> written, long version) {
        return events.find(event).map(_ -> keep(event, written, version));
    }

    private Outcome keep(EventId event, List<Written> written, long version) {
        TaskList before = lists.of(event);
        if (before.version() != version) {
            return new Outcome.Stale();
        }
        List<Task> tasks = new ArrayList<>();
        for (Written each : written) {
            String id = each.id();
            if (id != null && before.task(id).isEmpty()) {
                return new Outcome.UnknownTask(id);
            }
            Task task = each.task();
            tasks.add(
                    new Task(
                            id == null ? ids.next() : id,
                            task.title(),
                            task.details(),
                            task.area(),
                            task.materials(),
                            task.taker(),
                            task.done()));
        }
        return kept(lists.keep(event, tasks, version));
    }

    /**
     * Notes who does a task and whether it is done.
     *
     * @param version of the list that was read
     * @return empty when there is no such event
     */
    public Optional<Outcome> progress(
            EventId event, String task, @Nullable Taker taker, boolean done, long version) {
        return events.find(event).map(_ -> note(event, task, taker, done, version));
    }

    private Outcome note(
            EventId event, String task, @Nullable Taker taker, boolean done, long version) {
        TaskList before = lists.of(event);
        if (before.task(task).isEmpty()) {
            return new Outcome.UnknownTask(task);
        }
        if (before.version() != version) {
            return new Outcome.Stale();
        }
        return kept(
                lists.keep(
                        event,
                        before.tasks().stream()
                                .map(
                                        each ->
                                                each.id().equals(task)
                                                        ? each.standing(taker, done)
                                                        : each)
                                .toList(),
                        version));
    }

    private static Outcome kept(Optional<TaskList> list) {
        return list.<Outcome>map(Outcome.Kept::new).orElseGet(Outcome.Stale::new);
    }
}
