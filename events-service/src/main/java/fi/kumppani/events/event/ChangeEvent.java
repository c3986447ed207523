package fi.kumppani.events.event;

import fi.kumppani.events.admission.RegistrationRules;
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
     * @param rules with no fewer seats than are taken; what is asked anew gets a version of its own
     * @param seen the revision the coordinator has read
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> change(
            EventId id, EventDetails details, RegistrationRules rules, long seen, Actor by) {
        Optional<EventOutcome> outcome =
                events.decide(id, event -> decide(event, kept(event, details), rules, seen, by));
        if (outcome.orElse(null) instanceof EventOutcome.Done(Event.Published event)
                && event.seating().canPromote()) {
            waitingList.fill(id);
        }
        return outcome;
    }

    private Decision<EventOutcome> decide(
            Event event, EventDetails details, RegistrationRules written, long seen, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RegistrationRules rules =
                written.asking(event.rules().form().asking(written.form().questions()));
        if (event.revision() != seen) {
            return new Decision.Stay<>(new EventOutcome.Stale());
        }
        if (event.details().equals(details) && event.rules().equals(rules)) {
            return new Decision.Stay<>(new EventOutcome.Done(event));
        }
        return switch (event) {
            case Event.Draft draft -> {
                Event.Draft next = draft.change(details, rules);
                yield new Decision.Become<>(
                        next, null, entry(event, rules, by), new EventOutcome.Done(next));
            }
            case Event.Published published ->
                    switch (published.change(details, rules, now)) {
                        case Event.Change.Changed(Event.Published next) ->
                                new Decision.Become<>(
                                        next,
                                        new EventHappening.Changed(next),
                                        entry(event, rules, by),
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

    private static JournalEntry entry(Event before, RegistrationRules rules, Actor by) {
        int seats = before.rules().capacity();
        return JournalEntry.of(
                JournalEntry.Kind.CHANGED,
                by,
                seats == rules.capacity() ? null : "capacity " + seats + " to " + rules.capacity());
    }

    private static Decision<EventOutcome> refused(EventOutcome.Reason reason) {
        return new Decision.Stay<>(new EventOutcome.Refused(reason));
    }
}
