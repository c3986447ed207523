package fi.kumppani.events.linkedevents;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventListing;
import fi.kumppani.events.event.EventOutcome;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.Events.Decision;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Source;
import fi.kumppani.events.event.Standing;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes events over from a calendar that speaks Linked Events. An event is known again by its
 * source and its id there; it changes here when it has changed there, and then only. Messages tell
 * that it is imported, so nobody is mailed.
 */
@Service
public class ImportLinkedEvents {

    private static final String IMPORT = "events.linked:";
    private static final RegistrationRules NO_SEATS = RegistrationRules.seats(1);

    private final Events events;
    private final EventListing listing;
    private final Ids ids;
    private final Clock clock;

    ImportLinkedEvents(Events events, EventListing listing, Ids ids, Clock clock) {
        this.events = events;
        this.listing = listing;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a row. */
    public enum Result {
        /** It is a new event. */
        IMPORTED,
        /** It changed an event. */
        CHANGED,
        /** Nothing is new about it. */
        UNCHANGED
    }

    /**
     * What became of a row.
     *
     * @param id the event it is
     */
    public record Taken(EventId id, Result result) {}

    /**
     * Takes one event over, or what is new about it. A part becomes one as soon as the event is
     * known that it is a part of: at once, or when it is taken over again.
     */
    public Taken take(LinkedRow told, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Source source = Objects.requireNonNull(told.details().particulars().source(), "read so");
        String key = key(source.system(), source.id());
        LinkedRow row = umbrella(source, key).map(told::partOf).orElse(told);
        Event.Published event =
                Event.Published.imported(new EventId(ids.next()), row.details(), NO_SEATS, now);
        var insertion =
                events.add(
                        event,
                        new Creation(key, ""),
                        JournalEntry.of(JournalEntry.Kind.IMPORTED, by, name(source)));
        return switch (insertion) {
            case Insertion.Inserted<Event>(var stored) -> {
                if (row.status() != LinkedRow.Status.SCHEDULED) {
                    var _ = stand(stored.body().id(), row, by, now);
                }
                yield new Taken(stored.body().id(), Result.IMPORTED);
            }
            case Insertion.Repeated<Event>(var stored) -> {
                boolean rewritten = rewrite(stored.body().id(), row, by, now);
                boolean moved = stand(stored.body().id(), row, by, now);
                boolean changed = rewritten || moved;
                yield new Taken(stored.body().id(), changed ? Result.CHANGED : Result.UNCHANGED);
            }
            case Insertion.KeyReused<Event> _, Insertion.Taken<Event> _ ->
                    throw new IllegalStateException("A source's event is always the same: " + key);
        };
    }

    private static String key(String system, String id) {
        return IMPORT + Tenancy.current() + ":" + system + ":" + id;
    }

    /** The event it is a part of, if that is none itself; what has parts becomes no part. */
    private Optional<EventId> umbrella(Source source, String own) {
        if (source.waitsFor() == null) {
            return Optional.empty();
        }
        Optional<EventId> self = events.madeBy(own);
        return events.madeBy(key(source.system(), source.waitsFor()))
                .flatMap(events::find)
                .filter(above -> above.details().particulars().belonging().partOf() == null)
                .filter(_ -> self.isEmpty() || !hasParts(self.get()))
                .map(Event::id);
    }

    private boolean hasParts(EventId event) {
        return listing.own().stream().anyMatch(each -> event.equals(each.belonging().partOf()));
    }

    private boolean rewrite(EventId id, LinkedRow row, Actor by, Instant now) {
        return decide(
                id,
                event -> {
                    Source known = event.details().particulars().source();
                    if (!(event instanceof Event.Published published)
                            || Objects.equals(known, row.details().particulars().source())) {
                        return stay(event);
                    }
                    return switch (published.change(row.details(), NO_SEATS, now)) {
                        case Event.Change.Changed(var next) ->
                                new Decision.Become<>(
                                        next,
                                        new EventHappening.Changed(next),
                                        JournalEntry.of(JournalEntry.Kind.CHANGED, by, null),
                                        new EventOutcome.Done(next));
                        case Event.Change.SeatsTaken _ -> stay(event);
                    };
                });
    }

    private boolean stand(EventId id, LinkedRow row, Actor by, Instant now) {
        return decide(
                id,
                event -> {
                    if (!(event instanceof Event.Published published)) {
                        return stay(event);
                    }
                    return switch (row.status()) {
                        case SCHEDULED -> stay(event);
                        case POSTPONED -> {
                            if (published.standing().phase() != Standing.Phase.COMING) {
                                yield stay(event);
                            }
                            Event.Published next = published.postpone(row.reason(), now);
                            yield new Decision.Become<>(
                                    next,
                                    new EventHappening.Changed(next),
                                    JournalEntry.of(JournalEntry.Kind.POSTPONED, by, null),
                                    new EventOutcome.Done(next));
                        }
                        case CANCELLED -> {
                            Event.Cancelled next =
                                    published.cancel(
                                            Objects.requireNonNullElse(row.reason(), notTold()),
                                            now);
                            yield new Decision.Become<>(
                                    next,
                                    new EventHappening.CalledOff(next),
                                    JournalEntry.of(JournalEntry.Kind.CALLED_OFF, by, null),
                                    new EventOutcome.Done(next));
                        }
                    };
                });
    }

    private boolean decide(
            EventId id, java.util.function.Function<Event, Decision<EventOutcome>> decide) {
        long[] revisions = new long[2];
        var outcome =
                events.decide(
                        id,
                        event -> {
                            revisions[0] = event.revision();
                            Decision<EventOutcome> decision = decide.apply(event);
                            revisions[1] =
                                    decision instanceof Decision.Become<EventOutcome> become
                                            ? become.next().revision()
                                            : event.revision();
                            return decision;
                        });
        return outcome.isPresent() && revisions[0] != revisions[1];
    }

    private static Decision<EventOutcome> stay(Event event) {
        return new Decision.Stay<>(new EventOutcome.Done(event));
    }

    private static String name(Source source) {
        return source.system() + ":" + source.id();
    }

    private static LocalizedText notTold() {
        return new LocalizedText(
                "Järjestäjä on perunut tapahtuman.",
                "Arrangören har ställt in evenemanget.",
                "The organiser has cancelled the event.");
    }
}
