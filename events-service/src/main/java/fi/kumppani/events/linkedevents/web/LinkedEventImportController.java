package fi.kumppani.events.linkedevents.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.linkedevents.ImportLinkedEvents;
import fi.kumppani.events.linkedevents.ImportLinkedEvents.Taken;
import fi.kumppani.events.linkedevents.LinkedEventReader;
import fi.kumppani.events.linkedevents.LinkedRow;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over events from a calendar that speaks Linked Events. The body is a page as such a
 * calendar answers it; sent again, nothing happens but what is new.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/linked-event-imports")
class LinkedEventImportController {

    private final ImportLinkedEvents importLinkedEvents;

    LinkedEventImportController(ImportLinkedEvents importLinkedEvents) {
        this.importLinkedEvents = importLinkedEvents;
    }

    /**
     * A page of events.
     *
     * @param meta of the page there; not used
     * @param data the events, at most 100
     */
    record PageRequest(
            @Nullable Map<String, Object> meta,
            @NotNull @Size(min = 1, max = 100) List<@NotNull Map<String, @Nullable Object>> data) {}

    /** What became of the events, in their order. */
    record ImportView(List<RowView> events) {}

    /**
     * What became of an event.
     *
     * @param sourceId its id at the source, if it could be read
     * @param result {@code imported}, {@code changed}, {@code unchanged} or {@code refused}
     * @param id of the event it is here
     * @param errors why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            @Nullable String sourceId,
            String result,
            @Nullable String id,
            @Nullable List<FieldError> errors) {}

    /**
     * Takes events over; each is taken or refused by itself. Parts are taken behind the events that
     * they are parts of, wherever these stand on the page.
     */
    @OpenToScope("history:import")
    @PostMapping
    ImportView take(@Valid @RequestBody PageRequest request, CurrentUser user) {
        Actor by = Actor.importer(user.subject());
        Set<String> seen = new HashSet<>();
        List<Read> read = request.data().stream().map(event -> read(event, seen)).toList();
        IdentityHashMap<Read, Taken> taken = new IdentityHashMap<>();
        for (boolean parts : List.of(false, true)) {
            for (Read each : read) {
                each.row()
                        .filter(row -> row.isPart() == parts)
                        .ifPresent(row -> taken.put(each, importLinkedEvents.take(row, by)));
            }
        }
        return new ImportView(read.stream().map(each -> view(each, taken.get(each))).toList());
    }

    /** An event that was read, or why it could not be. */
    private record Read(
            @Nullable String sourceId, Optional<LinkedRow> row, List<FieldError> errors) {}

    private static Read read(Map<String, @Nullable Object> event, Set<String> seen) {
        FieldErrors errors = new FieldErrors();
        String sourceId = event.get("id") instanceof String text ? text : null;
        if (sourceId != null && !seen.add(sourceId)) {
            errors.add("id", "duplicate", "This id came before");
        }
        Optional<LinkedRow> row = LinkedEventReader.read(event, errors);
        return errors.isEmpty()
                ? new Read(sourceId, row, List.of())
                : new Read(sourceId, Optional.empty(), errors.all());
    }

    private static RowView view(Read read, @Nullable Taken taken) {
        return taken == null
                ? new RowView(read.sourceId(), "refused", null, read.errors())
                : new RowView(
                        read.sourceId(), WireCodes.of(taken.result()), taken.id().value(), null);
    }
}
