package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/** What coordinators decide about somebody's registration; each decision stays in the journal. */
@Service
public class DecideRegistration {

    private final Registrations registrations;
    private final Clock clock;

    DecideRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is as they wanted. */
        record Done(Registration registration) implements Outcome {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Outcome {}
    }

    /**
     * Cancels a registration; a cancelled one stays as it is.
     *
     * @param reason in their words
     * @return empty when there is no such registration
     */
    public Optional<Outcome> cancel(RegistrationId id, Actor by, String reason) {
        return decide(
                id,
                (seats, live) ->
                        new Outcome.Done(
                                seats.end(live, Ending.CANCELLED_BY_COORDINATOR, by, reason)));
    }

    /**
     * Approves a registration: it gets seats, or its place in the queue by order of arrival.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> approve(RegistrationId id, Actor by) {
        return decide(
                id,
                (seats, live) ->
                        live instanceof Registration.Requested requested
                                ? new Outcome.Done(approve(seats, requested, by))
                                : live instanceof Registration.Held
                                        ? new Outcome.Refused(Refusal.NOT_REQUESTED)
                                        : new Outcome.Done(live));
    }

    private static Registration approve(Seats seats, Registration.Requested requested, Actor by) {
        long number = requested.id().number();
        Party party = requested.particulars().party();
        Seating joined = seats.seating().join(number, party);
        Optional<Seating.Grant> next = joined.next().filter(grant -> grant.number() == number);
        int now = next.map(Seating.Grant::seats).orElse(0);
        seats.seat(next.map(joined::grant).orElse(joined));
        if (now == party.seats()) {
            var confirmed =
                    new Registration.Confirmed(
                            requested.id(), requested.particulars(), requested.revision() + 1);
            seats.keep(
                    new RegistrationHappening.SeatGiven(confirmed),
                    JournalEntry.Kind.APPROVED,
                    by,
                    "seat free");
            return confirmed;
        }
        var waitlisted =
                new Registration.Waitlisted(
                        requested.id(), requested.particulars(), requested.revision() + 1, now);
        seats.keep(
                new RegistrationHappening.QueueJoined(waitlisted),
                JournalEntry.Kind.APPROVED,
                by,
                "place " + seats.seating().placeOf(number) + " by order of arrival");
        return waitlisted;
    }

    /**
     * Does not approve a registration.
     *
     * @param reason in their words
     * @return empty when there is no such registration
     */
    public Optional<Outcome> reject(RegistrationId id, Actor by, String reason) {
        return decide(
                id,
                (seats, live) ->
                        live instanceof Registration.Requested
                                ? new Outcome.Done(seats.end(live, Ending.NOT_APPROVED, by, reason))
                                : new Outcome.Refused(Refusal.NOT_REQUESTED));
    }

    /**
     * Gives somebody who waits free seats out of turn: an exception, of which the journal tells.
     * There are no more seats for it than the event has.
     *
     * @param reason in their words
     * @return empty when there is no such registration
     */
    public Optional<Outcome> seatOutOfTurn(RegistrationId id, Actor by, String reason) {
        return decide(
                id,
                (seats, live) ->
                        switch (live) {
                            case Registration.Waitlisted waiting ->
                                    seatOutOfTurn(seats, waiting, by, reason);
                            case Registration.Confirmed done -> new Outcome.Done(done);
                            case Registration.Live _ -> new Outcome.Refused(Refusal.NOT_WAITING);
                        });
    }

    private static Outcome seatOutOfTurn(
            Seats seats, Registration.Waitlisted waiting, Actor by, String reason) {
        long number = waiting.id().number();
        Party party = waiting.particulars().party();
        int missing = party.seats() - waiting.seatsNow();
        if (seats.seating().free() < missing) {
            return new Outcome.Refused(Refusal.NO_SEAT_FREE);
        }
        seats.seat(seats.seating().leaveQueue(number).takeSeats(new Party(missing, party.quota())));
        if (!(waiting.promote(missing) instanceof Registration.Confirmed confirmed)) {
            throw new IllegalStateException("All seats were given");
        }
        seats.keep(
                new RegistrationHappening.QueueLeftForSeat(confirmed),
                JournalEntry.Kind.EXCEPTION,
                by,
                reason);
        return new Outcome.Done(confirmed);
    }

    private Optional<Outcome> decide(
            RegistrationId id, BiFunction<Seats, Registration.Live, Outcome> move) {
        return registrations.decide(
                id,
                (desk, found) ->
                        switch (found) {
                            case Registration.Cancelled done -> new Outcome.Done(done);
                            case Registration.Live live -> decide(desk, live, move);
                        });
    }

    private Outcome decide(
            SeatDesk desk,
            Registration.Live live,
            BiFunction<Seats, Registration.Live, Outcome> move) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return desk.event().details().schedule().hasStarted(now)
                ? new Outcome.Refused(Refusal.EVENT_STARTED)
                : move.apply(Seats.at(desk, now), live);
    }
}
