package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What whoever registered may do with their registration until seats are no longer passed on. */
@Service
public class ManageRegistration {

    private final Registrations registrations;
    private final Clock clock;

    ManageRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is as they wanted. */
        record Done(Registration registration) implements Outcome {}

        /** What they said does not do. */
        record Faulty(List<Application.Fault> faults) implements Outcome {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Outcome {}
    }

    /**
     * Cancels a registration; a cancelled one stays as it is. What was offered is turned down.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> cancel(RegistrationId id) {
        return decide(
                id,
                (seats, live) ->
                        new Outcome.Done(
                                seats.end(
                                        live,
                                        live instanceof Registration.Offered
                                                ? Ending.OFFER_DECLINED
                                                : Ending.GIVEN_UP,
                                        Actor.REGISTRANT,
                                        null)),
                true);
    }

    /**
     * Accepts seats that were offered; said again, they stay accepted.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> accept(RegistrationId id) {
        return decide(
                id,
                (seats, live) ->
                        switch (live) {
                            case Registration.Offered offered -> accept(seats, offered);
                            case Registration.Confirmed done -> new Outcome.Done(done);
                            case Registration.Live _ ->
                                    new Outcome.Refused(Refusal.NOTHING_OFFERED);
                        },
                false);
    }

    private Outcome accept(Seats seats, Registration.Offered offered) {
        if (!seats.now().isBefore(offered.until())) {
            return new Outcome.Refused(Refusal.OFFER_LAPSED);
        }
        Registration.Confirmed confirmed = offered.accept();
        seats.release(offered.id().number());
        seats.keep(
                new RegistrationHappening.OfferAccepted(confirmed),
                JournalEntry.Kind.ACCEPTED,
                Actor.REGISTRANT,
                null);
        return new Outcome.Done(confirmed);
    }

    /**
     * Confirms the address, for whoever holds a link that was sent there; said again, it stays
     * confirmed.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> confirmAddress(RegistrationId id) {
        return decide(
                id,
                (seats, live) -> {
                    if (live.particulars().addressConfirmedAt() != null) {
                        return new Outcome.Done(live);
                    }
                    Registration.Live confirmed =
                            live.with(live.particulars().confirmed(seats.now()));
                    seats.keep(
                            new RegistrationHappening.Noted(confirmed),
                            JournalEntry.Kind.ADDRESS_CONFIRMED,
                            Actor.REGISTRANT,
                            null);
                    return new Outcome.Done(confirmed);
                },
                false);
    }

    /**
     * Has the deputy take the registration over, seats or place in the queue and all.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> handOver(RegistrationId id) {
        return decide(
                id,
                (seats, live) -> {
                    if (live.particulars().deputy() == null) {
                        return new Outcome.Refused(Refusal.NO_DEPUTY);
                    }
                    Registration.Live deputised = live.with(live.particulars().handedOver());
                    seats.keep(
                            new RegistrationHappening.HandedOver(deputised),
                            JournalEntry.Kind.HANDED_OVER,
                            Actor.REGISTRANT,
                            null);
                    return new Outcome.Done(deputised);
                },
                false);
    }

    /**
     * Writes a registration anew: fewer seats always, more only while they are free and nobody
     * waits. Address, association and quota stay.
     *
     * @return empty when there is no such registration
     */
    public Optional<Outcome> change(RegistrationId id, SaidByRegistrant said) {
        return decide(id, (seats, live) -> change(seats, live, said), false);
    }

    private static Outcome change(Seats seats, Registration.Live live, SaidByRegistrant said) {
        CheckApplication.Checked checked =
                CheckApplication.checkAnew(said, seats.desk().event().rules(), live.particulars());
        if (!(checked instanceof CheckApplication.Checked.Sound(Application application))) {
            return new Outcome.Faulty(((CheckApplication.Checked.Faulty) checked).faults());
        }
        Optional<Refusal> exceeded = Limits.exceeded(seats.desk(), application, live);
        if (exceeded.isPresent()) {
            return new Outcome.Refused(exceeded.get());
        }
        int more = application.party().seats() - live.particulars().party().seats();
        if (more > 0 && !(live instanceof Registration.Requested)) {
            if (!(live instanceof Registration.Confirmed)
                    || seats.seating().waiting() > 0
                    || seats.seating().room(application.party().quota()) < more) {
                return new Outcome.Refused(Refusal.NO_SEAT_FREE);
            }
        }
        return new Outcome.Done(rewrite(seats, live, application));
    }

    private static Registration.Live rewrite(
            Seats seats, Registration.Live live, Application application) {
        Party before = live.particulars().party();
        Party after = application.party();
        long number = live.id().number();
        Registration.Live next = live.with(live.particulars().rewritten(application));
        Seating seating = seats.seating();
        switch (live) {
            case Registration.Confirmed _, Registration.Offered _ ->
                    seating = seating.leaveSeats(before).takeSeats(after);
            case Registration.Waitlisted waiting -> {
                int wanted = after.seats() - waiting.seatsNow();
                if (wanted > 0) {
                    seating = seating.waitFor(number, new Party(wanted, after.quota()));
                } else {
                    seating =
                            seating.leaveQueue(number)
                                    .leaveSeats(new Party(waiting.seatsNow(), before.quota()))
                                    .takeSeats(after);
                    next =
                            new Registration.Confirmed(
                                    live.id(), next.particulars(), next.revision());
                }
            }
            case Registration.Requested _, Registration.Held _ -> {}
        }
        seats.desk()
                .seat(
                        seating,
                        seats.commitments()
                                .group(live.particulars().group(), -before.seats())
                                .group(application.group(), after.seats()));
        seats.keepNeeds(number, application.needs());
        seats.keep(
                new RegistrationHappening.Rewritten(next),
                JournalEntry.Kind.REWRITTEN,
                Actor.REGISTRANT,
                before.seats() == after.seats()
                        ? null
                        : before.seats() + " seats to " + after.seats());
        seats.promote("seats of " + number);
        return next;
    }

    private Optional<Outcome> decide(
            RegistrationId id,
            BiFunction<Seats, Registration.Live, Outcome> move,
            boolean endedIsDone) {
        return registrations.decide(
                id,
                (desk, found) ->
                        switch (found) {
                            case Registration.Cancelled done ->
                                    endedIsDone
                                            ? new Outcome.Done(done)
                                            : new Outcome.Refused(Refusal.REGISTRATION_ENDED);
                            case Registration.Live live ->
                                    refusal(desk.event(), endedIsDone)
                                            .<Outcome>map(Outcome.Refused::new)
                                            .orElseGet(
                                                    () -> move.apply(Seats.at(desk, now()), live));
                        });
    }

    /** Why nothing can be done any more, if so; an ending is wanted for called off events too. */
    private Optional<Refusal> refusal(Event event, boolean ending) {
        if (event instanceof Event.Cancelled && !ending) {
            return Optional.of(Refusal.EVENT_CANCELLED);
        }
        return event.details().schedule().hasStarted(now())
                ? Optional.of(Refusal.EVENT_STARTED)
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
