package fi.kumppani.events.feedback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one of those who came answered.
 *
 * @param version of the questions they answered
 * @param answers by the id of the question
 * @param erased the questions whose answers were in words of their own, and are erased
 */
public record Feedback(int version, Map<String, List<String>> answers, Set<String> erased) {

    /** Copies the answers. */
    public Feedback {
        answers = Map.copyOf(answers);
        erased = Set.copyOf(erased);
    }

    /** The same with these answers alone; of the others it stays known that they were given. */
    public Feedback keeping(Set<String> questions) {
        Map<String, List<String>> left = new HashMap<>(answers);
        Set<String> gone = new HashSet<>(erased);
        answers.keySet().stream().filter(each -> !questions.contains(each)).forEach(gone::add);
        left.keySet().retainAll(questions);
        return new Feedback(version, left, gone);
    }

    /** Says nothing of what was answered, so that no log does. */
    @Override
    public String toString() {
        return "Feedback[version=" + version + "]";
    }
}
