package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.Registrations.Needs;
import fi.kumppani.events.seating.Seating;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Somebody gives up their seat or their place in the queue; a seat goes to the first in line. */
@Service
public class CancelRegistration {

    private static final int MOST_PROMOTIONS = 2;

    private final Registrations registrations;
    private final Clock clock;

    CancelRegistration(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Cancels a registration; a cancelled one stays as it is.
     *
     * @param reason a coordinator's words, if one does it
     * @return empty when there is no such registration
     */
    public Optional<Outcome> cancel(RegistrationId id, Actor by, @Nullable String reason) {
        return registrations
                .decide(id.event(), new Cancelling(id, by, reason))
                .flatMap(outcome -> outcome);
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is given up. */
        record Done(Registration.Cancelled registration) implements Outcome {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Outcome {}
    }

    /** Why a registration is not cancelled. */
    public enum Refusal {
        /** The event has begun. */
        EVENT_STARTED
    }

    private final class Cancelling implements Registrations.Decision<Optional<Outcome>> {

        private final RegistrationId id;
        private final Actor by;
        private final @Nullable String reason;

        private Cancelling(RegistrationId id, Actor by, @Nullable String reason) {
            this.id = id;
            this.by = by;
            this.reason = reason;
        }

        @Override
        public Needs needs() {
            return new Needs(List.of(id.number()), List.of(), List.of());
        }

        @Override
        public Optional<Outcome> at(SeatDesk desk) {
            return desk.registration(id.number())
                    .map(
                            found ->
                                    switch (found) {
                                        case Registration.Cancelled done -> new Outcome.Done(done);
                                        case Registration.Live live -> cancel(desk, live);
                                    });
        }

        private Outcome cancel(SeatDesk desk, Registration.Live live) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Event event = desk.event();
            if (event.details().schedule().hasStarted(now)) {
                return new Outcome.Refused(Refusal.EVENT_STARTED);
            }
            Registration.Cancelled cancelled = live.cancel(now);
            desk.keep(new RegistrationHappening.GivenUp(cancelled));
            desk.log(new JournalEntry(JournalEntry.Kind.CANCELLED, id.number(), by, reason));
            Seating seating = event.seating();
            switch (live) {
                case Registration.Confirmed _ -> {
                    desk.seat(seating.leaveSeat());
                    var _ =
                            Promotions.promote(
                                    desk, now, MOST_PROMOTIONS, "seat of " + id.number());
                }
                case Registration.Waitlisted _ -> desk.seat(seating.leaveQueue(id.number()));
            }
            return new Outcome.Done(cancelled);
        }
    }
}
