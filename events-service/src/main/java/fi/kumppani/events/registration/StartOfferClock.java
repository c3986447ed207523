package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;

import org.springframework.stereotype.Service;

import java.time.Instant;

/**
 * Lets the time to accept a seat begin when the mail about it was sent, or could not be sent. Until
 * then the offer stands as long as seats are passed on at all.
 */
@Service
public class StartOfferClock {

    private final Registrations registrations;

    StartOfferClock(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Starts the clock of an offer that stands; said again, or later, it changes nothing. */
    public void start(RegistrationId id, Instant mailedAt) {
        var _ = registrations.decide(id, (desk, found) -> start(desk, found, mailedAt));
    }

    private static boolean start(SeatDesk desk, Registration found, Instant mailedAt) {
        if (!(found instanceof Registration.Offered offered)) {
            return false;
        }
        Seats seats = Seats.at(desk, mailedAt);
        Instant last = desk.event().passesSeatsUntil();
        Instant until =
                desk.event()
                        .rules()
                        .offer()
                        .map(mailedAt::plus)
                        .filter(then -> then.isBefore(last))
                        .orElse(last);
        if (!until.isBefore(offered.until())) {
            return false;
        }
        seats.commit(seats.commitments().reserve(offered.id().number(), until));
        seats.keep(
                new RegistrationHappening.Noted(offered.until(until)),
                JournalEntry.Kind.OFFER_MAILED,
                Actor.SYSTEM,
                "to be accepted by " + until);
        return true;
    }
}
