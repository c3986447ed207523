package fi.kumppani.events.registration;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.WholeSeries;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Holds seats for somebody who fills the form in. They arrive with the hold: what comes later does
 * not pass them. At most a quarter of the seats are held at a time, so that nobody blocks an event
 * without registering.
 */
@Service
public class HoldSeats {

    private static final int PART_THAT_MAY_BE_HELD = 4;

    private final Registrations registrations;
    private final WholeSeries wholeSeries;
    private final Clock clock;

    HoldSeats(Registrations registrations, WholeSeries wholeSeries, Clock clock) {
        this.registrations = registrations;
        this.wholeSeries = wholeSeries;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The seats are held. */
        record Done(Registration.Held hold) implements Outcome {}

        /** They are not. */
        record Refused(Refusal reason) implements Outcome {}

        /** They are not, because one registers for the whole of this series. */
        record OnlyWithSeries(String series) implements Outcome {}
    }

    /**
     * Holds seats, if as many are free and nobody waits for them.
     *
     * @return empty when there is no such event
     */
    public Optional<Outcome> hold(EventId event, Party party) {
        return registrations.decide(event, desk -> hold(desk, party));
    }

    private Outcome hold(SeatDesk desk, Party party) {
        return switch (desk.event()) {
            case Event.Draft _ -> new Outcome.Refused(Refusal.NOT_PUBLISHED);
            case Event.Cancelled _ -> new Outcome.Refused(Refusal.EVENT_CANCELLED);
            case Event.Published event -> hold(desk, event, party);
        };
    }

    private Outcome hold(SeatDesk desk, Event.Published event, Party party) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RegistrationRules rules = event.rules();
        Duration time = rules.holdFor();
        if (!rules.isOpen(now)) {
            return new Outcome.Refused(Refusal.NOT_OPEN_YET);
        }
        if (!event.details().particulars().enrolment().isHere()) {
            return new Outcome.Refused(Refusal.NOT_HERE);
        }
        if (event.standing().phase() == Standing.Phase.POSTPONED) {
            return new Outcome.Refused(Refusal.EVENT_POSTPONED);
        }
        if (!event.takesRegistrations(now)) {
            return new Outcome.Refused(Refusal.DEADLINE_PASSED);
        }
        Optional<String> series = wholeSeries.onlyWith(event);
        if (series.isPresent()) {
            return new Outcome.OnlyWithSeries(series.get());
        }
        if (time == null
                || rules.approval()
                || party.seats() > rules.largestParty()
                || event.commitments().reserved().size() + 1 > mostHolds(rules)) {
            return new Outcome.Refused(Refusal.NO_HOLDS);
        }
        Seats seats = Seats.at(desk, now);
        seats.promote("seat free");
        if (!(seats.seating().arrive(party)
                instanceof Seating.Arrival.Seated(long number, Seating next))) {
            return new Outcome.Refused(Refusal.NO_SEAT_FREE);
        }
        var held =
                new Registration.Held(
                        new RegistrationId(event.id(), number),
                        Registration.Particulars.unknown(party, now),
                        1,
                        now.plus(time));
        desk.seat(next, seats.commitments().reserve(number, held.until()));
        seats.keep(
                new RegistrationHappening.Noted(held),
                JournalEntry.Kind.HELD,
                Actor.REGISTRANT,
                "seats " + next.confirmed() + " of " + next.capacity());
        return new Outcome.Done(held);
    }

    private static int mostHolds(RegistrationRules rules) {
        return Math.max(1, rules.capacity() / PART_THAT_MAY_BE_HELD);
    }
}
