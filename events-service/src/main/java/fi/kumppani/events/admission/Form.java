package fi.kumppani.events.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is asked of those who register. Every change makes a new version, and an answer says which
 * version it answers.
 *
 * @param version counts the changes, from 1; 0 when nothing was ever asked
 * @param questions in the order they are asked
 */
public record Form(int version, List<Question> questions) {

    /** Nothing is asked. */
    public static final Form NONE = new Form(0, List.of());

    /** The most that can be asked. */
    public static final int MOST_QUESTIONS = 50;

    /** Copies the questions. */
    public Form {
        questions = List.copyOf(questions);
    }

    /** The form after its questions were written anew: itself when they are the same. */
    public Form asking(List<Question> next) {
        return questions.equals(next) ? this : new Form(version + 1, next);
    }

    /** What is wrong with the questions, by the id of the question; nothing when they hold. */
    public static Map<String, String> faults(List<Question> questions) {
        Map<String, String> faults = new TreeMap<>();
        Map<String, Set<String>> before = new HashMap<>();
        for (Question question : questions) {
            Set<String> options = new HashSet<>();
            question.options().forEach(option -> options.add(option.id()));
            if (before.containsKey(question.id())) {
                faults.put(question.id(), "Two questions have this id");
            } else if (options.size() < question.options().size()) {
                faults.put(question.id(), "Two options have the same id");
            } else if ((question.kind() == Question.Kind.TEXT) != options.isEmpty()) {
                faults.put(question.id(), "A choice has options, a text has none");
            } else if (question.condition() != null
                    && !before.getOrDefault(question.condition().question(), Set.of())
                            .containsAll(question.condition().anyOf())) {
                faults.put(question.id(), "A condition names options of an earlier question");
            }
            before.put(question.id(), options);
        }
        return faults;
    }

    /**
     * What is wrong with answers, by the id of the question; nothing when they hold.
     *
     * @param answers by the id of the question, a choice as ids of options
     */
    public Map<String, Question.Fault> check(Map<String, List<String>> answers) {
        Map<String, Question.Fault> faults = new TreeMap<>();
        Set<String> asked = new HashSet<>();
        Map<String, List<String>> heard = new HashMap<>();
        for (Question question : questions) {
            if (!question.isAsked(heard)) {
                continue;
            }
            asked.add(question.id());
            List<String> answer = answers.getOrDefault(question.id(), List.of());
            heard.put(question.id(), answer);
            question.fault(answer).ifPresent(fault -> faults.put(question.id(), fault));
        }
        answers.forEach(
                (id, answer) -> {
                    if (!asked.contains(id) && !answer.isEmpty()) {
                        faults.put(id, Question.Fault.NOT_ASKED);
                    }
                });
        return faults;
    }

    /** Those of the answers that may be read by whoever prepares the event. */
    public Map<String, List<String>> general(Map<String, List<String>> answers) {
        return answering(answers, false);
    }

    /** Those of the answers that are kept apart. */
    public Map<String, List<String>> sensitive(Map<String, List<String>> answers) {
        return answering(answers, true);
    }

    private Map<String, List<String>> answering(
            Map<String, List<String>> answers, boolean sensitive) {
        Map<String, List<String>> some = new TreeMap<>();
        for (Question question : questions) {
            List<String> answer = answers.getOrDefault(question.id(), List.of());
            if (question.isSensitive() == sensitive && !answer.isEmpty()) {
                some.put(question.id(), List.copyOf(answer));
            }
        }
        return some;
    }
}
