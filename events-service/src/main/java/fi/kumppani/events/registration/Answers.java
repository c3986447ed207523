package fi.kumppani.events.registration;

import java.util.List;
import java.util.Map;

/**
 * What somebody answered.
 *
 * @param version of the form they answered; 0 for none
 * @param general by the id of the question; those kept apart are not among them
 */
public record Answers(int version, Map<String, List<String>> general) {

    /** Nothing was asked. */
    public static final Answers NONE = new Answers(0, Map.of());

    /** Copies the answers. */
    public Answers {
        general = Map.copyOf(general);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Answers[version=" + version + "]";
    }
}
