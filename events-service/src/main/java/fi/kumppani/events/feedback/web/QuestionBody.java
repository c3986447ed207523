package fi.kumppani.events.feedback.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.admission.Question;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question about the event, as it is written and read.
 *
 * @param label at most 300 characters in each language
 * @param kind {@code text}, {@code one} or {@code several}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionBody(
        @NotNull @Pattern(regexp = ID) String id,
        @NotNull LocalizedText label,
        @NotNull @Pattern(regexp = "text|one|several") String kind,
        @Nullable Boolean required,
        @Nullable @Size(max = 50) @Valid List<OptionBody> options,
        @Nullable @Valid ConditionBody condition) {

    private static final String ID = "[a-z0-9-]{1,40}";

    /** Something that can be chosen. */
    record OptionBody(@NotNull @Pattern(regexp = ID) String id, @NotNull LocalizedText label) {}

    /** When a question is asked. */
    record ConditionBody(
            @NotNull @Pattern(regexp = ID) String question,
            @NotNull @Size(min = 1, max = 50) Set<@Pattern(regexp = ID) String> anyOf) {}

    Question read() {
        return new Question(
                id,
                label,
                WireCodes.read(Question.Kind.class, kind).orElseThrow(),
                Question.Purpose.GENERAL,
                Boolean.TRUE.equals(required),
                Objects.requireNonNullElse(options, List.<OptionBody>of()).stream()
                        .map(option -> new Question.Option(option.id(), option.label()))
                        .toList(),
                condition == null
                        ? null
                        : new Question.Condition(condition.question(), condition.anyOf()));
    }

    static QuestionBody of(Question question) {
        return new QuestionBody(
                question.id(),
                question.label(),
                WireCodes.of(question.kind()),
                question.required(),
                question.options().stream()
                        .map(option -> new OptionBody(option.id(), option.label()))
                        .toList(),
                question.condition() == null
                        ? null
                        : new ConditionBody(
                                question.condition().question(),
                                new TreeSet<>(question.condition().anyOf())));
    }
}
