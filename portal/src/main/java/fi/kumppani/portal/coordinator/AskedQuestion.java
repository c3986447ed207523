package fi.kumppani.portal.coordinator;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A question as a coordinator writes it.
 *
 * @param id what tells it from the others
 * @param label what is asked
 * @param kind {@code text}, {@code one} or {@code several}
 * @param required whether it must be answered
 * @param options what can be chosen; null where it is answered in words
 * @param condition when it is asked; always when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedQuestion(
        String id,
        LocalizedText label,
        String kind,
        boolean required,
        @Nullable List<RulesFacts.Option> options,
        @Nullable Condition condition) {

    /** Asks only those who chose one of these options. */
    public record Condition(String question, Set<String> anyOf) {

        /** Copies the options. */
        public Condition {
            anyOf = Set.copyOf(anyOf);
        }
    }
}
