package fi.kumppani.portal.door;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many have come, as events-service tells it.
 *
 * @param expected how many people have a seat
 * @param people all who have come
 * @param categories how many, by category
 * @param registered how many of those with a seat
 * @param walkedIn how many without being registered
 * @param counted what was counted in the room, by category
 */
record DoorFacts(
        int expected,
        int people,
        Map<String, Integer> categories,
        int registered,
        int walkedIn,
        Map<String, Integer> counted) {

    private static final String DOOR = "/v1/municipalities/{municipality}/events/{id}/door";
    private static final String DEVICE = "portal";

    /** Takes what is not told for nothing. */
    DoorFacts {
        categories = categories == null ? Map.of() : Map.copyOf(categories);
        counted = counted == null ? Map.of() : Map.copyOf(counted);
    }

    /** Whose door. */
    record Address(String municipality, String event) {

        private Map<String, String> variables() {
            return Map.of("municipality", municipality, "id", event);
        }
    }

    /**
     * Somebody who is expected, or has come.
     *
     * @param name absent when nobody knows it
     * @param status {@code confirmed} for those with a seat
     * @param people how many of the party have come
     */
    record Guest(
            long number,
            @Nullable String name,
            String status,
            int seats,
            @Nullable String associationId,
            int people,
            @Nullable Instant arrivedAt) {

        /** Whether they are expected, or have come all the same. */
        boolean counts() {
            return status.equals("confirmed") || people > 0;
        }

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Guest[]";
        }
    }

    /**
     * Some of those expected.
     *
     * @param next where the next ones begin, if there are more
     */
    record Guests(List<Guest> items, @Nullable String next) {

        Guests {
            items = List.copyOf(items);
        }
    }

    /** The code that is shown at the door. */
    record Code(String code, Instant changesAt) {}

    /**
     * Something to note: of {@code ticket}, {@code number} and {@code takesBack} at most one is
     * there.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Note(
            String id,
            Instant at,
            @Nullable String ticket,
            @Nullable Long number,
            @Nullable Integer people,
            @Nullable String category,
            @Nullable String takesBack) {

        /** Says nothing of the ticket, so that no log does. */
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    /** What came of a note. */
    record Heeded(
            String id,
            String result,
            @Nullable Long number,
            @Nullable Integer people,
            @Nullable Instant arrivedAt) {}

    /** What came of several. */
    record HeededNotes(List<Heeded> results) {

        HeededNotes {
            results = List.copyOf(results);
        }
    }

    record Notes(String device, List<Note> notes) {}

    record WalkIn(String category, int people, boolean seated) {}

    record HeadCount(Map<String, Integer> people) {}

    record Search(String name) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Search[]";
        }
    }

    /** Asks how many have come. */
    static Question<DoorFacts> standing(Address address) {
        return Question.get(Backend.EVENTS, DoorFacts.class, DOOR, address.variables());
    }

    /** Asks who is expected. */
    static Question<Guests> guests(Address address, String cursor, int most) {
        return Question.get(
                Backend.EVENTS,
                Guests.class,
                DOOR + "/guests?limit={limit}" + (cursor.isEmpty() ? "" : "&cursor={cursor}"),
                Map.of(
                        "municipality",
                        address.municipality(),
                        "id",
                        address.event(),
                        "limit",
                        most,
                        "cursor",
                        cursor));
    }

    /** Asks who has these words in their name. */
    static Question<Guests> named(Address address, String name) {
        return Question.post(
                Backend.EVENTS,
                Guests.class,
                DOOR + "/searches",
                address.variables(),
                new Search(name));
    }

    /** Asks for the code shown now. */
    static Question<Code> code(Address address) {
        return Question.get(Backend.EVENTS, Code.class, DOOR + "/code", address.variables());
    }

    /** Notes something. */
    static Question<HeededNotes> hear(Address address, Note note) {
        return Question.post(
                Backend.EVENTS,
                HeededNotes.class,
                DOOR + "/notes",
                address.variables(),
                new Notes(DEVICE, List.of(note)));
    }

    /** Counts people who are not registered and gives them seats. */
    static Question<Heeded> seat(Address address, String category, int people, String key) {
        return Question.post(
                        Backend.EVENTS,
                        Heeded.class,
                        DOOR + "/walk-ins",
                        address.variables(),
                        new WalkIn(category, people, true))
                .with("Idempotency-Key", key);
    }

    /** Takes back that somebody of a registration came. */
    static Question<Done> takeBack(Address address, String number) {
        return Question.delete(
                Backend.EVENTS,
                DOOR + "/arrivals/{number}",
                Map.of(
                        "municipality",
                        address.municipality(),
                        "id",
                        address.event(),
                        "number",
                        number));
    }

    /** Writes what was counted in the room. */
    static Question<DoorFacts> count(Address address, Map<String, Integer> people, String seen) {
        return Question.put(
                        Backend.EVENTS,
                        DoorFacts.class,
                        DOOR + "/head-count",
                        address.variables(),
                        new HeadCount(people))
                .with("If-Match", seen);
    }
}
