package fi.kumppani.events.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.task.KeepTasks;
import fi.kumppani.events.task.KeepTasks.Outcome;
import fi.kumppani.events.task.KeepTasks.Written;
import fi.kumppani.events.task.Task;
import fi.kumppani.events.task.TaskList;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done at an event, for everybody to read once it is announced. The ETag counts
 * changes, from 0 for an event without tasks.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/tasks")
class TaskController {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2000;

    private final KeepTasks keepTasks;

    TaskController(KeepTasks keepTasks) {
        this.keepTasks = keepTasks;
    }

    /** All tasks of an event, at most 200. */
    record TasksRequest(@NotNull @Size(max = 200) List<@NotNull @Valid TaskBody> tasks) {}

    /** All tasks of an event. */
    record TasksView(List<TaskBody> tasks) {

        static TasksView of(TaskList list) {
            return new TasksView(list.tasks().stream().map(TaskBody::of).toList());
        }
    }

    /**
     * A task.
     *
     * @param id absent when it is new
     * @param title at most 200 characters in each language
     * @param details at most 2000
     * @param area at most 200
     * @param takenBy an association or a role, never a person by name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TaskBody(
            @Nullable @Size(min = 1, max = 100) String id,
            @NotNull LocalizedText title,
            @Nullable LocalizedText details,
            @Nullable LocalizedText area,
            @Nullable @Size(max = 50) List<@NotNull @Valid MaterialBody> materials,
            @Nullable @Valid TakerBody takenBy,
            @Nullable Boolean done) {

        static TaskBody of(Task task) {
            Task.Taker taker = task.taker();
            return new TaskBody(
                    task.id(),
                    task.title(),
                    task.details(),
                    task.area(),
                    task.materials().stream()
                            .map(each -> new MaterialBody(each.what(), each.amount()))
                            .toList(),
                    taker == null ? null : new TakerBody(taker.name(), taker.association()),
                    task.done());
        }

        Written read(String path, FieldErrors errors) {
            errors.longest(path + ".title", title, LONGEST_LINE)
                    .longest(path + ".details", details, LONGEST_TEXT)
                    .longest(path + ".area", area, LONGEST_LINE);
            List<Task.Material> needs = new ArrayList<>();
            for (MaterialBody each :
                    Objects.requireNonNullElse(materials, List.<MaterialBody>of())) {
                errors.longest(
                        path + ".materials[" + needs.size() + "].what", each.what(), LONGEST_LINE);
                needs.add(new Task.Material(each.what(), each.amount()));
            }
            return new Written(
                    id,
                    new Task(
                            "",
                            title,
                            details,
                            area,
                            needs,
                            takenBy == null ? null : takenBy.read(path + ".takenBy", errors),
                            Boolean.TRUE.equals(done)));
        }
    }

    /** Something that is needed. */
    record MaterialBody(
            @NotNull LocalizedText what, @NotNull @Min(1) @Max(1_000_000) Integer amount) {}

    /** An association or a role. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TakerBody(
            @NotNull LocalizedText name, @Nullable @Size(min = 1, max = 100) String associationId) {

        Task.Taker read(String path, FieldErrors errors) {
            errors.longest(path + ".name", name, LONGEST_LINE);
            return new Task.Taker(name, associationId);
        }
    }

    /** How a task stands; nobody does it when {@code takenBy} is absent. */
    record ProgressRequest(@Nullable @Valid TakerBody takenBy, @NotNull Boolean done) {}

    /** The tasks of an event. */
    @OpenToAll
    @GetMapping
    ResponseEntity<TasksView> list(@PathVariable String event, Optional<CurrentUser> user) {
        boolean staff =
                user.filter(known -> known.actsIn(Tenancy.current()))
                        .filter(known -> known.hasAnyOf(Role.COORDINATOR))
                        .isPresent();
        return view(keepTasks.of(new EventId(event), staff).orElseThrow(Problems::notFound));
    }

    /** Writes all tasks of an event anew. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping
    ResponseEntity<TasksView> write(
            @PathVariable String event, @Valid @RequestBody TasksRequest request, IfMatch seen) {
        FieldErrors errors = new FieldErrors();
        List<Written> written = new ArrayList<>();
        for (TaskBody body : request.tasks()) {
            written.add(body.read("tasks[" + written.size() + "]", errors));
        }
        errors.throwIfAny();
        return answer(keepTasks.write(new EventId(event), written, seen.version()));
    }

    /** Notes who does a task and whether it is done. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{task}/progress")
    ResponseEntity<TasksView> progress(
            @PathVariable String event,
            @PathVariable String task,
            @Valid @RequestBody ProgressRequest request,
            IfMatch seen) {
        FieldErrors errors = new FieldErrors();
        Task.Taker taker =
                request.takenBy() == null ? null : request.takenBy().read("takenBy", errors);
        errors.throwIfAny();
        return switch (keepTasks
                .progress(new EventId(event), task, taker, request.done(), seen.version())
                .orElseThrow(Problems::notFound)) {
            case Outcome.UnknownTask _ -> throw Problems.notFound();
            case Outcome.Stale _ -> throw Problems.stale();
            case Outcome.Kept(var list) -> view(list);
        };
    }

    private static ResponseEntity<TasksView> answer(Optional<Outcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case Outcome.Kept(var list) -> view(list);
            case Outcome.Stale _ -> throw Problems.stale();
            case Outcome.UnknownTask(var id) ->
                    throw Problems.invalid("tasks", "unknown", "There is no task " + id);
        };
    }

    private static ResponseEntity<TasksView> view(TaskList list) {
        return ResponseEntity.ok().eTag(ETags.of(list.version())).body(TasksView.of(list));
    }
}
