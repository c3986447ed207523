package fi.kumppani.events.task.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.task.Task;
import fi.kumppani.events.task.TaskList;
import fi.kumppani.events.task.TaskLists;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One document for the tasks of an event, under the event's id. */
@Component
class StoredTasks implements TaskLists {

    private final AggregateCollection<TasksDocument> collection;

    StoredTasks(AggregateCollections collections) {
        this.collection = collections.collection("event_tasks", TasksDocument.class).open();
    }

    @Override
    public TaskList of(EventId event) {
        return collection.find(event.value()).map(StoredTasks::open).orElse(TaskList.EMPTY);
    }

    @Override
    public Optional<TaskList> keep(EventId event, List<Task> tasks, long version) {
        TasksDocument document = TasksDocument.from(tasks);
        if (version == 0) {
            return collection.insert(event.value(), null, document, List.of())
                            instanceof Insertion.Inserted<TasksDocument>(var stored)
                    ? Optional.of(open(stored))
                    : Optional.empty();
        }
        try {
            return collection
                    .<Boolean>change(
                            event.value(),
                            OptionalLong.of(version),
                            _ -> Change.to(document, List.of(), true))
                    .map(_ -> new TaskList(version + 1, tasks));
        } catch (StaleVersionException e) {
            return Optional.empty();
        }
    }

    private static TaskList open(Stored<TasksDocument> stored) {
        return new TaskList(stored.version(), stored.body().toDomain());
    }
}
