package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A coordinator changes an event. Seats it gains go to the waiting list at once; should that break
 * off, the message about the change brings it to its end.
 */
@Service
public class ChangeEvent {

    private final Events events;
    private final WaitingList waitingList;
    private final Clock clock;

    ChangeEvent(Events events, WaitingList waitingList, Clock clock) {
        this.events = events;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    /**
     * Changes a draft or a published event; where it was taken over from stays as it was.
     *
     * @param capacity seats; not fewer than are confirmed
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> change(
            EventId id, EventDetails details, int capacity, long seen, Actor by) {
        Optional<EventOutcome> outcome =
                events.decide(id, event -> decide(event, kept(event, details), capacity, seen, by));
        if (outcome.orElse(null) instanceof EventOutcome.Done(Event.Published event)
                && event.seating().canPromote()) {
            waitingList.fill(id);
        }
        return outcome;
    }

    private Decision<EventOutcome> decide(
            Event event, EventDetails details, int capacity, long seen, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (event.revision() != seen) {
            return new Decision.Stay<>(new EventOutcome.Stale());
        }
        if (event.details().equals(details) && event.seating().capacity() == capacity) {
            return new Decision.Stay<>(new EventOutcome.Done(event));
        }
        return switch (event) {
            case Event.Draft draft -> {
                Event.Draft next = draft.change(details, capacity);
                yield new Decision.Become<>(
                        next, null, entry(event, capacity, by), new EventOutcome.Done(next));
            }
            case Event.Published published ->
                    switch (published.change(details, capacity, now)) {
                        case Event.Change.Changed(Event.Published next) ->
                                new Decision.Become<>(
                                        next,
                                        new EventHappening.Changed(next),
                                        entry(event, capacity, by),
                                        new EventOutcome.Done(next));
                        case Event.Change.SeatsTaken _ ->
                                refused(EventOutcome.Reason.CAPACITY_BELOW_CONFIRMED);
                    };
            case Event.Cancelled _ -> refused(EventOutcome.Reason.EVENT_CANCELLED);
        };
    }

    private static EventDetails kept(Event event, EventDetails written) {
        return written.with(
                written.venue(),
                written.particulars().from(event.details().particulars().source()));
    }

    private static JournalEntry entry(Event before, int capacity, Actor by) {
        int seats = before.seating().capacity();
        return JournalEntry.of(
                JournalEntry.Kind.CHANGED,
                by,
                seats == capacity ? null : "capacity " + seats + " to " + capacity);
    }

    private static Decision<EventOutcome> refused(EventOutcome.Reason reason) {
        return new Decision.Stay<>(new EventOutcome.Refused(reason));
    }
}
