package fi.kumppani.events.admission;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something those who register are asked.
 *
 * @param id chosen by the one who writes the event
 * @param label the question
 * @param kind what can be answered
 * @param purpose what the answer is for
 * @param required whether it must be answered, when it is asked
 * @param options what can be chosen; empty for text
 * @param condition when it is asked; null for always
 */
public record Question(
        String id,
        LocalizedText label,
        Kind kind,
        Purpose purpose,
        boolean required,
        List<Option> options,
        @Nullable Condition condition) {

    /** The longest text that can be answered. */
    public static final int LONGEST_ANSWER = 1000;

    /** What can be answered. */
    public enum Kind {
        /** A text of at most {@value Question#LONGEST_ANSWER} characters. */
        TEXT,
        /** One of the options. */
        ONE,
        /** Any of the options. */
        SEVERAL
    }

    /** What an answer is for, which says who sees it and for how long it is kept. */
    public enum Purpose {
        /** For those who prepare the event. */
        GENERAL,
        /** Diets, for those who cook; may tell of health (GDPR Art. 9), so it is kept apart. */
        CATERING,
        /** What somebody needs to take part, for those who see to it; kept apart likewise. */
        ACCESSIBILITY
    }

    /**
     * Something that can be chosen.
     *
     * @param id kept as the answer
     * @param label what is read
     */
    public record Option(String id, LocalizedText label) {}

    /**
     * Asks only those who chose something before.
     *
     * @param question an earlier question with options
     * @param anyOf options of it
     */
    public record Condition(String question, Set<String> anyOf) {

        /** Copies the options. */
        public Condition {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** Copies the options. */
    public Question {
        options = List.copyOf(options);
    }

    /** Whether the answer is kept apart from the registration. */
    public boolean isSensitive() {
        return purpose != Purpose.GENERAL;
    }

    /** Whether it is asked of somebody who gave these answers. */
    public boolean isAsked(Map<String, List<String>> answers) {
        return condition == null
                || answers.getOrDefault(condition.question(), List.of()).stream()
                        .anyMatch(condition.anyOf()::contains);
    }

    /** What is wrong with an answer. */
    Optional<Fault> fault(List<String> answer) {
        if (answer.isEmpty()) {
            return required ? Optional.of(Fault.MISSING) : Optional.empty();
        }
        return switch (kind) {
            case TEXT ->
                    answer.size() > 1
                            ? Optional.of(Fault.SEVERAL)
                            : answer.getFirst().length() > LONGEST_ANSWER
                                    ? Optional.of(Fault.TOO_LONG)
                                    : Optional.empty();
            case ONE -> answer.size() > 1 ? Optional.of(Fault.SEVERAL) : unknownOption(answer);
            case SEVERAL -> unknownOption(answer);
        };
    }

    private Optional<Fault> unknownOption(List<String> answer) {
        boolean known =
                answer.stream()
                        .allMatch(
                                chosen ->
                                        options.stream()
                                                .anyMatch(option -> option.id().equals(chosen)));
        return known ? Optional.empty() : Optional.of(Fault.UNKNOWN_OPTION);
    }

    /** Why an answer is not one. */
    public enum Fault {
        /** It must be given. */
        MISSING,
        /** Only one can be given. */
        SEVERAL,
        /** It is too long. */
        TOO_LONG,
        /** It cannot be chosen. */
        UNKNOWN_OPTION,
        /** It is not asked, or not of those who answered so. */
        NOT_ASKED
    }
}
