package fi.kumppani.events.door;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.events.registration.SeatWalkIn;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Those who stand at the door note who comes, and whoever comes may say so by themselves. */
@Service
public class NoteAtDoor {

    private static final String ONLINE = "online";

    private final Events events;
    private final Registrations registrations;
    private final Doors doors;
    private final Tickets tickets;
    private final DoorCodes codes;
    private final SeatWalkIn seatWalkIn;
    private final LateArrivals lateArrivals;
    private final Clock clock;

    NoteAtDoor(
            Events events,
            Registrations registrations,
            Doors doors,
            Tickets tickets,
            DoorCodes codes,
            SeatWalkIn seatWalkIn,
            LateArrivals lateArrivals,
            Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.doors = doors;
        this.tickets = tickets;
        this.codes = codes;
        this.seatWalkIn = seatWalkIn;
        this.lateArrivals = lateArrivals;
        this.clock = clock;
    }

    /**
     * A note as a device sends it: its ticket is not known to be one yet.
     *
     * @param ticket what was scanned; null when nothing was
     * @param note about number 0 as long as the ticket is not read
     */
    public record Sent(@Nullable String ticket, Note note) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** Each note was heard; what came of them is told in their order. */
        record Heard(List<Heeded> heeded) implements Outcome {}

        /** None was. */
        record Refused(DoorRefusal reason) implements Outcome {}
    }

    /**
     * Hears notes, in one step with one answer each. Sent again, or in another order, or by several
     * devices, they come to the same.
     *
     * @param device what the device calls itself
     * @return empty when there is no such event
     */
    public Optional<Outcome> hear(EventId id, String device, List<Sent> sent, Actor by) {
        return events.find(id)
                .map(
                        event ->
                                DoorRefusal.of(event)
                                        .<Outcome>map(Outcome.Refused::new)
                                        .orElseGet(() -> hear(event, device, read(id, sent), by)));
    }

    private Outcome hear(Event event, String device, List<Note> notes, Actor by) {
        Map<Long, HearNotes.Expected> expected =
                expected(
                        event.id(),
                        notes.stream()
                                .map(Note::what)
                                .filter(Note.Came.class::isInstance)
                                .map(what -> ((Note.Came) what).number())
                                .toList());
        List<Heeded> heeded =
                doors.decide(
                        event.id(), desk -> new HearNotes(desk, expected, by, device).hear(notes));
        if (event.details().schedule().isOver(clock.instant())) {
            // Before it is answered: a device sends again what was not.
            lateArrivals.noted(event.id(), expected.keySet());
        }
        return new Outcome.Heard(heeded);
    }

    /** Reads the tickets; one that is none stands for a number nobody has. */
    private List<Note> read(EventId event, List<Sent> sent) {
        List<Note> notes = new ArrayList<>();
        for (Sent each : sent) {
            String ticket = each.ticket();
            Note note = each.note();
            if (ticket != null && note.what() instanceof Note.Came came) {
                long number =
                        tickets.open(ticket)
                                .map(Registration::id)
                                .filter(id -> id.event().equals(event))
                                .map(RegistrationId::number)
                                .orElse(0L);
                note =
                        new Note(
                                note.id(),
                                note.at(),
                                new Note.Came(number, came.people(), came.category()));
            }
            notes.add(note);
        }
        return notes;
    }

    private Map<Long, HearNotes.Expected> expected(EventId event, List<Long> numbers) {
        Map<Long, HearNotes.Expected> expected = new HashMap<>();
        registrations
                .findAll(
                        numbers.stream()
                                .map(number -> new RegistrationId(event, number))
                                .collect(Collectors.toSet()))
                .forEach(
                        (id, registration) -> {
                            if (registration instanceof Registration.Confirmed confirmed) {
                                expected.put(id.number(), expected(confirmed));
                            }
                        });
        return expected;
    }

    private static HearNotes.Expected expected(Registration.Confirmed confirmed) {
        Registration.Particulars particulars = confirmed.particulars();
        return new HearNotes.Expected(
                particulars.party().seats(),
                particulars.association() == null ? Category.OTHER : Category.ASSOCIATION);
    }

    /**
     * Counts people who are not registered, and gives them seats if they are to have some.
     *
     * @param seated whether they get a registration, without name, for seats that are free
     * @return empty when there is no such event
     */
    public Optional<Outcome> walkIn(
            EventId id, Category category, int people, boolean seated, Creation request, Actor by) {
        if (!seated) {
            return hear(
                    id,
                    ONLINE,
                    List.of(new Sent(null, note(request, new Note.WalkedIn(category, people)))),
                    by);
        }
        return seatWalkIn
                .seat(id, new Party(people, null), request, by)
                .flatMap(
                        outcome ->
                                switch (outcome) {
                                    case SeatWalkIn.Outcome.Seated(long number) ->
                                            hear(
                                                    id,
                                                    ONLINE,
                                                    List.of(
                                                            new Sent(
                                                                    null,
                                                                    note(
                                                                            request,
                                                                            new Note.Came(
                                                                                    number, people,
                                                                                    category)))),
                                                    by);
                                    case SeatWalkIn.Outcome.KeyReused _ ->
                                            refused(DoorRefusal.KEY_REUSED);
                                    case SeatWalkIn.Outcome.NoSeatFree _ ->
                                            refused(DoorRefusal.NO_SEAT_FREE);
                                    case SeatWalkIn.Outcome.NotHeld _ ->
                                            refused(DoorRefusal.EVENT_CANCELLED);
                                });
    }

    /**
     * Takes back all that says somebody came of a registration; said again, nobody has come.
     *
     * @return empty when there is no such event
     */
    public Optional<Arrival> takeBack(EventId id, long number, Actor by) {
        return events.find(id)
                .map(
                        event ->
                                doors.decide(
                                        event.id(),
                                        desk -> {
                                            new HearNotes(desk, Map.of(), by, ONLINE)
                                                    .takeBackAll(number);
                                            return desk.arrival(number);
                                        }));
    }

    /**
     * Somebody who reads the code at the door says that they have come, with their registration or
     * without a name.
     *
     * @param mine their own registration, which they have proved; null for none
     * @return empty when there is no such event
     */
    public Optional<Outcome> sayOneself(
            EventId id,
            String code,
            @Nullable Category category,
            @Nullable RegistrationId mine,
            Creation request) {
        return events.find(id)
                .filter(event -> !(event instanceof Event.Draft))
                .map(
                        event -> {
                            Optional<DoorRefusal> refusal = DoorRefusal.of(event);
                            if (refusal.isPresent()) {
                                return new Outcome.Refused(refusal.get());
                            }
                            if (!codes.isOpen(event)) {
                                return new Outcome.Refused(DoorRefusal.DOOR_CLOSED);
                            }
                            if (!codes.isShown(id, code)) {
                                return new Outcome.Refused(DoorRefusal.WRONG_CODE);
                            }
                            return hear(
                                    event,
                                    "self",
                                    List.of(note(request, oneself(category, mine))),
                                    Actor.REGISTRANT);
                        });
    }

    private static Note.What oneself(@Nullable Category category, @Nullable RegistrationId mine) {
        return mine == null
                ? new Note.WalkedIn(category == null ? Category.OTHER : category, 1)
                : new Note.Came(mine.number(), null, category);
    }

    private Note note(Creation request, Note.What what) {
        return new Note(request.key(), clock.instant().truncatedTo(ChronoUnit.MILLIS), what);
    }

    private static Optional<Outcome> refused(DoorRefusal reason) {
        return Optional.of(new Outcome.Refused(reason));
    }
}
