package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.subscription.Addressee;

import java.util.Map;
import java.util.Set;

/**
 * Whom of a list's readers an issue is meant for: those who are in one of each. What is left empty
 * leaves nobody out.
 *
 * @param languages the languages they read
 * @param areas codes of the areas they want to hear of; who chose none, or only such as are not
 *     offered any more, hears of all
 * @param associationClasses purpose classes, 1 to 9, of the association they read for; one whose
 *     class nobody knows is not left out, who reads for no association is
 * @param topics codes of topics: of those who read a list about one of them, this list or another
 *     of the municipality
 */
public record Segment(
        Set<Language> languages,
        Set<String> areas,
        Set<Integer> associationClasses,
        Set<String> topics) {

    /** Nobody is left out. */
    public static final Segment EVERYBODY = new Segment(Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Segment {
        languages = Set.copyOf(languages);
        areas = Set.copyOf(areas);
        associationClasses = Set.copyOf(associationClasses);
        topics = Set.copyOf(topics);
    }

    /** Whether nobody is left out. */
    public boolean isEverybody() {
        return equals(EVERYBODY);
    }

    /**
     * Whether the issue is meant for the reader, as far as their own subscription tells.
     *
     * @param offered the areas that the list's readers can choose among now
     * @param classes what is known of the classes of associations, by their ids
     */
    boolean includes(Addressee reader, Set<String> offered, Map<String, Integer> classes) {
        return (languages.isEmpty() || languages.contains(reader.language()))
                && includesAreasOf(reader, offered)
                && includesAssociationOf(reader, classes);
    }

    private boolean includesAreasOf(Addressee reader, Set<String> offered) {
        return areas.isEmpty()
                || reader.areas().stream().noneMatch(offered::contains)
                || reader.areas().stream().anyMatch(areas::contains);
    }

    private boolean includesAssociationOf(Addressee reader, Map<String, Integer> classes) {
        if (associationClasses.isEmpty()) {
            return true;
        }
        String association = reader.associationId();
        if (association == null) {
            return false;
        }
        Integer known = classes.get(association);
        return known == null || associationClasses.contains(known);
    }
}
