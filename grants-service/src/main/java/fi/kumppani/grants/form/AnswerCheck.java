package fi.kumppani.grants.form;

import java.util.List;

/** Checks answers against a form. */
public interface AnswerCheck {

    /** How much is expected of answers. */
    enum Extent {
        /** What is answered is sound; anything may still be missing. */
        DRAFT,
        /** All that is asked is answered, and nothing else. */
        WHOLE,
        /** As whole, of the sections that are for the light way. */
        LIGHT
    }

    /**
     * What is wrong with answers.
     *
     * @param field the section and the question, such as {@code answers.plan.purpose}
     * @param kind why
     */
    record Fault(String field, Kind kind) {}

    /** Why an answer is not one. */
    enum Kind {
        /** It must be given. */
        MISSING,
        /** It is not asked, or not of those who answered so. */
        NOT_ASKED,
        /** It is longer than it may be. */
        TOO_LONG,
        /** It is less or more than it may be. */
        OUT_OF_RANGE,
        /** It is none of the options. */
        UNKNOWN_OPTION,
        /** It is not of its kind: no number, no day, no amount with two decimals. */
        WRONG_KIND,
        /** It has marks of HTML; answers are plain text. */
        MARKUP
    }

    /** All that is wrong; nothing when they hold. */
    List<Fault> check(FormVersion form, Answers answers, Extent extent);
}
