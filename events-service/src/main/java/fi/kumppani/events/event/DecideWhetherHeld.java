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
        boolean enough = published.seating().confirmed() >= minimum.atLeast();
        boolean tooLate = published.details().schedule().hasStarted(now);
        return become(published, minimum, enough || tooLate, Actor.SYSTEM, now);
    }

    /** What the event becomes when it is held whatever the number, or called off for too few. */
    static Decision<EventOutcome> become(
            Event.Published published, Minimum minimum, boolean held, Actor by, Instant now) {
        int seated = published.seating().confirmed();
        String count = seated + " of at least " + minimum.atLeast();
        if (held) {
            Event.Published next = published.assure(now);
            return new Decision.Become<>(
                    next,
                    new EventHappening.Changed(next),
                    JournalEntry.of(JournalEntry.Kind.ASSURED, by, count),
                    new EventOutcome.Done(next));
        }
        Event.Cancelled next = published.cancel(tooFew(seated, minimum.atLeast()), now);
        return new Decision.Become<>(
                next,
                new EventHappening.CalledOff(next),
                JournalEntry.of(JournalEntry.Kind.CALLED_OFF, by, count),
                new EventOutcome.Done(next));
    }

    /** What everybody is told when too few come. */
    private static LocalizedText tooFew(int seated, int atLeast) {
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
