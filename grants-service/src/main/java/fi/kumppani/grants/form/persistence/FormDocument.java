package fi.kumppani.grants.form.persistence;

import fi.kumppani.grants.form.FormContent;
import fi.kumppani.grants.form.Question;
import fi.kumppani.grants.form.Section;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form as it is kept.
 *
 * @param versions all there ever were, the first one first
 */
record FormDocument(List<ContentPart> versions) {

    static FormDocument from(FormContent first) {
        return new FormDocument(List.of(ContentPart.from(first)));
    }

    FormDocument with(FormContent next) {
        return new FormDocument(
                Stream.concat(versions.stream(), Stream.of(ContentPart.from(next))).toList());
    }

    record ContentPart(LocalizedText title, List<SectionPart> sections) {

        static ContentPart from(FormContent content) {
            return new ContentPart(
                    content.title(), content.sections().stream().map(SectionPart::from).toList());
        }

        FormContent toDomain() {
            return new FormContent(title, sections.stream().map(SectionPart::toDomain).toList());
        }
    }

    record SectionPart(
            String key,
            LocalizedText title,
            @Nullable LocalizedText help,
            boolean light,
            List<QuestionPart> questions) {

        static SectionPart from(Section section) {
            return new SectionPart(
                    section.id(),
                    section.title(),
                    section.help(),
                    section.light(),
                    section.questions().stream().map(QuestionPart::from).toList());
        }

        Section toDomain() {
            return new Section(
                    key,
                    title,
                    help,
                    light,
                    questions.stream().map(QuestionPart::toDomain).toList());
        }
    }

    /**
     * A question.
     *
     * @param conditionQuestion absent when it is always asked
     * @param conditionAnyOf absent likewise
     */
    record QuestionPart(
            String key,
            LocalizedText label,
            @Nullable LocalizedText help,
            String kind,
            boolean required,
            @Nullable Integer least,
            @Nullable Integer most,
            List<OptionPart> options,
            @Nullable String conditionQuestion,
            @Nullable List<String> conditionAnyOf,
            @Nullable String prefill) {

        static QuestionPart from(Question question) {
            Question.Condition condition = question.condition();
            return new QuestionPart(
                    question.id(),
                    question.label(),
                    question.help(),
                    WireCodes.of(question.kind()),
                    question.required(),
                    question.least(),
                    question.most(),
                    question.options().stream()
                            .map(each -> new OptionPart(each.id(), each.label()))
                            .toList(),
                    condition == null ? null : condition.question(),
                    condition == null ? null : condition.anyOf().stream().sorted().toList(),
                    question.prefill() == null ? null : WireCodes.of(question.prefill()));
        }

        Question toDomain() {
            return new Question(
                    key,
                    label,
                    help,
                    WireCodes.read(Question.Kind.class, kind).orElseThrow(),
                    required,
                    least,
                    most,
                    options.stream()
                            .map(each -> new Question.Option(each.key(), each.label()))
                            .toList(),
                    conditionQuestion == null || conditionAnyOf == null
                            ? null
                            : new Question.Condition(conditionQuestion, Set.copyOf(conditionAnyOf)),
                    prefill == null
                            ? null
                            : WireCodes.read(Question.Prefill.class, prefill).orElseThrow());
        }
    }

    record OptionPart(String key, LocalizedText label) {}
}
