package fi.kumppani.grants.form;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something applicants are asked.
 *
 * @param id chosen by the one who writes the form, its own within the form
 * @param label the question
 * @param help what to know before answering
 * @param kind what can be answered
 * @param required whether it must be answered when it is asked
 * @param least the least whole number; null for no limit
 * @param most the largest whole number; null for no limit
 * @param options what can be chosen; empty unless it is a choice
 * @param condition when it is asked; null for always
 * @param prefill what it is answered with to begin with; null for nothing
 */
public record Question(
        String id,
        LocalizedText label,
        @Nullable LocalizedText help,
        Kind kind,
        boolean required,
        @Nullable Integer least,
        @Nullable Integer most,
        List<Option> options,
        @Nullable Condition condition,
        @Nullable Prefill prefill) {

    /** The longest line that can be answered. */
    public static final int LONGEST_LINE = 200;

    /** The longest text that can be answered. */
    public static final int LONGEST_TEXT = 5_000;

    /** What can be answered. */
    public enum Kind {
        /** One line of at most {@value Question#LONGEST_LINE} characters. */
        LINE,
        /** A text of at most {@value Question#LONGEST_TEXT} characters. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Euros with at most two decimals. */
        AMOUNT,
        /** A day. */
        DATE,
        /** Yes or no. */
        YES_NO,
        /** One of the options. */
        ONE,
        /** Any of the options. */
        SEVERAL
    }

    /**
     * Something that can be chosen.
     *
     * @param id kept as the answer
     * @param label what is read
     */
    public record Option(String id, LocalizedText label) {}

    /**
     * Asks only those who answered something before.
     *
     * @param question an earlier choice, or one of yes and no
     * @param anyOf ids of options of it, or {@code yes} and {@code no}
     */
    public record Condition(String question, Set<String> anyOf) {

        /** Copies the options. */
        public Condition {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /** What the registry tells of an association. */
    public enum Prefill {
        /** Its name, in the language the applicant reads. */
        ASSOCIATION_NAME,
        /** The code of its home municipality. */
        HOME_MUNICIPALITY
    }

    /** Copies the options. */
    public Question {
        options = List.copyOf(options);
    }

    boolean isChoice() {
        return kind == Kind.ONE || kind == Kind.SEVERAL;
    }

    /** The answers a condition can name. */
    Set<String> choices() {
        return kind == Kind.YES_NO
                ? Set.of("yes", "no")
                : options.stream().map(Option::id).collect(Collectors.toUnmodifiableSet());
    }

    boolean hasSoundOptions() {
        Set<String> ids = new HashSet<>();
        options.forEach(option -> ids.add(option.id()));
        return isChoice() ? ids.size() == options.size() && ids.size() > 1 : options.isEmpty();
    }

    boolean hasSoundLimits() {
        if (least == null && most == null) {
            return true;
        }
        return kind == Kind.NUMBER && (least == null || most == null || least <= most);
    }
}
