package fi.kumppani.kit.journal;

import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What a move sees and what it may do: the parent as it stands after the moves before it, and its
 * children likewise.
 *
 * @param <P> the parent's document type
 */
public interface Turn<P> {

    /** The parent as it stands now. */
    P state();

    /** The parent as it was loaded for this batch: its id, its municipality, its version. */
    Stored<P> loaded();

    /** A child as it stands now. */
    <C> Optional<Child<C>> child(ChildCollection<C> children, String id);

    /** Children as they stand now, read together, by id; those that are not there are left out. */
    <C> Map<String, Child<C>> children(ChildCollection<C> children, Collection<String> ids);

    /** Changes the parent, and owes these messages about it. */
    void set(P state, OutboundMessage... owed);

    /**
     * Makes a child or changes it, and owes these messages about it.
     *
     * @throws IllegalArgumentException when a message is about something else than the child
     */
    <C> void put(ChildCollection<C> children, String id, C body, OutboundMessage... owed);

    /**
     * Makes a child as {@link #put}, without looking for it first: the parent says that it cannot
     * be there yet.
     */
    <C> void make(ChildCollection<C> children, String id, C body, OutboundMessage... owed);

    /** Writes a line into the journal that says what was decided and why. */
    void log(Record line);
}
