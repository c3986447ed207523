package fi.kumppani.events.needs;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatDesk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Erases what people need some days after their event: it may tell of their health (GDPR Art. 9),
 * and nobody needs it any more. First the count is kept, then needs are erased some at a time, and
 * last the event's journal says that it is done; wherever a crash comes between, it is done again
 * from the beginning.
 */
@Service
public class EraseNeeds implements DueWork {

    private static final int A_STEP = 50;

    private final Events events;
    private final Registrations registrations;
    private final SeeNeeds seeNeeds;
    private final NeedsCounts counts;
    private final NeedsTerm term;

    EraseNeeds(
            Events events,
            Registrations registrations,
            SeeNeeds seeNeeds,
            NeedsCounts counts,
            NeedsTerm term) {
        this.events = events;
        this.registrations = registrations;
        this.seeNeeds = seeNeeds;
        this.counts = counts;
        this.term = term;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        return event.commitments().needs()
                ? event.details().schedule().endsAt().plus(term.afterTheEnd())
                : null;
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        events.find(id).filter(event -> isDue(event, now)).ifPresent(this::erase);
    }

    private void erase(Event event) {
        NeedsCount count = seeNeeds.count(event);
        counts.keep(event.id(), count.lasting());
        long last = event.seating().last();
        for (long from = 1; from <= last; from += A_STEP) {
            long first = from;
            var _ =
                    registrations.decide(
                            event.id(),
                            desk -> erase(desk, first, Math.min(last, first + A_STEP - 1)));
        }
        var _ = registrations.decide(event.id(), EraseNeeds::finish);
    }

    private static long erase(SeatDesk desk, long first, long last) {
        LongStream.rangeClosed(first, last).forEach(number -> desk.keepNeeds(number, Map.of()));
        return last;
    }

    private static Actor finish(SeatDesk desk) {
        if (desk.event().commitments().needs()) {
            desk.seat(desk.event().seating(), desk.event().commitments().needs(false));
            desk.log(
                    JournalEntry.of(
                            JournalEntry.Kind.NEEDS_ERASED, Actor.SYSTEM, "the event is over"));
        }
        return Actor.SYSTEM;
    }
}
