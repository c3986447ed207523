package fi.kumppani.events.door;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many have come to an event.
 *
 * @param revision counts what coordinators write here, from 0; notes leave it alone
 * @param registered people who are registered, by category
 * @param walkedIn people who are not, by category
 * @param parties registrations of which somebody has come
 * @param repeats notes that told again of somebody who had come
 * @param counted what somebody counted in the room, which is more right than the notes
 * @param result when the count was declared, and of how many; null while it is not
 */
public record Door(
        long revision,
        Map<Category, Integer> registered,
        Map<Category, Integer> walkedIn,
        int parties,
        int repeats,
        HeadCount counted,
        @Nullable Result result) {

    /** Nobody has come yet. */
    public static final Door EMPTY = new Door(0, Map.of(), Map.of(), 0, 0, HeadCount.NONE, null);

    /**
     * That an event was held and counted.
     *
     * @param at when that was declared
     * @param expected how many had a seat
     */
    public record Result(Instant at, int expected) {}

    /** Copies the numbers. */
    public Door {
        registered = Map.copyOf(registered);
        walkedIn = Map.copyOf(walkedIn);
    }

    /** How many people of a category came. */
    public int people(Category category) {
        return counted.of(category)
                .orElseGet(
                        () ->
                                registered.getOrDefault(category, 0)
                                        + walkedIn.getOrDefault(category, 0));
    }

    /** How many people came. */
    public int people() {
        int all = 0;
        for (Category category : Category.values()) {
            all += people(category);
        }
        return all;
    }

    /** How many registered people came. */
    public int registeredPeople() {
        return registered.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many came without being registered. */
    public int walkedInPeople() {
        return walkedIn.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** After what is known of one registration has changed. */
    Door after(Arrival before, Arrival now) {
        Map<Category, Integer> next = registered;
        if (before.category().isPresent()) {
            next = plus(next, before.category().get(), -before.people());
        }
        if (now.category().isPresent()) {
            next = plus(next, now.category().get(), now.people());
        }
        return new Door(
                revision,
                next,
                walkedIn,
                parties + Integer.signum(now.people()) - Integer.signum(before.people()),
                repeats + now.repeats() - before.repeats(),
                counted,
                result);
    }

    /** With so many more, or fewer, who are not registered. */
    Door walkedIn(Category category, int people) {
        return new Door(
                revision,
                registered,
                plus(walkedIn, category, people),
                parties,
                repeats,
                counted,
                result);
    }

    /** With what was counted in the room. */
    Door counted(HeadCount inTheRoom) {
        return new Door(revision + 1, registered, walkedIn, parties, repeats, inTheRoom, result);
    }

    /** Declared to be the result; what is noted later still counts. */
    Door declared(Result held) {
        return new Door(revision + 1, registered, walkedIn, parties, repeats, counted, held);
    }

    private static Map<Category, Integer> plus(
            Map<Category, Integer> numbers, Category category, int people) {
        Map<Category, Integer> next = new EnumMap<>(Category.class);
        next.putAll(numbers);
        if (next.merge(category, people, Integer::sum) == 0) {
            next.remove(category);
        }
        return next;
    }
}
