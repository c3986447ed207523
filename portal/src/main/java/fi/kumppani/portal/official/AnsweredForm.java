package fi.kumppani.portal.official;

import fi.kumppani.portal.application.FormFacts;
import fi.kumppani.portal.application.FormFacts.Asked;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was answered to the form of a call, in the form's own words. */
@Component
final class AnsweredForm {

    private final MessageSource messages;

    AnsweredForm(MessageSource messages) {
        this.messages = messages;
    }

    /** A section with the questions that were answered. */
    record Section(Told title, List<Answered> answers) {}

    /**
     * A question with its answer.
     *
     * @param values one, or all that was chosen
     */
    record Answered(Told label, List<Told> values) {}

    /**
     * The sections in which something was answered.
     *
     * @param answers by section and question
     * @param written the language of what the applicant wrote
     */
    List<Section> of(
            FormFacts form,
            Map<String, Map<String, Object>> answers,
            String written,
            Language language) {
        return form.sections().stream()
                .map(
                        section ->
                                new Section(
                                        section.title().told(language),
                                        answered(
                                                section,
                                                answers.getOrDefault(section.id(), Map.of()),
                                                written,
                                                language)))
                .filter(section -> !section.answers().isEmpty())
                .toList();
    }

    private List<Answered> answered(
            FormFacts.Section section,
            Map<String, Object> answers,
            String written,
            Language language) {
        return section.questions().stream()
                .filter(question -> answers.get(question.id()) != null)
                .map(
                        question ->
                                new Answered(
                                        question.label().told(language),
                                        values(
                                                question,
                                                Objects.requireNonNull(answers.get(question.id())),
                                                written,
                                                language)))
                .toList();
    }

    private List<Told> values(Asked question, Object answer, String written, Language language) {
        return switch (answer) {
            case Boolean yes ->
                    List.of(
                            new Told(
                                    messages.getMessage(
                                            yes ? "own.yes" : "own.no", null, language.locale()),
                                    language.code()));
            case List<?> chosen ->
                    chosen.stream()
                            .map(each -> option(question, String.valueOf(each), language))
                            .toList();
            default -> List.of(value(question, String.valueOf(answer), written, language));
        };
    }

    private static Told value(Asked question, String text, String written, Language language) {
        return switch (question.kind()) {
            case "one" -> option(question, text, language);
            case "amount" ->
                    new Told(
                            Amounts.read(text)
                                    .map(BigDecimal::new)
                                    .map(Formats::euros)
                                    .orElse(text),
                            language.code());
            case "date" ->
                    new Told(
                            Days.read(text).map(day -> Formats.day(day, language)).orElse(text),
                            language.code());
            case "number" ->
                    new Told(
                            text.matches("-?[0-9]{1,15}")
                                    ? Formats.number(Long.parseLong(text))
                                    : text,
                            language.code());
            default -> new Told(text, written);
        };
    }

    private static Told option(Asked question, String id, Language language) {
        return question.choices().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .map(option -> option.label().told(language))
                .orElseGet(() -> new Told(id, language.code()));
    }
}
