package fi.kumppani.events.door;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Coordinators write what they counted in the room, and declare how many came. */
@Service
public class CountPeople {

    private final Events events;
    private final Doors doors;
    private final Clock clock;

    CountPeople(Events events, Doors doors, Clock clock) {
        this.events = events;
        this.doors = doors;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is as they wrote. */
        record Done(Door door) implements Outcome {}

        /** Somebody else wrote first. */
        record Stale() implements Outcome {}

        /** It stays as it was. */
        record Refused(DoorRefusal reason) implements Outcome {}
    }

    /**
     * Writes what was counted in the room, in place of what the notes say.
     *
     * @param seen the revision that was read
     * @return empty when there is no such event
     */
    public Optional<Outcome> count(EventId id, HeadCount inTheRoom, long seen, Actor by) {
        return events.find(id)
                .map(
                        event ->
                                DoorRefusal.of(event)
                                        .<Outcome>map(Outcome.Refused::new)
                                        .orElseGet(
                                                () ->
                                                        write(
                                                                id,
                                                                seen,
                                                                door -> door.counted(inTheRoom),
                                                                new DoorLine(
                                                                        DoorLine.Kind.COUNTED,
                                                                        null,
                                                                        by,
                                                                        inTheRoom
                                                                                .people()
                                                                                .toString()))));
    }

    /**
     * Declares that the event was held, and how many came; said again, with what is known by now.
     *
     * @param seen the revision that was read
     * @return empty when there is no such event
     */
    public Optional<Outcome> declare(EventId id, long seen, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return events.find(id)
                .map(
                        event -> {
                            Optional<DoorRefusal> refusal = DoorRefusal.of(event);
                            if (refusal.isPresent()) {
                                return new Outcome.Refused(refusal.get());
                            }
                            if (!event.details().schedule().hasStarted(now)) {
                                return new Outcome.Refused(DoorRefusal.EVENT_NOT_BEGUN);
                            }
                            var result = new Door.Result(now, event.seating().confirmed());
                            return write(
                                    id,
                                    seen,
                                    door -> door.declared(result),
                                    new DoorLine(DoorLine.Kind.DECLARED, null, by, null));
                        });
    }

    private Outcome write(EventId id, long seen, UnaryOperator<Door> change, DoorLine line) {
        return doors.decide(
                id,
                desk -> {
                    if (desk.door().revision() != seen) {
                        return new Outcome.Stale();
                    }
                    Door next = change.apply(desk.door());
                    desk.keep(next);
                    desk.log(line);
                    return new Outcome.Done(next);
                });
    }
}
