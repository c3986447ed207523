package fi.kumppani.events.door;

import java.util.Map;
import java.util.Optional;

/**
 * People by category, as somebody counted them in the room.
 *
 * @param people at least 0; a category that is absent was not counted
 */
public record HeadCount(Map<Category, Integer> people) {

    /** Nobody has counted. */
    public static final HeadCount NONE = new HeadCount(Map.of());

    /** Copies the numbers. */
    public HeadCount {
        people = Map.copyOf(people);
    }

    /** How many of a category there were, if they were counted. */
    public Optional<Integer> of(Category category) {
        return Optional.ofNullable(people.get(category));
    }
}
