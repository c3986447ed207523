package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** A coordinator puts an event off until a time that is not known yet, or puts it away for good. */
@Service
public class PostponeEvent {

    private final Events events;
    private final Clock clock;

    PostponeEvent(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Postpones a published event: nobody can register, those who have stay registered, and the
     * times stay until it is changed to new ones. A postponed event stays as it is.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> postpone(EventId id, LocalizedText reason, long seen, Actor by) {
        return events.decide(
                id,
                event ->
                        event instanceof Event.Published published
                                        && published.standing().phase() == Standing.Phase.POSTPONED
                                ? stay(published)
                                : move(event, seen, published -> postpone(published, reason, by)));
    }

    private Decision<EventOutcome> postpone(
            Event.Published published, LocalizedText reason, Actor by) {
        Instant now = now();
        if (published.details().schedule().isOver(now)) {
            return refused(EventOutcome.Reason.EVENT_OVER);
        }
        Event.Published next = published.postpone(reason, now);
        return new Decision.Become<>(
                next,
                new EventHappening.Changed(next),
                JournalEntry.of(JournalEntry.Kind.POSTPONED, by, reason.in(Language.FI).text()),
                new EventOutcome.Done(next));
    }

    /**
     * Puts an event away that is over; one that is put away stays so.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> archive(EventId id, long seen, Actor by) {
        return events.decide(
                id,
                event ->
                        event instanceof Event.Published published
                                        && published.standing().phase() == Standing.Phase.ARCHIVED
                                ? stay(published)
                                : move(event, seen, published -> archive(published, by)));
    }

    private Decision<EventOutcome> archive(Event.Published published, Actor by) {
        Instant now = now();
        if (!published.details().schedule().isOver(now)
                || published.standing().phase() == Standing.Phase.POSTPONED) {
            return refused(EventOutcome.Reason.EVENT_NOT_OVER);
        }
        Event.Published next = published.archive(now);
        return new Decision.Become<>(
                next,
                new EventHappening.Changed(next),
                JournalEntry.of(JournalEntry.Kind.ARCHIVED, by, null),
                new EventOutcome.Done(next));
    }

    private static Decision<EventOutcome> move(
            Event event, long seen, Function<Event.Published, Decision<EventOutcome>> decide) {
        return switch (event) {
            case Event.Draft _ -> refused(EventOutcome.Reason.NOT_PUBLISHED);
            case Event.Cancelled _ -> refused(EventOutcome.Reason.EVENT_CANCELLED);
            case Event.Published published when published.revision() != seen ->
                    new Decision.Stay<>(new EventOutcome.Stale());
            case Event.Published published -> decide.apply(published);
        };
    }

    private static Decision<EventOutcome> stay(Event.Published published) {
        return new Decision.Stay<>(new EventOutcome.Done(published));
    }

    private static Decision<EventOutcome> refused(EventOutcome.Reason reason) {
        return new Decision.Stay<>(new EventOutcome.Refused(reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
