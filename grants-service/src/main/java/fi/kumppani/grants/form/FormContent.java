package fi.kumppani.grants.form;

import fi.kumppani.kit.text.LocalizedText;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form asks.
 *
 * @param title what it is called
 * @param sections in the order they are filled in, at least one
 */
public record FormContent(LocalizedText title, List<Section> sections) {

    /** The most that can be asked. */
    public static final int MOST_QUESTIONS = 100;

    /**
     * What is wrong with a form.
     *
     * @param part the part at fault, such as {@code sections[0].questions[2].condition}
     * @param kind why
     */
    public record Fault(String part, Kind kind) {

        /** Why a form does not hold together. */
        public enum Kind {
            /** Two sections or questions have the same id. */
            TWICE,
            /** A choice has at least two options with ids of their own; nothing else has any. */
            OPTIONS,
            /** A condition names answers that can be given to a question before it. */
            CONDITION,
            /** Only whole numbers have limits, and the least is not above the most. */
            LIMITS,
            /** Only lines of text are prefilled. */
            PREFILL,
            /** More questions than a form may have. */
            TOO_MANY
        }
    }

    /** Copies the sections. */
    public FormContent {
        sections = List.copyOf(sections);
    }

    /** The section with this id. */
    public Optional<Section> section(String id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The section that has this question. */
    public Optional<Section> sectionOf(String question) {
        return sections.stream()
                .filter(
                        section ->
                                section.questions().stream()
                                        .anyMatch(each -> each.id().equals(question)))
                .findFirst();
    }

    /** What is wrong with it; nothing when it holds together. */
    public List<Fault> faults() {
        List<Fault> found = new ArrayList<>();
        Set<String> sectionIds = new HashSet<>();
        Map<String, Question> before = new HashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            String path = "sections[" + s + "]";
            if (!sectionIds.add(sections.get(s).id())) {
                found.add(new Fault(path + ".id", Fault.Kind.TWICE));
            }
            List<Question> questions = sections.get(s).questions();
            for (int q = 0; q < questions.size(); q++) {
                Question question = questions.get(q);
                check(question, path + ".questions[" + q + "]", before, found);
                before.put(question.id(), question);
            }
        }
        if (before.size() > MOST_QUESTIONS) {
            found.add(new Fault("sections", Fault.Kind.TOO_MANY));
        }
        return found;
    }

    private static void check(
            Question question, String path, Map<String, Question> before, List<Fault> found) {
        if (before.containsKey(question.id())) {
            found.add(new Fault(path + ".id", Fault.Kind.TWICE));
        }
        if (!question.hasSoundOptions()) {
            found.add(new Fault(path + ".options", Fault.Kind.OPTIONS));
        }
        if (!question.hasSoundLimits()) {
            found.add(new Fault(path + ".least", Fault.Kind.LIMITS));
        }
        if (question.prefill() != null && question.kind() != Question.Kind.LINE) {
            found.add(new Fault(path + ".prefill", Fault.Kind.PREFILL));
        }
        Question.Condition condition = question.condition();
        if (condition != null) {
            Question earlier = before.get(condition.question());
            if (earlier == null
                    || condition.anyOf().isEmpty()
                    || !earlier.choices().containsAll(condition.anyOf())) {
                found.add(new Fault(path + ".condition", Fault.Kind.CONDITION));
            }
        }
    }
}
