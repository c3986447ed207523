package fi.kumppani.portal.registration;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What somebody who registers says, in the words of events-service.
 *
 * @param seats how many come
 * @param quota the quota they count in
 * @param associationId the association they come for
 * @param group the workshop group they choose
 * @param answers by the id of the question
 * @param deputy who may take their place
 * @param hold seats held for the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Said(
        String name,
        String email,
        String language,
        int seats,
        @Nullable String quota,
        @Nullable String associationId,
        @Nullable String group,
        Map<String, List<String>> answers,
        @Nullable Deputy deputy,
        @Nullable Held hold) {

    /** Takes what is not told for nothing. */
    Said {
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }

    /** Who may take their place. */
    record Deputy(String name, String email) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Deputy[]";
        }
    }

    /** Seats held for the form. */
    record Held(long number, String token) {

        /** Says nothing of the token, so that no log does. */
        @Override
        public String toString() {
            return "Held[]";
        }
    }

    /** The same with what does not change once somebody has registered. */
    Said keeping(Said before) {
        return new Said(
                name,
                before.email(),
                language,
                seats,
                before.quota(),
                before.associationId(),
                group,
                answers,
                deputy,
                null);
    }

    /** The same without seats held for the form. */
    Said unheld() {
        return new Said(
                name, email, language, seats, quota, associationId, group, answers, deputy, null);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Said[]";
    }
}
