package fi.kumppani.portal.application;

import fi.kumppani.portal.application.FormFacts.Asked;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question of a section as its page asks it.
 *
 * @param field the name of its field
 * @param kind {@code line}, {@code text}, {@code number}, {@code amount}, {@code date}, {@code one}
 *     or {@code several}; yes and no are two options
 * @param required whether it must be answered before the application is handed in
 * @param options what can be chosen
 * @param condition when it is asked; always when there is none
 */
public record FormQuestion(
        String field,
        Told label,
        @Nullable Told help,
        String kind,
        boolean required,
        @Nullable Integer least,
        @Nullable Integer most,
        List<Option> options,
        @Nullable Condition condition) {

    private static final Set<String> KINDS =
            Set.of("line", "text", "number", "amount", "date", "one", "several");

    /** Something that can be chosen. */
    public record Option(String id, Told label) {}

    /**
     * When it is asked, in words; a script hides it otherwise.
     *
     * @param field the field of the question it depends on; null when that is in another section
     * @param values any of these, with blanks between
     */
    public record Condition(
            @Nullable String field, String values, String question, String answers) {}

    /** The questions of a section. */
    public static List<FormQuestion> of(
            FormFacts form, FormFacts.Section section, Language language, MessageSource messages) {
        return section.questions().stream()
                .map(asked -> of(asked, section, form, language, messages))
                .toList();
    }

    private static FormQuestion of(
            Asked asked,
            FormFacts.Section section,
            FormFacts form,
            Language language,
            MessageSource messages) {
        String kind = asked.kind().equals("yes-no") ? "one" : asked.kind();
        return new FormQuestion(
                SectionFields.field(asked.id()),
                asked.label().told(language),
                LocalizedText.maybe(asked.help(), language),
                KINDS.contains(kind) ? kind : "line",
                Boolean.TRUE.equals(asked.required()),
                asked.least(),
                asked.most(),
                options(asked, language, messages),
                condition(asked.condition(), section, form, language, messages));
    }

    private static List<Option> options(Asked asked, Language language, MessageSource messages) {
        if (asked.kind().equals("yes-no")) {
            return Stream.of("yes", "no")
                    .map(each -> new Option(each, told("own." + each, language, messages)))
                    .toList();
        }
        return asked.choices().stream()
                .map(option -> new Option(option.id(), option.label().told(language)))
                .toList();
    }

    private static Told told(String key, Language language, MessageSource messages) {
        Locale locale = language.locale();
        return new Told(messages.getMessage(key, null, locale), language.code());
    }

    private static @Nullable Condition condition(
            FormFacts.@Nullable Condition condition,
            FormFacts.Section section,
            FormFacts form,
            Language language,
            MessageSource messages) {
        return condition == null
                ? null
                : form.sections().stream()
                        .flatMap(each -> each.questions().stream())
                        .filter(earlier -> earlier.id().equals(condition.question()))
                        .findFirst()
                        .map(
                                earlier ->
                                        new Condition(
                                                section.questions().contains(earlier)
                                                        ? SectionFields.field(earlier.id())
                                                        : null,
                                                String.join(" ", condition.anyOf()),
                                                earlier.label().told(language).text(),
                                                options(earlier, language, messages).stream()
                                                        .filter(
                                                                option ->
                                                                        condition
                                                                                .anyOf()
                                                                                .contains(
                                                                                        option
                                                                                                .id()))
                                                        .map(option -> option.label().text())
                                                        .collect(Collectors.joining(" / "))))
                        .orElse(null);
    }

    /** Whether one can choose not to answer: a chosen button cannot be let go otherwise. */
    public boolean isSkippable() {
        return !required || condition != null;
    }
}
