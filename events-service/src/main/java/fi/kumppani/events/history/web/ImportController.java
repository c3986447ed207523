package fi.kumppani.events.history.web;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.KnownGroupings;
import fi.kumppani.events.event.WrittenEvent;
import fi.kumppani.events.history.ImportEventHistory;
import fi.kumppani.events.history.PastEvent;
import fi.kumppani.events.history.web.ImportRequest.EventRow;
import fi.kumppani.events.history.web.ImportView.RowView;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToScope;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over what a municipality held before. Sent again, events that were taken stay as they are;
 * so a load that broke off is simply sent once more.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/event-imports")
class ImportController {

    private final ImportEventHistory importEventHistory;
    private final KnownGroupings groupings;
    private final Clock clock;

    ImportController(ImportEventHistory importEventHistory, KnownGroupings groupings, Clock clock) {
        this.importEventHistory = importEventHistory;
        this.groupings = groupings;
        this.clock = clock;
    }

    /** Takes past events; each row is taken or refused by itself. */
    @OpenToScope("history:import")
    @PostMapping
    ImportView take(@Valid @RequestBody ImportRequest request, CurrentUser user) {
        long registrations =
                request.events().stream().mapToLong(row -> or(row.registrations(), 0)).sum();
        if (registrations > ImportRequest.MOST_REGISTRATIONS) {
            throw Problems.invalid(
                    "events",
                    "size",
                    "At most "
                            + ImportRequest.MOST_REGISTRATIONS
                            + " registrations at a time; send fewer events");
        }
        Actor by = Actor.importer(user.subject());
        Set<String> keys = new HashSet<>();
        List<RowView> rows = new ArrayList<>();
        for (EventRow row : request.events()) {
            FieldErrors errors = new FieldErrors();
            if (!keys.add(row.key())) {
                errors.add("key", "duplicate", "This key came before");
            }
            Optional<PastEvent> past = read(row, errors);
            rows.add(
                    errors.isEmpty()
                            ? RowView.of(row.key(), importEventHistory.take(past.orElseThrow(), by))
                            : RowView.refused(row.key(), errors));
        }
        return ImportView.of(rows);
    }

    private Optional<PastEvent> read(EventRow row, FieldErrors errors) {
        if (row.endsAt().isAfter(clock.instant())) {
            errors.add("endsAt", "not-past", "Only past events are imported");
        }
        Instant deadline = Objects.requireNonNullElse(row.registrationDeadline(), row.startsAt());
        Optional<EventDetails> details =
                new WrittenEvent(
                                row.title(),
                                row.theme(),
                                row.description(),
                                row.venue().name(),
                                row.venue().streetAddress(),
                                row.coffeeFrom(),
                                row.startsAt(),
                                row.endsAt(),
                                deadline)
                        .read(errors);
        Belonging belonging = new Belonging(row.seriesId(), null, null, null);
        groupings.check(belonging, null, errors);
        int registrations = or(row.registrations(), 0);
        int capacity = or(row.capacity(), Math.max(1, registrations));
        return details.map(each -> each.with(each.venue(), each.particulars().in(belonging)))
                .map(each -> new PastEvent(row.key(), each, capacity, registrations));
    }

    private static int or(@Nullable Integer given, int absent) {
        return given == null ? absent : given;
    }
}
