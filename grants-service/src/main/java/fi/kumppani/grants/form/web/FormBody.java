package fi.kumppani.grants.form.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.form.FormContent;
import fi.kumppani.grants.form.Question;
import fi.kumppani.grants.form.Section;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a form asks, as an officer writes it and as it is read.
 *
 * @param title at most 200 characters in each language
 * @param sections in the order they are filled in
 */
record FormBody(
        @NotNull LocalizedText title,
        @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid SectionBody> sections) {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_HELP = 2_000;

    /** A section; {@code light} when small sums fill it in as well. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SectionBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText title,
            @Nullable LocalizedText help,
            @Nullable Boolean light,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid QuestionBody> questions) {}

    /**
     * A question.
     *
     * @param kind one of line, text, number, amount, date, yes-no, one and several
     * @param least of numbers only
     * @param most of numbers only
     * @param options of one and several only
     * @param prefill association-name or home-municipality; of lines only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionBody(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull LocalizedText label,
            @Nullable LocalizedText help,
            @NotNull String kind,
            @Nullable Boolean required,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable @Size(max = 50) List<@NotNull @Valid OptionBody> options,
            @Nullable @Valid ConditionBody condition,
            @Nullable String prefill) {}

    /** Something that can be chosen. */
    record OptionBody(@NotNull @Pattern(regexp = ID) String id, @NotNull LocalizedText label) {}

    /** Asks only those who answered an earlier question so. */
    record ConditionBody(
            @NotNull String question,
            @NotNull @Size(min = 1, max = 50) List<@NotNull String> anyOf) {}

    /**
     * The content.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    FormContent content() {
        FieldErrors errors = new FieldErrors();
        errors.longest("title", title, LONGEST_TITLE);
        List<Section> read = new ArrayList<>();
        for (SectionBody body : sections) {
            read.add(section(body, "sections[" + read.size() + "]", errors));
        }
        var content = new FormContent(title, read);
        if (errors.isEmpty()) {
            content.faults().forEach(fault -> note(fault, errors));
        }
        errors.throwIfAny();
        return content;
    }

    private static Section section(SectionBody body, String path, FieldErrors errors) {
        errors.longest(path + ".title", body.title(), LONGEST_TITLE)
                .longest(path + ".help", body.help(), LONGEST_HELP);
        List<Question> questions = new ArrayList<>();
        for (QuestionBody each : body.questions()) {
            questions.add(question(each, path + ".questions[" + questions.size() + "]", errors));
        }
        return new Section(
                body.id(),
                body.title(),
                body.help(),
                !Boolean.FALSE.equals(body.light()),
                questions);
    }

    private static Question question(QuestionBody body, String path, FieldErrors errors) {
        errors.longest(path + ".label", body.label(), LONGEST_LABEL)
                .longest(path + ".help", body.help(), LONGEST_HELP);
        Question.Kind kind = code(Question.Kind.class, path + ".kind", body.kind(), errors);
        List<OptionBody> options = Objects.requireNonNullElse(body.options(), List.of());
        for (int i = 0; i < options.size(); i++) {
            errors.longest(path + ".options[" + i + "].label", options.get(i).label(), 200);
        }
        ConditionBody condition = body.condition();
        String prefill = body.prefill();
        return new Question(
                body.id(),
                body.label(),
                body.help(),
                kind == null ? Question.Kind.LINE : kind,
                Boolean.TRUE.equals(body.required()),
                body.least(),
                body.most(),
                options.stream().map(each -> new Question.Option(each.id(), each.label())).toList(),
                condition == null
                        ? null
                        : new Question.Condition(
                                condition.question(), Set.copyOf(condition.anyOf())),
                prefill == null
                        ? null
                        : code(Question.Prefill.class, path + ".prefill", prefill, errors));
    }

    private static <E extends Enum<E>> @Nullable E code(
            Class<E> type, String field, String code, FieldErrors errors) {
        E constant = WireCodes.read(type, code).orElse(null);
        if (constant == null) {
            errors.add(field, "unknown", "One of " + WireCodes.all(type));
        }
        return constant;
    }

    private static void note(FormContent.Fault fault, FieldErrors errors) {
        String told =
                switch (fault.kind()) {
                    case TWICE -> "Another has this id";
                    case OPTIONS -> "A choice has two options at least, anything else has none";
                    case CONDITION -> "Name answers that an earlier question can have";
                    case LIMITS -> "Only numbers have limits, and the least is not above the most";
                    case PREFILL -> "Only lines are prefilled";
                    case TOO_MANY -> "At most " + FormContent.MOST_QUESTIONS + " questions";
                };
        var _ = errors.add(fault.part(), WireCodes.of(fault.kind()), told);
    }

    static FormBody of(FormContent content) {
        return new FormBody(
                content.title(), content.sections().stream().map(FormBody::of).toList());
    }

    private static SectionBody of(Section section) {
        return new SectionBody(
                section.id(),
                section.title(),
                section.help(),
                section.light(),
                section.questions().stream().map(FormBody::of).toList());
    }

    private static QuestionBody of(Question question) {
        Question.Condition condition = question.condition();
        return new QuestionBody(
                question.id(),
                question.label(),
                question.help(),
                WireCodes.of(question.kind()),
                question.required(),
                question.least(),
                question.most(),
                question.options().isEmpty()
                        ? null
                        : question.options().stream()
                                .map(each -> new OptionBody(each.id(), each.label()))
                                .toList(),
                condition == null
                        ? null
                        : new ConditionBody(
                                condition.question(), condition.anyOf().stream().sorted().toList()),
                question.prefill() == null ? null : WireCodes.of(question.prefill()));
    }
}
