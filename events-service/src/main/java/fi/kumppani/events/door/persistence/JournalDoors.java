package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.Arrival;
import fi.kumppani.events.door.Counted;
import fi.kumppani.events.door.Door;
import fi.kumppani.events.door.DoorDesk;
import fi.kumppani.events.door.DoorLine;
import fi.kumppani.events.door.Doors;
import fi.kumppani.events.door.KeptLine;
import fi.kumppani.events.door.KeptNote;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.LinePosition;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Doors as parents of arrivals and notes; a door is made when something is noted first. */
@Component
class JournalDoors implements Doors {

    private static final String DOORS = "doors";

    private final ChildCollection<ArrivalDocument> arrivals;
    private final ChildCollection<NoteDocument> notes;
    private final Journal<DoorDocument> doors;
    private final MessageTranslator<Counted> translator;

    JournalDoors(Journals journals, MessageTranslator<Counted> translator) {
        this.arrivals = journals.children("doors.arrivals", ArrivalDocument.class);
        this.notes = journals.children("doors.notes", NoteDocument.class);
        this.doors = journals.open(DOORS, DoorDocument.class, arrivals, notes);
        this.translator = translator;
    }

    @Override
    public Door of(EventId event) {
        return doors.find(event.value()).map(stored -> stored.body().toDomain()).orElse(Door.EMPTY);
    }

    @Override
    public Map<Long, Arrival> arrivals(EventId event, Collection<Long> numbers) {
        Map<String, Long> byId = new HashMap<>();
        numbers.forEach(number -> byId.put(childId(event, number.toString()), number));
        Map<Long, Arrival> found = new HashMap<>();
        arrivals.findAll(byId.keySet())
                .forEach(
                        (id, child) -> {
                            Arrival arrival = child.body().toDomain();
                            Long number = byId.get(id);
                            if (number != null && !arrival.heard().isEmpty()) {
                                found.put(number, arrival);
                            }
                        });
        return found;
    }

    @Override
    public List<KeptLine> journal(EventId event, String after, int limit) {
        LinePosition position = LinePosition.parse(after).orElse(LinePosition.START);
        return doors
                .find(event.value())
                .map(_ -> doors.lines(event.value(), LineDocument.class, position, limit))
                .orElse(List.of())
                .stream()
                .map(
                        line ->
                                new KeptLine(
                                        line.position().toString(),
                                        line.at(),
                                        line.line().toDomain()))
                .toList();
    }

    @Override
    public <R> R decide(EventId event, Function<DoorDesk, R> decide) {
        return move(event, decide)
                .or(
                        () -> {
                            var _ =
                                    doors.insert(
                                            event.value(),
                                            null,
                                            DoorDocument.from(Door.EMPTY),
                                            LineDocument.from(
                                                    new DoorLine(
                                                            DoorLine.Kind.OPENED,
                                                            null,
                                                            Actor.SYSTEM,
                                                            null)));
                            return move(event, decide);
                        })
                .orElseThrow(() -> new IllegalStateException("No door for " + event));
    }

    private <R> Optional<R> move(EventId event, Function<DoorDesk, R> decide) {
        return doors.move(
                event.value(),
                turn -> {
                    Desk desk = new Desk(event, turn);
                    R answer = decide.apply(desk);
                    desk.finish();
                    return answer;
                });
    }

    private static String childId(EventId event, String key) {
        return event + ":" + key;
    }

    private final class Desk implements DoorDesk {

        private final EventId event;
        private final Turn<DoorDocument> turn;
        private final Door before;
        private Door door;

        private Desk(EventId event, Turn<DoorDocument> turn) {
            this.event = event;
            this.turn = turn;
            this.before = turn.state().toDomain();
            this.door = before;
        }

        @Override
        public Door door() {
            return door;
        }

        @Override
        public Optional<KeptNote> note(String id) {
            return turn.child(notes, childId(event, id)).map(child -> child.body().toDomain(id));
        }

        @Override
        public Arrival arrival(long number) {
            return turn.child(arrivals, childId(event, Long.toString(number)))
                    .map(child -> child.body().toDomain())
                    .orElse(Arrival.NONE);
        }

        @Override
        public void keep(Door next) {
            door = next;
        }

        @Override
        public void keep(String id, KeptNote note) {
            turn.put(notes, childId(event, id), NoteDocument.from(note));
        }

        @Override
        public void keep(long number, Arrival arrival) {
            turn.put(
                    arrivals, childId(event, Long.toString(number)), ArrivalDocument.from(arrival));
        }

        @Override
        public void log(DoorLine line) {
            turn.log(LineDocument.from(line));
        }

        /** Keeps the numbers once, and tells them if they are, or change, the declared result. */
        private void finish() {
            if (door.equals(before)) {
                return;
            }
            Door.Result result = door.result();
            turn.set(
                    DoorDocument.from(door),
                    result == null
                            ? new OutboundMessage[0]
                            : translator
                                    .announce(new Counted(event, door, result))
                                    .toArray(OutboundMessage[]::new));
        }
    }
}
