package fi.kumppani.events.door;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.Actor;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What is noted at the door, by several devices that were apart. */
class HearNotesTests {

    private static final Instant FIVE = Instant.parse("2025-09-23T14:00:00Z");
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final Map<Long, HearNotes.Expected> EXPECTED =
            Map.of(
                    1L,
                    new HearNotes.Expected(1, Category.OTHER),
                    2L,
                    new HearNotes.Expected(4, Category.ASSOCIATION),
                    3L,
                    new HearNotes.Expected(2, Category.OTHER));

    private final Desk desk = new Desk();

    @Test
    void countsAPartyOnceWhenTwoDevicesSeeItsTicket() {
        assertThat(hear(came("left-000", 0, 2, null)).verdict()).isEqualTo(Heeded.Verdict.ARRIVED);
        Heeded second = hear(came("right-00", 30, 2, null));

        assertThat(second.verdict()).isEqualTo(Heeded.Verdict.ARRIVED_BEFORE);
        assertThat(second.arrivedAt()).isEqualTo(FIVE);
        assertThat(desk.door.people()).isEqualTo(4);
        assertThat(desk.door.parties()).isEqualTo(1);
        assertThat(desk.door.repeats()).isEqualTo(1);
        assertThat(desk.door.people(Category.ASSOCIATION)).isEqualTo(4);
    }

    @Test
    void tellsTheEarliestArrivalWhicheverDeviceTellsLast() {
        var _ = hear(came("left-000", 30, 1, null));
        Heeded earlier = hear(came("right-00", -30, 1, null));

        assertThat(earlier.arrivedAt()).isEqualTo(FIVE.minusSeconds(30));
        assertThat(desk.door.people()).isEqualTo(1);
    }

    @Test
    void knowsANoteThatComesAgain() {
        var _ = hear(came("left-000", 0, 1, null));

        assertThat(hear(came("left-000", 0, 1, null)).verdict()).isEqualTo(Heeded.Verdict.REPEATED);
        assertThat(hear(came("left-000", 0, 3, null)).verdict())
                .isEqualTo(Heeded.Verdict.ID_REUSED);
        assertThat(desk.door.people()).isEqualTo(1);
    }

    @Test
    void countsAPartyThatComesBitByBit() {
        var _ = hear(came("left-000", 0, 2, 1));
        assertThat(desk.door.people()).isEqualTo(1);
        assertThat(hear(came("left-001", 60, 2, 3)).people()).isEqualTo(3);
        assertThat(desk.door.people()).isEqualTo(3);
        assertThat(hear(came("left-002", 90, 2, 5)).verdict())
                .isEqualTo(Heeded.Verdict.MORE_THAN_REGISTERED);
    }

    @Test
    void letsNobodyInWhoHasNoSeat() {
        assertThat(hear(came("left-000", 0, 7, null)).verdict()).isEqualTo(Heeded.Verdict.NO_SEAT);
        assertThat(desk.door).isEqualTo(Door.EMPTY);
    }

    @Test
    void takesAMistakeBackAlsoBeforeItIsHeardOf() {
        var _ = hear(new Note("back-000", FIVE, new Note.TakenBack("left-000")));

        assertThat(hear(came("left-000", 0, 1, null)).verdict())
                .isEqualTo(Heeded.Verdict.TAKEN_BACK);
        assertThat(desk.door.people()).isZero();
        assertThat(hear(came("left-001", 5, 1, null)).verdict()).isEqualTo(Heeded.Verdict.ARRIVED);
    }

    @Test
    void trustsWhatWasCountedInTheRoomMoreThanNotes() {
        var _ = hear(new Note("left-000", FIVE, new Note.WalkedIn(Category.ELECTED, 3)));
        var _ = hear(new Note("left-001", FIVE, new Note.WalkedIn(Category.STAFF, 2)));

        Door counted = desk.door.counted(new HeadCount(Map.of(Category.ELECTED, 5)));

        assertThat(counted.people()).isEqualTo(7);
        assertThat(counted.people(Category.ELECTED)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameInAnyOrderAndHoweverOften(long seed) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 250; round++) {
            List<Note> notes = someNotes(chance);
            Desk inOrder = new Desk();
            notes.forEach(note -> hear(inOrder, note));

            List<Note> shuffled = new ArrayList<>(notes);
            notes.stream().filter(_ -> chance.nextInt(3) == 0).forEach(shuffled::add);
            shuffle(shuffled, chance);
            Desk inAnother = new Desk();
            shuffled.forEach(note -> hear(inAnother, note));

            assertThat(inAnother.door).as("seed %d, round %d", seed, round).isEqualTo(inOrder.door);
            assertThat(inAnother.arrivals).isEqualTo(inOrder.arrivals);
            assertThat(inOrder.door).isEqualTo(recounted(inOrder));
        }
    }

    /** The numbers, added up anew from all that is kept. */
    private static Door recounted(Desk desk) {
        Door door = Door.EMPTY;
        for (Arrival arrival : desk.arrivals.values()) {
            door = door.after(Arrival.NONE, arrival);
        }
        for (KeptNote kept : desk.notes.values()) {
            if (!kept.takenBack()
                    && kept.note() != null
                    && kept.note().what() instanceof Note.WalkedIn(Category category, int people)) {
                door = door.walkedIn(category, people);
            }
        }
        return door;
    }

    private static List<Note> someNotes(RandomGenerator chance) {
        List<Note> notes = new ArrayList<>();
        int many = 1 + chance.nextInt(12);
        for (int index = 0; index < many; index++) {
            // Clocks of devices disagree by up to two minutes, and may show the same time.
            Instant at = FIVE.plus(Duration.ofSeconds(chance.nextInt(-60, 60)));
            Category category = CATEGORIES.get(chance.nextInt(CATEGORIES.size()));
            Note.What what =
                    switch (chance.nextInt(4)) {
                        case 0 -> new Note.WalkedIn(category, 1 + chance.nextInt(3));
                        case 1 -> new Note.TakenBack("note-" + chance.nextInt(many));
                        default ->
                                new Note.Came(
                                        1 + chance.nextInt(4),
                                        chance.nextBoolean() ? null : 1 + chance.nextInt(2),
                                        chance.nextBoolean() ? null : category);
                    };
            notes.add(new Note("note-" + index, at, what));
        }
        return notes;
    }

    private static void shuffle(List<Note> notes, RandomGenerator chance) {
        for (int index = notes.size() - 1; index > 0; index--) {
            Collections.swap(notes, index, chance.nextInt(index + 1));
        }
    }

    private static Note came(String id, int seconds, long number, @Nullable Integer people) {
        return new Note(id, FIVE.plusSeconds(seconds), new Note.Came(number, people, null));
    }

    private Heeded hear(Note note) {
        return hear(desk, note);
    }

    private static Heeded hear(Desk desk, Note note) {
        return new HearNotes(desk, EXPECTED, Actor.coordinator("c"), "phone")
                .hear(List.of(note))
                .getFirst();
    }

    private static final class Desk implements DoorDesk {

        private final Map<String, KeptNote> notes = new HashMap<>();
        private final Map<Long, Arrival> arrivals = new TreeMap<>();
        private final List<DoorLine> lines = new ArrayList<>();
        private Door door = Door.EMPTY;

        @Override
        public Door door() {
            return door;
        }

        @Override
        public Optional<KeptNote> note(String id) {
            return Optional.ofNullable(notes.get(id));
        }

        @Override
        public Arrival arrival(long number) {
            return arrivals.getOrDefault(number, Arrival.NONE);
        }

        @Override
        public void keep(Door next) {
            door = next;
        }

        @Override
        public void keep(String id, KeptNote note) {
            notes.put(id, note);
        }

        @Override
        public void keep(long number, Arrival arrival) {
            if (arrival.heard().isEmpty()) {
                arrivals.remove(number);
            } else {
                arrivals.put(number, arrival);
            }
        }

        @Override
        public void log(DoorLine line) {
            lines.add(line);
        }
    }
}
