package fi.kumppani.grants.form;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers to a form, by section and question: texts, days and amounts as text, whole numbers as
 * {@code Long}, yes and no as {@code Boolean}, choices of several as a list of text.
 *
 * @param sections those that were begun
 */
public record Answers(Map<String, Map<String, Object>> sections) {

    /** Nothing is answered. */
    public static final Answers NONE = new Answers(Map.of());

    /** Copies the answers, in the order of their ids. */
    public Answers {
        Map<String, Map<String, Object>> copy = new TreeMap<>();
        sections.forEach(
                (id, answers) -> copy.put(id, Collections.unmodifiableMap(new TreeMap<>(answers))));
        sections = Collections.unmodifiableMap(copy);
    }

    /** The answers of a section. */
    public Map<String, Object> of(String section) {
        return sections.getOrDefault(section, Map.of());
    }

    /** With a section answered anew. */
    public Answers with(String section, Map<String, Object> answers) {
        Map<String, Map<String, Object>> next = new TreeMap<>(sections);
        next.put(section, answers);
        return new Answers(next);
    }
}
