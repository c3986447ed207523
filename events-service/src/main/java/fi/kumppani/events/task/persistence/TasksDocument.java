package fi.kumppani.events.task.persistence;

import fi.kumppani.events.task.Task;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The tasks of an event as they are kept: one document for all of them. */
record TasksDocument(List<TaskDocument> tasks) {

    record TaskDocument(
            String key,
            LocalizedText title,
            @Nullable LocalizedText details,
            @Nullable LocalizedText area,
            List<MaterialDocument> materials,
            @Nullable LocalizedText taker,
            @Nullable String association,
            boolean done) {

        static TaskDocument from(Task task) {
            return new TaskDocument(
                    task.id(),
                    task.title(),
                    task.details(),
                    task.area(),
                    task.materials().stream()
                            .map(each -> new MaterialDocument(each.what(), each.amount()))
                            .toList(),
                    task.taker() == null ? null : task.taker().name(),
                    task.taker() == null ? null : task.taker().association(),
                    task.done());
        }

        Task toDomain() {
            return new Task(
                    key,
                    title,
                    details,
                    area,
                    materials.stream()
                            .map(each -> new Task.Material(each.what(), each.amount()))
                            .toList(),
                    taker == null ? null : new Task.Taker(taker, association),
                    done);
        }
    }

    record MaterialDocument(LocalizedText what, int amount) {}

    static TasksDocument from(List<Task> tasks) {
        return new TasksDocument(tasks.stream().map(TaskDocument::from).toList());
    }

    List<Task> toDomain() {
        return tasks.stream().map(TaskDocument::toDomain).toList();
    }
}
