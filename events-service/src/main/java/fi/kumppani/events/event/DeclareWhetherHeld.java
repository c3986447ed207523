package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A coordinator declares, before the day that was set or when nobody decided on it, whether enough
 * come for an event to be held: it is confirmed whatever the number, or called off for too few.
 */
@Service
public class DeclareWhetherHeld {

    private final Events events;
    private final Clock clock;

    DeclareWhetherHeld(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Declares it; said again, it stays declared.
     *
     * @param held whether the event is held
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> declare(EventId id, boolean held, long seen, Actor by) {
        return events.decide(id, event -> decide(event, held, seen, by));
    }

    private Decision<EventOutcome> decide(Event event, boolean held, long seen, Actor by) {
        return switch (event) {
            case Event.Draft _ -> refused(EventOutcome.Reason.NOT_PUBLISHED);
            case Event.Cancelled cancelled ->
                    held
                            ? refused(EventOutcome.Reason.EVENT_CANCELLED)
                            : new Decision.Stay<>(new EventOutcome.Done(cancelled));
            case Event.Published published when held && published.standing().assured() ->
                    new Decision.Stay<>(new EventOutcome.Done(published));
            case Event.Published published when published.revision() != seen ->
                    new Decision.Stay<>(new EventOutcome.Stale());
            case Event.Published published -> decide(published, held, by);
        };
    }

    private Decision<EventOutcome> decide(Event.Published published, boolean held, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Minimum minimum = published.details().particulars().minimum();
        if (minimum == null) {
            return refused(EventOutcome.Reason.NO_MINIMUM);
        }
        if (published.standing().assured()) {
            return refused(EventOutcome.Reason.ALREADY_ASSURED);
        }
        if (published.standing().phase() != Standing.Phase.COMING) {
            return refused(EventOutcome.Reason.EVENT_POSTPONED);
        }
        if (published.details().schedule().hasStarted(now)) {
            return refused(EventOutcome.Reason.EVENT_STARTED);
        }
        return DecideWhetherHeld.become(published, minimum, held, by, now);
    }

    private static Decision<EventOutcome> refused(EventOutcome.Reason reason) {
        return new Decision.Stay<>(new EventOutcome.Refused(reason));
    }
}
