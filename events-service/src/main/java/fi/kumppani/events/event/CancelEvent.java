package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A coordinator calls an event off. */
@Service
public class CancelEvent {

    private final Events events;
    private final Clock clock;

    CancelEvent(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels a published event; a cancelled one stays as it is.
     *
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> cancel(EventId id, LocalizedText reason, long seen, Actor by) {
        return events.decide(id, event -> decide(event, reason, seen, by));
    }

    private Decision<EventOutcome> decide(Event event, LocalizedText reason, long seen, Actor by) {
        return switch (event) {
            case Event.Draft _ ->
                    new Decision.Stay<>(
                            new EventOutcome.Refused(EventOutcome.Reason.NOT_PUBLISHED));
            case Event.Published published when published.revision() != seen ->
                    new Decision.Stay<>(new EventOutcome.Stale());
            case Event.Published published -> {
                Event.Cancelled cancelled =
                        published.cancel(reason, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                yield new Decision.Become<>(
                        cancelled,
                        new EventHappening.CalledOff(cancelled),
                        JournalEntry.of(
                                JournalEntry.Kind.CALLED_OFF, by, reason.in(Language.FI).text()),
                        new EventOutcome.Done(cancelled));
            }
            case Event.Cancelled cancelled -> new Decision.Stay<>(new EventOutcome.Done(cancelled));
        };
    }
}
