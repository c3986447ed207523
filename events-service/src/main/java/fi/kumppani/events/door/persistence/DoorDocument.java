package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.Door;
import fi.kumppani.events.door.HeadCount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A door as it is kept, under the event's id; people by category.
 *
 * @param declaredAt when the result was declared
 * @param expected how many had a seat then
 */
record DoorDocument(
        long revision,
        Map<String, Integer> registered,
        Map<String, Integer> walkedIn,
        int parties,
        int repeats,
        Map<String, Integer> counted,
        @Nullable Instant declaredAt,
        int expected) {

    static DoorDocument from(Door door) {
        Door.Result result = door.result();
        return new DoorDocument(
                door.revision(),
                words(door.registered()),
                words(door.walkedIn()),
                door.parties(),
                door.repeats(),
                words(door.counted().people()),
                result == null ? null : result.at(),
                result == null ? 0 : result.expected());
    }

    Door toDomain() {
        return new Door(
                revision,
                categories(registered),
                categories(walkedIn),
                parties,
                repeats,
                new HeadCount(categories(counted)),
                declaredAt == null ? null : new Door.Result(declaredAt, expected));
    }

    private static Map<String, Integer> words(Map<Category, Integer> people) {
        Map<String, Integer> words = new TreeMap<>();
        people.forEach((category, number) -> words.put(category.name(), number));
        return words;
    }

    private static Map<Category, Integer> categories(Map<String, Integer> words) {
        Map<Category, Integer> people = new EnumMap<>(Category.class);
        words.forEach((word, number) -> people.put(Category.valueOf(word), number));
        return people;
    }
}
