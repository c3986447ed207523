package fi.kumppani.events.memo;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something that was agreed to be done.
 *
 * @param id its id within the memo
 * @param what is to be done
 * @param who does it: an association or a role, never a person by name
 * @param association its id in the registry, when it is one
 * @param due the day by which it is to be done; null for no day
 * @param done whether it is done
 */
public record Action(
        String id,
        LocalizedText what,
        LocalizedText who,
        @Nullable String association,
        @Nullable LocalDate due,
        boolean done) {

    Action done(boolean isDone) {
        return new Action(id, what, who, association, due, isDone);
    }
}
