package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Gives free seats to people who stand at the door without a registration. Nobody is asked who they
 * are. As long as seats are passed on to those who wait, they are not given here.
 */
@Service
public class SeatWalkIn {

    private final Registrations registrations;
    private final Clock clock;

    SeatWalkIn(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** They have seats under this number. */
        record Seated(long number) implements Outcome {}

        /** No seat is free, or others wait for it. */
        record NoSeatFree() implements Outcome {}

        /** It is not held now. */
        record NotHeld() implements Outcome {}

        /** The key of the request was used before with other content. */
        record KeyReused() implements Outcome {}
    }

    /**
     * Gives seats; the same request again finds the first ones.
     *
     * @return empty when there is no such event
     */
    public Optional<Outcome> seat(EventId event, Party party, Creation request, Actor by) {
        return registrations.decide(
                event,
                new Registrations.Decision<>() {
                    @Override
                    public Registrations.Needs needs() {
                        return new Registrations.Needs(
                                List.of(), List.of(), List.of(), List.of(request.key()));
                    }

                    @Override
                    public Outcome at(SeatDesk desk) {
                        return decide(desk, party, request, by);
                    }
                });
    }

    private Outcome decide(SeatDesk desk, Party party, Creation request, Actor by) {
        Optional<AskedBefore> before = desk.askedBefore(request.key());
        if (before.isPresent()) {
            return before.get().contentHash().equals(request.contentHash())
                    ? new Outcome.Seated(before.get().answer().id().number())
                    : new Outcome.KeyReused();
        }
        if (!(desk.event() instanceof Event.Published event)
                || event.standing().phase() != Standing.Phase.COMING) {
            return new Outcome.NotHeld();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Seats seats = Seats.at(desk, now);
        seats.promote("seat free");
        if (!isFree(seats, event, party)) {
            return new Outcome.NoSeatFree();
        }
        Seating numbered = seats.seating().number();
        seats.seat(numbered.takeSeats(party));
        var id = new RegistrationId(event.id(), numbered.last());
        var seated =
                new Registration.Confirmed(id, Registration.Particulars.unknown(party, now), 1);
        seats.keep(
                new RegistrationHappening.SeatGiven(seated),
                JournalEntry.Kind.CONFIRMED,
                by,
                "at the door");
        desk.remember(
                request.key(),
                new AskedBefore(request.contentHash(), new FirstAnswer(id, 0, false)));
        return new Outcome.Seated(id.number());
    }

    private static boolean isFree(Seats seats, Event.Published event, Party party) {
        boolean passedOn = seats.now().isBefore(event.passesSeatsUntil());
        return seats.seating().room(party.quota()) >= party.seats()
                && !(passedOn && seats.seating().waiting() > 0);
    }
}
