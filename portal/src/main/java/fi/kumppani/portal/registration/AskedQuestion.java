package fi.kumppani.portal.registration;

import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A question as the form asks it.
 *
 * @param field the name of its field
 * @param kind {@code text}, {@code one} or {@code several}
 * @param required whether it must be answered, when it is asked
 * @param options what can be chosen
 * @param condition when it is asked; always when there is none
 */
record AskedQuestion(
        String field,
        Told label,
        String kind,
        boolean required,
        List<Choice> options,
        @Nullable Condition condition) {

    private static final int MOST_BUTTONS = 7;

    /**
     * When a question is asked, which the form says in words; a script may hide it otherwise.
     *
     * @param field the field of the question it depends on
     * @param values any of these, with blanks between
     * @param question that question
     * @param answers these, in words
     */
    record Condition(String field, String values, String question, String answers) {}

    /** The name of the field of a question. */
    static String field(String id) {
        return "answers." + id;
    }

    /** All questions of an event that have a purpose of one kind. */
    static List<AskedQuestion> of(RulesFacts rules, boolean needs, Language language) {
        return rules.questions().stream()
                .filter(question -> question.isNeed() == needs)
                .map(question -> of(question, rules, language))
                .toList();
    }

    private static AskedQuestion of(
            RulesFacts.Question question, RulesFacts rules, Language language) {
        return new AskedQuestion(
                field(question.id()),
                question.label().told(language),
                question.kind(),
                Boolean.TRUE.equals(question.required()),
                question.options().stream()
                        .map(option -> new Choice(option.id(), option.label().told(language)))
                        .toList(),
                condition(question.condition(), rules, language));
    }

    private static @Nullable Condition condition(
            RulesFacts.@Nullable Condition condition, RulesFacts rules, Language language) {
        return condition == null
                ? null
                : rules.questions().stream()
                        .filter(earlier -> earlier.id().equals(condition.question()))
                        .findFirst()
                        .map(
                                earlier ->
                                        new Condition(
                                                field(earlier.id()),
                                                String.join(" ", condition.anyOf()),
                                                earlier.label().told(language).text(),
                                                answers(earlier, condition, language)))
                        .orElse(null);
    }

    private static String answers(
            RulesFacts.Question earlier, RulesFacts.Condition condition, Language language) {
        return earlier.options().stream()
                .filter(option -> condition.anyOf().contains(option.id()))
                .map(option -> option.label().told(language).text())
                .collect(Collectors.joining(" / "));
    }

    /** Whether so much can be chosen that a list serves better than buttons. */
    public boolean isLong() {
        return options.size() > MOST_BUTTONS;
    }

    /** Whether one can choose not to answer: a chosen button cannot be let go otherwise. */
    public boolean isSkippable() {
        return !required || condition != null;
    }
}
