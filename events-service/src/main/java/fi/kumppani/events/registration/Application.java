package fi.kumppani.events.registration;

import fi.kumppani.events.seating.Party;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What somebody who registers says, checked against the rules of the event.
 *
 * @param person who
 * @param party how many come
 * @param associationId the association they come for; null for none
 * @param group workshop group; null for none
 * @param answers what they answered, as far as it is not kept apart
 * @param needs what they answered that is kept apart, by the id of the question
 * @param deputy who may take their place; null for nobody
 */
public record Application(
        Registrant.Person person,
        Party party,
        @Nullable String associationId,
        @Nullable String group,
        Answers answers,
        Map<String, List<String>> needs,
        Registrant.@Nullable Person deputy) {

    /** Copies the needs. */
    public Application {
        needs = Map.copyOf(needs);
    }

    /** A party of somebody who is asked nothing, and has no deputy. */
    public static Application of(
            Registrant.Person person, Party party, @Nullable String associationId) {
        return new Application(person, party, associationId, null, Answers.NONE, Map.of(), null);
    }

    /** The same in another workshop group. */
    Application inGroup(@Nullable String other) {
        return new Application(person, party, associationId, other, answers, needs, deputy);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Application[]";
    }

    /**
     * What is wrong with what somebody said, by the name of the field.
     *
     * @param field for example {@code answers.diet}
     * @param code what is wrong
     */
    public record Fault(String field, String code) {}
}
