package fi.kumppani.events.door;

import fi.kumppani.events.event.Actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Merges notes into what is known. A note counts once, whenever and however often it comes; a note
 * that was taken back does not count, whichever of the two comes first; taking back is for good. So
 * phones that were apart agree with each other once all of them have told everything, in any order.
 */
final class HearNotes {

    private final DoorDesk desk;
    private final Map<Long, Expected> expected;
    private final Actor by;
    private final String device;

    /**
     * @param expected the registrations that notes name and that have their seats
     */
    HearNotes(DoorDesk desk, Map<Long, Expected> expected, Actor by, String device) {
        this.desk = desk;
        this.expected = expected;
        this.by = by;
        this.device = device;
    }

    /**
     * A party that has its seats.
     *
     * @param seats how many of them there are
     * @param category as what they come when nobody says else
     */
    record Expected(int seats, Category category) {}

    List<Heeded> hear(List<Note> notes) {
        List<Heeded> heeded = new ArrayList<>();
        notes.forEach(note -> heeded.add(hear(note)));
        return heeded;
    }

    private Heeded hear(Note note) {
        Optional<KeptNote> before = desk.note(note.id());
        if (before.isPresent()) {
            return again(note, before.get());
        }
        return switch (note.what()) {
            case Note.Came came -> came(note, came);
            case Note.WalkedIn walkedIn -> walkedIn(note, walkedIn);
            case Note.TakenBack takenBack -> takenBack(note, takenBack);
        };
    }

    private Heeded again(Note note, KeptNote before) {
        if (before.note() != null && !before.note().what().equals(note.what())) {
            return Heeded.of(note, Heeded.Verdict.ID_REUSED);
        }
        if (before.note() == null) {
            desk.keep(note.id(), new KeptNote(note, true));
            if (note.what() instanceof Note.TakenBack(String mistake)) {
                takeBack(mistake);
            }
        }
        return before.takenBack()
                ? Heeded.of(note, Heeded.Verdict.TAKEN_BACK)
                : note.what() instanceof Note.Came(long number, var _, var _)
                        ? standing(note, number, Heeded.Verdict.REPEATED)
                        : Heeded.of(note, Heeded.Verdict.REPEATED);
    }

    private Heeded came(Note note, Note.Came came) {
        Expected party = expected.get(came.number());
        if (party == null) {
            return Heeded.of(note, Heeded.Verdict.NO_SEAT);
        }
        int people = came.people() == null ? party.seats() : came.people();
        if (people > party.seats()) {
            return Heeded.of(note, Heeded.Verdict.MORE_THAN_REGISTERED);
        }
        Arrival before = desk.arrival(came.number());
        Arrival now =
                before.with(
                        new Arrival.Heard(
                                note.id(),
                                note.at(),
                                people,
                                Objects.requireNonNullElse(came.category(), party.category()),
                                came.category() != null));
        desk.keep(note.id(), new KeptNote(note, false));
        desk.keep(came.number(), now);
        desk.keep(desk.door().after(before, now));
        boolean first = before.heard().isEmpty();
        desk.log(
                new DoorLine(
                        first ? DoorLine.Kind.CAME : DoorLine.Kind.CAME_AGAIN,
                        came.number(),
                        by,
                        device + ", " + people));
        return standing(
                note,
                came.number(),
                first ? Heeded.Verdict.ARRIVED : Heeded.Verdict.ARRIVED_BEFORE);
    }

    private Heeded standing(Note note, long number, Heeded.Verdict verdict) {
        Arrival arrival = desk.arrival(number);
        Instant since = arrival.first().map(Arrival.Heard::at).orElse(null);
        return new Heeded(note.id(), verdict, number, arrival.people(), since);
    }

    private Heeded walkedIn(Note note, Note.WalkedIn walkedIn) {
        desk.keep(note.id(), new KeptNote(note, false));
        desk.keep(desk.door().walkedIn(walkedIn.category(), walkedIn.people()));
        desk.log(
                new DoorLine(
                        DoorLine.Kind.WALKED_IN,
                        null,
                        by,
                        device + ", " + walkedIn.people() + " " + walkedIn.category()));
        return Heeded.of(note, Heeded.Verdict.COUNTED);
    }

    private Heeded takenBack(Note note, Note.TakenBack mistake) {
        desk.keep(note.id(), new KeptNote(note, false));
        takeBack(mistake.note());
        return Heeded.of(note, Heeded.Verdict.TAKEN_BACK);
    }

    /** Takes a note back, also one that has not come yet. */
    private void takeBack(String id) {
        Optional<KeptNote> mistake = desk.note(id);
        if (mistake.filter(KeptNote::takenBack).isPresent()) {
            return;
        }
        Note note = mistake.map(KeptNote::note).orElse(null);
        desk.keep(id, new KeptNote(note, true));
        Long number = null;
        if (note != null) {
            switch (note.what()) {
                case Note.Came came -> {
                    number = came.number();
                    forget(number, id);
                }
                case Note.WalkedIn(Category category, int people) ->
                        desk.keep(desk.door().walkedIn(category, -people));
                case Note.TakenBack _ -> {}
            }
        }
        desk.log(new DoorLine(DoorLine.Kind.TAKEN_BACK, number, by, device));
    }

    private void forget(long number, String note) {
        Arrival before = desk.arrival(number);
        Arrival now = before.without(note);
        desk.keep(number, now);
        desk.keep(desk.door().after(before, now));
    }

    /** Takes back all that says somebody came of a registration. */
    void takeBackAll(long number) {
        desk.arrival(number).heard().forEach(heard -> takeBack(heard.note()));
    }
}
