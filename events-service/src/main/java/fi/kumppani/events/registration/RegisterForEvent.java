package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.Registrations.Needs;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Somebody wants a seat: in order of arrival they get one, or a place in the queue. */
@Service
public class RegisterForEvent {

    private static final int MOST_PROMOTIONS = 2;

    private final Registrations registrations;
    private final Fingerprints fingerprints;
    private final Clock clock;

    RegisterForEvent(Registrations registrations, Fingerprints fingerprints, Clock clock) {
        this.registrations = registrations;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    /**
     * Registers a person; the same request again gets the first answer.
     *
     * @return empty when there is no such event
     */
    public Optional<Outcome> register(EventId event, Registrant.Person person, Creation request) {
        Fingerprint mailbox = fingerprints.of(event, person.email());
        return registrations.decide(event, new Registering(person, mailbox, request));
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** They are registered. */
        record Registered(FirstAnswer answer) implements Outcome {}

        /** The key of the request was used before with other content. */
        record KeyReused() implements Outcome {}

        /** They are not registered. */
        record Refused(Refusal reason) implements Outcome {}
    }

    /** Why somebody is not registered. */
    public enum Refusal {
        /** The event is not announced yet. */
        NOT_PUBLISHED,
        /** The event will not be held. */
        EVENT_CANCELLED,
        /** One registers for a part of it, somewhere else, or not at all. */
        NOT_HERE,
        /** It will be held some other time that is not known yet. */
        EVENT_POSTPONED,
        /** It is too late. */
        DEADLINE_PASSED,
        /** The mailbox has a seat or waits for one. */
        ALREADY_REGISTERED,
        /** More people wait than could ever get a seat. */
        WAITING_LIST_FULL
    }

    private final class Registering implements Registrations.Decision<Outcome> {

        private final Registrant.Person person;
        private final Fingerprint mailbox;
        private final Creation request;

        private Registering(Registrant.Person person, Fingerprint mailbox, Creation request) {
            this.person = person;
            this.mailbox = mailbox;
            this.request = request;
        }

        @Override
        public Needs needs() {
            return new Needs(List.of(), List.of(mailbox), List.of(request.key()));
        }

        @Override
        public Outcome at(SeatDesk desk) {
            Optional<AskedBefore> before = desk.askedBefore(request.key());
            if (before.isPresent()) {
                return before.get().contentHash().equals(request.contentHash())
                        ? new Outcome.Registered(before.get().answer())
                        : new Outcome.KeyReused();
            }
            return switch (desk.event()) {
                case Event.Draft _ -> new Outcome.Refused(Refusal.NOT_PUBLISHED);
                case Event.Cancelled _ -> new Outcome.Refused(Refusal.EVENT_CANCELLED);
                case Event.Published event -> at(desk, event);
            };
        }

        private Outcome at(SeatDesk desk, Event.Published event) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (!event.details().particulars().enrolment().isHere()) {
                return new Outcome.Refused(Refusal.NOT_HERE);
            }
            if (event.standing().phase() == Standing.Phase.POSTPONED) {
                return new Outcome.Refused(Refusal.EVENT_POSTPONED);
            }
            if (!event.takesRegistrations(now)) {
                return new Outcome.Refused(Refusal.DEADLINE_PASSED);
            }
            if (isTaken(desk)) {
                return new Outcome.Refused(Refusal.ALREADY_REGISTERED);
            }
            var _ = Promotions.promote(desk, now, MOST_PROMOTIONS, "seat free");
            Seating seating = desk.event().seating();
            return switch (seating.arrive()) {
                case Seating.Arrival.Seated(long number, Seating next) -> {
                    String reason = "seat " + next.confirmed() + " of " + next.capacity();
                    desk.seat(next);
                    yield seat(desk, new RegistrationId(event.id(), number), now, reason);
                }
                case Seating.Arrival.Queued(long number, long place, Seating next) -> {
                    String reason =
                            seating.confirmed()
                                    + " of "
                                    + next.capacity()
                                    + " seats taken, "
                                    + (place - 1)
                                    + " waiting";
                    desk.seat(next);
                    yield queue(desk, new RegistrationId(event.id(), number), place, now, reason);
                }
                case Seating.Arrival.TurnedAway _ -> new Outcome.Refused(Refusal.WAITING_LIST_FULL);
            };
        }

        private boolean isTaken(SeatDesk desk) {
            return desk.claimOf(mailbox)
                    .flatMap(desk::registration)
                    .filter(Registration.Live.class::isInstance)
                    .isPresent();
        }

        private Outcome seat(SeatDesk desk, RegistrationId id, Instant now, String reason) {
            var confirmed =
                    new Registration.Confirmed(id, Registration.Particulars.of(person, now), 1);
            return keep(
                    desk,
                    new RegistrationHappening.SeatGiven(confirmed),
                    JournalEntry.Kind.CONFIRMED,
                    reason,
                    0);
        }

        private Outcome queue(
                SeatDesk desk, RegistrationId id, long place, Instant now, String reason) {
            var waitlisted =
                    new Registration.Waitlisted(id, Registration.Particulars.of(person, now), 1);
            return keep(
                    desk,
                    new RegistrationHappening.QueueJoined(waitlisted),
                    JournalEntry.Kind.WAITLISTED,
                    reason,
                    place);
        }

        private Outcome keep(
                SeatDesk desk,
                RegistrationHappening happening,
                JournalEntry.Kind kind,
                String reason,
                long place) {
            RegistrationId id = happening.registration().id();
            FirstAnswer answer = new FirstAnswer(id, place);
            desk.keep(happening);
            desk.claim(mailbox, id.number());
            desk.remember(request.key(), new AskedBefore(request.contentHash(), answer));
            desk.log(new JournalEntry(kind, id.number(), Actor.REGISTRANT, reason));
            return new Outcome.Registered(answer);
        }
    }
}
