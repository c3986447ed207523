package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Seating;

import java.time.Instant;
import java.util.List;

/** Hands free seats to the first in line, in order. */
final class Promotions {

    private Promotions() {}

    /**
     * Promotes as long as a seat is free and somebody waits, the event is to be held and has not
     * begun.
     *
     * @param most the most to promote now, so that one decision stays small
     * @param reason why seats are free
     * @return how many were promoted
     */
    static int promote(SeatDesk desk, Instant now, int most, String reason) {
        if (!(desk.event() instanceof Event.Published event)
                || event.details().schedule().hasStarted(now)) {
            return 0;
        }
        Seating seating = event.seating();
        List<Long> next = seating.firstInLine(Math.min(most, seating.free()));
        for (Registration waiting : desk.registrations(next)) {
            if (!(waiting instanceof Registration.Waitlisted first)) {
                throw new IllegalStateException(waiting.id() + " is next in line but waits not");
            }
            Seating.Promotion promotion = seating.promote();
            if (promotion.number() != first.id().number()) {
                throw new IllegalStateException(first.id() + " would be promoted out of turn");
            }
            seating = promotion.seating();
            desk.keep(new RegistrationHappening.QueueLeftForSeat(first.promote()));
            desk.log(
                    new JournalEntry(
                            JournalEntry.Kind.PROMOTED, promotion.number(), Actor.SYSTEM, reason));
        }
        if (!next.isEmpty()) {
            desk.seat(seating);
        }
        return next.size();
    }
}
