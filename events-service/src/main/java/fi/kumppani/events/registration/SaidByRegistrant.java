package fi.kumppani.events.registration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What somebody says who registers, before it is known to fit the event.
 *
 * @param person who
 * @param seats how many come, at least 1
 * @param quota the quota they count in; null for none
 * @param associationId the association they come for; null for none
 * @param group the workshop group they chose; null for none
 * @param answers by the id of the question
 * @param deputy who may take their place; null for nobody
 */
public record SaidByRegistrant(
        Registrant.Person person,
        int seats,
        @Nullable String quota,
        @Nullable String associationId,
        @Nullable String group,
        Map<String, List<String>> answers,
        Registrant.@Nullable Person deputy) {

    /** Copies the answers. */
    public SaidByRegistrant {
        answers = Map.copyOf(answers);
    }

    /** Somebody without a deputy. */
    public SaidByRegistrant(
            Registrant.Person person,
            int seats,
            @Nullable String quota,
            @Nullable String associationId,
            @Nullable String group,
            Map<String, List<String>> answers) {
        this(person, seats, quota, associationId, group, answers, null);
    }

    /** Somebody who comes alone, for nobody, and says nothing more. */
    public static SaidByRegistrant of(Registrant.Person person) {
        return new SaidByRegistrant(person, 1, null, null, null, Map.of());
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "SaidByRegistrant[]";
    }
}
