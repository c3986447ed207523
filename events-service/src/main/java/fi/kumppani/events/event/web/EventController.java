package fi.kumppani.events.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.CancelEvent;
import fi.kumppani.events.event.ChangeEvent;
import fi.kumppani.events.event.DeclareWhetherHeld;
import fi.kumppani.events.event.DraftEvent;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventOutcome;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.ForgetDraft;
import fi.kumppani.events.event.KeptEntry;
import fi.kumppani.events.event.KnownGroupings;
import fi.kumppani.events.event.PostponeEvent;
import fi.kumppani.events.event.PublishEvent;
import fi.kumppani.events.event.WholeSeries;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Events, written by coordinators and read by everybody. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events")
class EventController {

    private static final String DRAFT = "events.event.draft";

    private final DraftEvent draftEvent;
    private final PublishEvent publishEvent;
    private final ChangeEvent changeEvent;
    private final CancelEvent cancelEvent;
    private final PostponeEvent postponeEvent;
    private final DeclareWhetherHeld declareWhetherHeld;
    private final ForgetDraft forgetDraft;
    private final KnownGroupings groupings;
    private final Events events;
    private final WholeSeries wholeSeries;
    private final Clock clock;

    EventController(
            DraftEvent draftEvent,
            PublishEvent publishEvent,
            ChangeEvent changeEvent,
            CancelEvent cancelEvent,
            PostponeEvent postponeEvent,
            DeclareWhetherHeld declareWhetherHeld,
            ForgetDraft forgetDraft,
            KnownGroupings groupings,
            Events events,
            WholeSeries wholeSeries,
            Clock clock) {
        this.draftEvent = draftEvent;
        this.publishEvent = publishEvent;
        this.changeEvent = changeEvent;
        this.cancelEvent = cancelEvent;
        this.postponeEvent = postponeEvent;
        this.declareWhetherHeld = declareWhetherHeld;
        this.forgetDraft = forgetDraft;
        this.groupings = groupings;
        this.events = events;
        this.wholeSeries = wholeSeries;
        this.clock = clock;
    }

    /** Plans an event; only coordinators see it until it is published. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<DraftView> draft(
            @Valid @RequestBody EventRequest request, IdempotencyKey key, CurrentUser user) {
        Creation creation = new Creation(key.uniqueKey(DRAFT), key.bodyHash());
        EventDetails details = known(request.details(), null);
        return switch (draftEvent.draft(details, request.rules(), creation, actor(user))) {
            case Insertion.Inserted<Event>(var stored) -> created(stored.id());
            case Insertion.Repeated<Event>(var stored) -> created(stored.id());
            case Insertion.KeyReused<Event> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<Event>(var field) ->
                    throw new IllegalStateException("Events share nothing: " + field);
        };
    }

    private static ResponseEntity<DraftView> created(String id) {
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + Tenancy.current() + "/events/" + id))
                .eTag(ETags.of(1))
                .body(DraftView.of(id));
    }

    /** Announces an event to everybody. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/publication")
    ResponseEntity<ShownView> publish(@PathVariable String id, IfMatch seen, CurrentUser user) {
        return answer(publishEvent.publish(new EventId(id), seen.version(), actor(user)));
    }

    /** Writes an event anew. Seats it gains go to those who wait. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}")
    ResponseEntity<ShownView> change(
            @PathVariable String id,
            @Valid @RequestBody EventRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                changeEvent.change(
                        new EventId(id),
                        known(request.details(), new EventId(id)),
                        request.rules(),
                        seen.version(),
                        actor(user)));
    }

    /** Calls an event off. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/{id}/cancellation")
    ResponseEntity<ShownView> cancel(
            @PathVariable String id,
            @Valid @RequestBody CancellationRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                cancelEvent.cancel(
                        new EventId(id), request.checked(), seen.version(), actor(user)));
    }

    /** Declares whether enough come for an event to be held; if not, it is called off. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/decision")
    ResponseEntity<ShownView> decide(
            @PathVariable String id,
            @Valid @RequestBody DecisionRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                declareWhetherHeld.declare(
                        new EventId(id), request.isHeld(), seen.version(), actor(user)));
    }

    /** Puts an event off until a time that is not known yet. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/{id}/postponement")
    ResponseEntity<ShownView> postpone(
            @PathVariable String id,
            @Valid @RequestBody CancellationRequest request,
            IfMatch seen,
            CurrentUser user) {
        return answer(
                postponeEvent.postpone(
                        new EventId(id), request.checked(), seen.version(), actor(user)));
    }

    /** Puts an event away that is over. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}/archive")
    ResponseEntity<ShownView> archive(@PathVariable String id, IfMatch seen, CurrentUser user) {
        return answer(postponeEvent.archive(new EventId(id), seen.version(), actor(user)));
    }

    /** Drops a draft; what was announced is never deleted. */
    @OpenToRoles(Role.COORDINATOR)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> forget(@PathVariable String id, IfMatch seen) {
        return switch (forgetDraft
                .forget(new EventId(id), seen.version())
                .orElseThrow(Problems::notFound)) {
            case EventOutcome.Done _ -> ResponseEntity.noContent().build();
            case EventOutcome.Stale _ -> throw Problems.stale();
            case EventOutcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private EventDetails known(EventDetails details, @Nullable EventId self) {
        FieldErrors errors = new FieldErrors();
        groupings.check(details.particulars().belonging(), self, errors);
        errors.throwIfAny();
        return details;
    }

    /** A public event; a draft for coordinators of the municipality. */
    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<ShownView> one(@PathVariable String id, Optional<CurrentUser> user) {
        return events.find(new EventId(id))
                .filter(
                        event ->
                                !(event instanceof Event.Draft)
                                        || user.filter(EventController::seesDrafts).isPresent())
                .map(event -> view(event, user.filter(EventController::seesDrafts).isPresent()))
                .orElseThrow(Problems::notFound);
    }

    /** What was decided about an event and its registrations, by whom and why; oldest first. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/{id}/journal")
    Page<EntryView> journal(@PathVariable String id, Cursor cursor) {
        String after = Objects.requireNonNullElse(cursor.after(), "");
        List<KeptEntry> found =
                events.journal(new EventId(id), after, cursor.fetchSize())
                        .orElseThrow(Problems::notFound);
        return cursor.page(found, KeptEntry::position).map(EntryView::of);
    }

    /**
     * An event that is looked at by itself.
     *
     * @param onlyWithSeries whether one registers only for the whole series it is of; absent when
     *     not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownView(@JsonUnwrapped EventView event, @Nullable Boolean onlyWithSeries) {}

    private ResponseEntity<ShownView> answer(Optional<EventOutcome> outcome) {
        return switch (outcome.orElseThrow(Problems::notFound)) {
            case EventOutcome.Done(Event event) -> view(event, true);
            case EventOutcome.Stale _ -> throw Problems.stale();
            case EventOutcome.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private ResponseEntity<ShownView> view(Event event, boolean forStaff) {
        return ResponseEntity.ok()
                .eTag(ETags.of(event.revision()))
                .body(
                        new ShownView(
                                EventView.of(event, clock.instant(), forStaff),
                                wholeSeries.onlyWith(event).isPresent() ? true : null));
    }

    private static boolean seesDrafts(CurrentUser user) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(Role.COORDINATOR);
    }

    private static Actor actor(CurrentUser user) {
        return Actor.coordinator(user.subject());
    }
}
