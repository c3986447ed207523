package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A coordinator announces an event. */
@Service
public class PublishEvent {

    private final Events events;
    private final Clock clock;

    PublishEvent(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Announces a draft; a published event stays as it is.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> publish(EventId id, long seen, Actor by) {
        return events.decide(id, event -> decide(event, seen, by));
    }

    private Decision<EventOutcome> decide(Event event, long seen, Actor by) {
        return switch (event) {
            case Event.Draft draft when draft.revision() != seen ->
                    new Decision.Stay<>(new EventOutcome.Stale());
            case Event.Draft draft when draft.details().schedule().isOver(clock.instant()) ->
                    new Decision.Stay<>(new EventOutcome.Refused(EventOutcome.Reason.EVENT_OVER));
            case Event.Draft draft -> {
                Event.Published published =
                        draft.publish(clock.instant().truncatedTo(ChronoUnit.MILLIS));
                yield new Decision.Become<>(
                        published,
                        new EventHappening.Announced(published),
                        JournalEntry.of(JournalEntry.Kind.PUBLISHED, by, null),
                        new EventOutcome.Done(published));
            }
            case Event.Published published -> new Decision.Stay<>(new EventOutcome.Done(published));
            case Event.Cancelled _ ->
                    new Decision.Stay<>(
                            new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
        };
    }
}
