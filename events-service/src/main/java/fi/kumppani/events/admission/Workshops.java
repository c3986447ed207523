package fi.kumppani.events.admission;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The workshop groups of an event.
 *
 * @param byClass whether people are assigned by the class of their association; else they choose
 * @param groups the groups; empty when there are none
 */
public record Workshops(boolean byClass, List<Group> groups) {

    /** No groups. */
    public static final Workshops NONE = new Workshops(false, List.of());

    /**
     * A group.
     *
     * @param id chosen by the one who writes the event
     * @param title what it is called
     * @param seats at most so many; null for any number
     * @param classes purpose classes of the associations whose people belong to it; empty for all
     *     that no other group names
     */
    public record Group(
            String id, LocalizedText title, @Nullable Integer seats, Set<String> classes) {

        /** Copies the classes. */
        public Group {
            classes = Set.copyOf(classes);
        }
    }

    /**
     * @throws IllegalArgumentException when two groups have the same id
     */
    public Workshops {
        groups = List.copyOf(groups);
        Set<String> ids = new HashSet<>();
        if (!groups.stream().allMatch(group -> ids.add(group.id()))) {
            throw new IllegalArgumentException("Two groups have the same id");
        }
    }

    /** The group with this id. */
    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /** The group for people of an association of this class; null for people of none. */
    public Optional<Group> forClass(@Nullable String purposeClass) {
        return groups.stream()
                .filter(group -> purposeClass != null && group.classes().contains(purposeClass))
                .findFirst()
                .or(() -> groups.stream().filter(group -> group.classes().isEmpty()).findFirst());
    }
}
