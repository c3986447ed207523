package fi.kumppani.events.linkedevents.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.WireCodes;
import fi.kumppani.events.linkedevents.ImportLinkedEvents;
import fi.kumppani.events.linkedevents.ImportLinkedEvents.Taken;
import fi.kumppani.events.linkedevents.LinkedEventReader;
import fi.kumppani.events.linkedevents.LinkedRow;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToScope;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.HashSet;
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

    /** Takes events over; each is taken or refused by itself. */
    @OpenToScope("history:import")
    @PostMapping
    ImportView take(@Valid @RequestBody PageRequest request, CurrentUser user) {
        Actor by = Actor.importer(user.subject());
        Set<String> seen = new HashSet<>();
        List<RowView> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> event : request.data()) {
            FieldErrors errors = new FieldErrors();
            String sourceId = event.get("id") instanceof String text ? text : null;
            if (sourceId != null && !seen.add(sourceId)) {
                errors.add("id", "duplicate", "This id came before");
            }
            Optional<LinkedRow> row = LinkedEventReader.read(event, errors);
            rows.add(
                    errors.isEmpty()
                            ? view(sourceId, importLinkedEvents.take(row.orElseThrow(), by))
                            : new RowView(sourceId, "refused", null, errors.all()));
        }
        return new ImportView(rows);
    }

    private static RowView view(@Nullable String sourceId, Taken taken) {
        return new RowView(sourceId, WireCodes.of(taken.result()), taken.id().value(), null);
    }
}
