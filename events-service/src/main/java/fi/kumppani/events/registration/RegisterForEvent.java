package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.event.WholeSeries;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Somebody wants seats: in order of arrival they get them, or a place in the queue. */
@Service
public class RegisterForEvent {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private final Registrations registrations;
    private final Fingerprints fingerprints;
    private final CheckApplication checkApplication;
    private final WholeSeries wholeSeries;
    private final Clock clock;

    RegisterForEvent(
            Registrations registrations,
            Fingerprints fingerprints,
            CheckApplication checkApplication,
            WholeSeries wholeSeries,
            Clock clock) {
        this.registrations = registrations;
        this.fingerprints = fingerprints;
        this.checkApplication = checkApplication;
        this.wholeSeries = wholeSeries;
        this.clock = clock;
    }

    /**
     * Registers somebody; the same request again gets the first answer.
     *
     * @param held the number under which seats are held for the form; null for none
     * @return empty when there is no such event
     */
    public Optional<Outcome> register(
            EventId event, SaidByRegistrant said, @Nullable Long held, Creation request) {
        return register(event, said, held, Way.OWN_FORM, null, request);
    }

    /**
     * Registers somebody who registers for the whole series of the event.
     *
     * @return empty when there is no such event
     */
    Optional<Outcome> registerWithSeries(EventId event, SaidByRegistrant said, Creation request) {
        return register(event, said, null, Way.SERIES, null, request);
    }

    /**
     * Registers somebody who follows the series of the event, unless their mailbox has registered
     * for it before: whatever became of that, they know.
     *
     * @param addressConfirmedAt when they showed that the address is theirs; null for not yet
     * @return what really came of it, which is for nobody but the journal; empty when there is no
     *     such event
     */
    public Optional<Outcome> registerFollower(
            EventId event,
            Registrant.Person person,
            @Nullable String associationId,
            @Nullable Instant addressConfirmedAt,
            Creation request) {
        return register(
                event,
                RegisterForSeries.said(person, associationId),
                null,
                Way.FOLLOWING,
                addressConfirmedAt,
                request);
    }

    private Optional<Outcome> register(
            EventId event,
            SaidByRegistrant said,
            @Nullable Long held,
            Way way,
            @Nullable Instant addressConfirmedAt,
            Creation request) {
        Fingerprint mailbox = fingerprints.of(event, said.person().email());
        return registrations.decide(
                event,
                new Registering(
                        said,
                        checkApplication.known(said),
                        mailbox,
                        held,
                        way,
                        addressConfirmedAt,
                        request));
    }

    /** How somebody came to register. */
    private enum Way {
        OWN_FORM,
        SERIES,
        FOLLOWING
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** They are registered. */
        record Registered(FirstAnswer answer) implements Outcome {}

        /** What became of it is told to the address alone, as the event wants it. */
        record ToldByMail() implements Outcome {}

        /** The key of the request was used before with other content. */
        record KeyReused() implements Outcome {}

        /** What they said does not do. */
        record Faulty(List<Application.Fault> faults) implements Outcome {}

        /** They are not registered. */
        record Refused(Refusal reason) implements Outcome {}

        /** They are not registered, because one registers for the whole of this series. */
        record OnlyWithSeries(String series) implements Outcome {}
    }

    private final class Registering implements Registrations.Decision<Outcome> {

        private final SaidByRegistrant said;
        private final Optional<KnownAssociation> association;
        private final Fingerprint mailbox;
        private final @Nullable Long held;
        private final Way way;
        private final @Nullable Instant addressConfirmedAt;
        private final Creation request;

        private Registering(
                SaidByRegistrant said,
                Optional<KnownAssociation> association,
                Fingerprint mailbox,
                @Nullable Long held,
                Way way,
                @Nullable Instant addressConfirmedAt,
                Creation request) {
            this.said = said;
            this.association = association;
            this.mailbox = mailbox;
            this.held = held;
            this.way = way;
            this.addressConfirmedAt = addressConfirmedAt;
            this.request = request;
        }

        @Override
        public Registrations.Needs needs() {
            return new Registrations.Needs(
                    held == null ? List.of() : List.of(held),
                    List.of(mailbox),
                    said.associationId() == null ? List.of() : List.of(said.associationId()),
                    List.of(request.key()));
        }

        @Override
        public Outcome at(SeatDesk desk) {
            Outcome outcome = decide(desk);
            return desk.event().rules().answerByMailOnly() && way != Way.FOLLOWING
                    ? withheld(outcome)
                    : outcome;
        }

        /** The same for somebody who may not learn whether an address is known. */
        private static Outcome withheld(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Registered _ -> new Outcome.ToldByMail();
                case Outcome.Refused(Refusal reason) when reason == Refusal.ALREADY_REGISTERED ->
                        new Outcome.ToldByMail();
                case Outcome.Refused _,
                        Outcome.OnlyWithSeries _,
                        Outcome.Faulty _,
                        Outcome.KeyReused _,
                        Outcome.ToldByMail _ ->
                        outcome;
            };
        }

        private Outcome decide(SeatDesk desk) {
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
            Optional<String> series =
                    way == Way.OWN_FORM ? wholeSeries.onlyWith(event) : Optional.empty();
            if (series.isPresent()) {
                return new Outcome.OnlyWithSeries(series.get());
            }
            if (way == Way.FOLLOWING && desk.claimOf(mailbox).isPresent()) {
                return new Outcome.Refused(Refusal.ALREADY_REGISTERED);
            }
            Seats seats = Seats.at(desk, now);
            Optional<Registration.Held> hold = hold(desk, now);
            Optional<Refusal> late = late(event, held, hold, now);
            if (late.isPresent()) {
                return new Outcome.Refused(late.get());
            }
            CheckApplication.Checked checked =
                    CheckApplication.check(
                            way == Way.OWN_FORM ? said : RegisterForSeries.told(event, said),
                            event.rules(),
                            association,
                            () -> checkApplication.comeForMember(said, event));
            if (!(checked instanceof CheckApplication.Checked.Sound(Application application))) {
                return new Outcome.Faulty(((CheckApplication.Checked.Faulty) checked).faults());
            }
            Optional<Registration.Live> earlier = earlier(desk);
            if (earlier.isPresent()) {
                remind(desk, earlier.get(), now);
                return new Outcome.Refused(Refusal.ALREADY_REGISTERED);
            }
            Optional<Refusal> full = Limits.exceeded(desk, application, null);
            if (full.isPresent()) {
                return new Outcome.Refused(full.get());
            }
            if (hold.isPresent() && hold.get().particulars().party().equals(application.party())) {
                return complete(desk, seats, hold.get(), application, now);
            }
            hold.ifPresent(
                    other -> {
                        var _ =
                                seats.end(
                                        other,
                                        Ending.HOLD_LAPSED,
                                        Actor.REGISTRANT,
                                        "another party came");
                    });
            seats.promote("seat free");
            return event.rules().approval()
                    ? request(desk, seats, application, now)
                    : arrive(desk, seats, application, now);
        }

        private Optional<Registration.Held> hold(SeatDesk desk, Instant now) {
            return Optional.ofNullable(held)
                    .flatMap(desk::registration)
                    .filter(Registration.Held.class::isInstance)
                    .map(Registration.Held.class::cast)
                    .filter(found -> now.isBefore(found.until()));
        }

        private static Optional<Refusal> late(
                Event.Published event,
                @Nullable Long held,
                Optional<Registration.Held> hold,
                Instant now) {
            if (held != null && hold.isEmpty()) {
                return Optional.of(Refusal.HOLD_LAPSED);
            }
            if (!event.rules().isOpen(now)) {
                return Optional.of(Refusal.NOT_OPEN_YET);
            }
            return hold.isPresent() || event.takesRegistrations(now)
                    ? Optional.empty()
                    : Optional.of(Refusal.DEADLINE_PASSED);
        }

        private Optional<Registration.Live> earlier(SeatDesk desk) {
            return desk.claimOf(mailbox)
                    .map(Claim::number)
                    .flatMap(desk::registration)
                    .filter(Registration.Live.class::isInstance)
                    .map(Registration.Live.class::cast);
        }

        /** Shows the way by mail, but not so often that it could be used to pester somebody. */
        private void remind(SeatDesk desk, Registration.Live earlier, Instant now) {
            Instant reminded = desk.claimOf(mailbox).map(Claim::remindedAt).orElse(null);
            if (reminded != null && now.isBefore(reminded.plus(BETWEEN_REMINDERS))) {
                return;
            }
            desk.claim(mailbox, new Claim(earlier.id().number(), now));
            desk.keep(new RegistrationHappening.AskedAgain(earlier));
            desk.log(
                    new JournalEntry(
                            JournalEntry.Kind.ASKED_AGAIN,
                            earlier.id().number(),
                            Actor.REGISTRANT,
                            "the same address"));
        }

        private Outcome complete(
                SeatDesk desk,
                Seats seats,
                Registration.Held hold,
                Application application,
                Instant now) {
            seats.commit(desk.event().commitments().release(hold.id().number()));
            var confirmed =
                    new Registration.Confirmed(
                            hold.id(),
                            Registration.Particulars.of(application, now),
                            hold.revision() + 1);
            return keep(
                    desk,
                    seats,
                    new RegistrationHappening.SeatGiven(confirmed),
                    JournalEntry.Kind.CONFIRMED,
                    "seats held for the form",
                    0,
                    application);
        }

        private Outcome request(SeatDesk desk, Seats seats, Application application, Instant now) {
            Seating numbered = desk.event().seating().number();
            seats.seat(numbered);
            var requested =
                    new Registration.Requested(
                            new RegistrationId(desk.event().id(), numbered.last()),
                            particulars(application, now),
                            1);
            return keep(
                    desk,
                    seats,
                    new RegistrationHappening.ApprovalAsked(requested),
                    JournalEntry.Kind.REQUESTED,
                    "a coordinator approves",
                    0,
                    application);
        }

        private Outcome arrive(SeatDesk desk, Seats seats, Application application, Instant now) {
            Seating seating = desk.event().seating();
            Registration.Particulars particulars = particulars(application, now);
            return switch (seating.arrive(application.party())) {
                case Seating.Arrival.Seated(long number, Seating next) -> {
                    seats.seat(next);
                    yield keep(
                            desk,
                            seats,
                            new RegistrationHappening.SeatGiven(
                                    new Registration.Confirmed(id(desk, number), particulars, 1)),
                            JournalEntry.Kind.CONFIRMED,
                            seated(application.party(), next),
                            0,
                            application);
                }
                case Seating.Arrival.Queued(
                                long number,
                                int seatsNow,
                                long place,
                                Seating next) -> {
                    seats.seat(next);
                    yield keep(
                            desk,
                            seats,
                            new RegistrationHappening.QueueJoined(
                                    new Registration.Waitlisted(
                                            id(desk, number), particulars, 1, seatsNow)),
                            JournalEntry.Kind.WAITLISTED,
                            queued(seating, seatsNow, place),
                            place,
                            application);
                }
                case Seating.Arrival.TurnedAway _ -> new Outcome.Refused(Refusal.WAITING_LIST_FULL);
            };
        }

        private Registration.Particulars particulars(Application application, Instant now) {
            return Registration.Particulars.of(application, now).confirmedAt(addressConfirmedAt);
        }

        private static RegistrationId id(SeatDesk desk, long number) {
            return new RegistrationId(desk.event().id(), number);
        }

        private static String seated(Party party, Seating next) {
            return (party.seats() == 1 ? "seat " : party.seats() + " seats, ")
                    + next.confirmed()
                    + " of "
                    + next.capacity();
        }

        private static String queued(Seating before, int seatsNow, long place) {
            return before.confirmed()
                    + " of "
                    + before.capacity()
                    + " seats taken, "
                    + (place - 1)
                    + " waiting"
                    + (seatsNow == 0 ? "" : ", " + seatsNow + " seats now");
        }

        private Outcome keep(
                SeatDesk desk,
                Seats seats,
                RegistrationHappening happening,
                JournalEntry.Kind kind,
                String reason,
                long place,
                Application application) {
            RegistrationId id = happening.registration().id();
            FirstAnswer answer =
                    new FirstAnswer(
                            id, place, happening.registration() instanceof Registration.Requested);
            desk.keep(happening);
            seats.keepNeeds(id.number(), application.needs());
            desk.claim(mailbox, new Claim(id.number(), null));
            if (application.associationId() != null) {
                desk.claim(application.associationId(), id.number());
            }
            seats.commit(
                    desk.event()
                            .commitments()
                            .group(application.group(), application.party().seats()));
            seats.awaitAddress();
            desk.remember(request.key(), new AskedBefore(request.contentHash(), answer));
            seats.log(
                    kind,
                    id.number(),
                    Actor.REGISTRANT,
                    way == Way.FOLLOWING ? reason + ", follows the series" : reason);
            return new Outcome.Registered(answer);
        }
    }
}
