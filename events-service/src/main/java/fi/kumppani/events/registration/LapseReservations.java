package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes back seats that were held or offered and not taken in time, and seats and places of those
 * who did not confirm their address. Some at a time; each step is whole.
 */
@Service
public class LapseReservations implements DueWork {

    private static final int A_STEP = 16;

    private final Registrations registrations;

    LapseReservations(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public @Nullable Instant dueAt(Event event) {
        return event.commitments().nextDue().orElse(null);
    }

    @Override
    public void carryOut(EventId id, Instant now) {
        boolean more = true;
        while (more) {
            more = registrations.decide(id, desk -> step(desk, now)).orElse(false);
        }
    }

    /** Whether there may be more to do. */
    private static boolean step(SeatDesk desk, Instant now) {
        Seats seats = Seats.at(desk, now);
        List<Long> lapsed = seats.commitments().lapsed(now).stream().limit(A_STEP).toList();
        for (long number : lapsed) {
            desk.registration(number).ifPresent(registration -> lapse(seats, registration));
        }
        boolean addressesLeft = addresses(seats);
        return lapsed.size() == A_STEP || addressesLeft;
    }

    private static void lapse(Seats seats, Registration registration) {
        switch (registration) {
            case Registration.Held held -> end(seats, held, Ending.HOLD_LAPSED);
            case Registration.Offered offered -> end(seats, offered, Ending.OFFER_LAPSED);
            case Registration other -> seats.release(other.id().number());
        }
    }

    private static void end(Seats seats, Registration.Live live, Ending ending) {
        var _ = seats.end(live, ending, Actor.SYSTEM, null);
    }

    /** Looks at numbers in order of arrival as far as their time is over. */
    private static boolean addresses(Seats seats) {
        Instant due = seats.commitments().addressDue();
        if (due == null || seats.now().isBefore(due)) {
            return false;
        }
        Duration within = seats.desk().event().rules().confirmAddressWithin();
        if (within == null) {
            seats.commit(seats.commitments().addresses(seats.commitments().addressesSeen(), null));
            return false;
        }
        long seen = seats.commitments().addressesSeen();
        long last = Math.min(seats.seating().last(), seen + A_STEP);
        while (seen < last) {
            // Read one by one: an ending promotes others, perhaps the next of these.
            Registration next = seats.desk().registration(seen + 1).orElseThrow();
            if (isUnconfirmed(next)) {
                Instant until = next.particulars().registeredAt().plus(within);
                if (seats.now().isBefore(until)) {
                    seats.commit(seats.commitments().addresses(seen, until));
                    return false;
                }
                end(seats, (Registration.Live) next, Ending.ADDRESS_NOT_CONFIRMED);
            }
            seen++;
        }
        boolean all = seen >= seats.seating().last();
        seats.commit(seats.commitments().addresses(seen, all ? null : due));
        return !all;
    }

    private static boolean isUnconfirmed(Registration registration) {
        return registration instanceof Registration.Live
                && !(registration instanceof Registration.Held)
                && registration.particulars().registrant() instanceof Registrant.Person
                && registration.particulars().addressConfirmedAt() == null;
    }
}
