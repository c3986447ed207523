package fi.kumppani.events.event;

import fi.kumppani.events.event.Events.Decision;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides on the day that was set whether enough come for an event to be held: it is confirmed, or
 * called off. It is decided once, whenever that day is past and however often it is asked. An event
 * that has begun undecided, because nothing ran, is being held.
 */
@Service
public class DecideWhetherHeld implements DueWork {

    private final Events events;

    DecideWhetherHeld(Events events) {
        this.events = events;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        Minimum minimum = event.details().particulars().minimum();
        return minimum != null
                        && event instanceof Event.Published published
                        && !published.imported()
                        && published.standing().phase() == Standing.Phase.COMING
                        && !published.standing().assured()
                ? minimum.decidedAt()
                : null;
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        var _ = decide(id, now);
    }

    /**
     * Decides, if it is time.
     *
     * @return empty when there is no such event
     */
    public Optional<EventOutcome> decide(EventId id, Instant now) {
        return events.decide(id, event -> decide(event, now.truncatedTo(ChronoUnit.MILLIS)));
    }

    private Decision<EventOutcome> decide(Event event, Instant now) {
        Minimum minimum = event.details().particulars().minimum();
        if (minimum == null
                || !isDue(event, now)
                || !(event instanceof Event.Published published)) {
            return new Decision.Stay<>(new EventOutcome.Done(event));
        }
        int seated = published.seating().confirmed();
        String count = count(seated, minimum);
        boolean tooLate = published.details().schedule().hasStarted(now);
        if (seated >= minimum.atLeast() || tooLate) {
            Event.Published next = published.assure(now);
            return new Decision.Become<>(
                    next,
                    new EventHappening.Changed(next),
                    JournalEntry.of(JournalEntry.Kind.ASSURED, Actor.SYSTEM, count),
                    new EventOutcome.Done(next));
        }
        Event.Cancelled next = published.cancel(tooFew(seated, minimum.atLeast()), now);
        return new Decision.Become<>(
                next,
                new EventHappening.CalledOff(next),
                JournalEntry.of(JournalEntry.Kind.CALLED_OFF, Actor.SYSTEM, count),
                new EventOutcome.Done(next));
    }

    /** What the journal says of the numbers. */
    static String count(int seated, Minimum minimum) {
        return seated + " of at least " + minimum.atLeast();
    }

    /** What everybody is told when too few come. */
    static LocalizedText tooFew(int seated, int atLeast) {
        return new LocalizedText(
                "Ilmoittautuneita oli liian vähän: "
                        + seated
                        + ", kun tarvittiin vähintään "
                        + atLeast
                        + ".",
                "För få hade anmält sig: " + seated + ", när minst " + atLeast + " behövdes.",
                "Too few had registered: "
                        + seated
                        + ", when at least "
                        + atLeast
                        + " were needed.");
    }
}
