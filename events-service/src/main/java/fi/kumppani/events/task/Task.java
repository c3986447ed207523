package fi.kumppani.events.task;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A thing to be done at an event that many hold together (siivouspäivä: who fetches the bags).
 *
 * @param id its id within the event
 * @param title what is to be done
 * @param details in more words
 * @param area where
 * @param materials what is needed for it
 * @param taker who does it; absent as long as nobody does
 * @param done whether it is done
 */
public record Task(
        String id,
        LocalizedText title,
        @Nullable LocalizedText details,
        @Nullable LocalizedText area,
        List<Material> materials,
        @Nullable Taker taker,
        boolean done) {

    /** Copies the list. */
    public Task {
        materials = List.copyOf(materials);
    }

    /** The same task as it stands now. */
    public Task standing(@Nullable Taker who, boolean isDone) {
        return new Task(id, title, details, area, materials, who, isDone);
    }

    /**
     * Something that is needed.
     *
     * @param what for example sacks
     * @param amount how many; at least 1
     */
    public record Material(LocalizedText what, int amount) {}

    /**
     * Who does it: an association or a role, never a person by name.
     *
     * @param name of the association, or the role
     * @param association its id in the registry, when it is one
     */
    public record Taker(LocalizedText name, @Nullable String association) {}
}
