package fi.kumppani.events.event;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The events of the current municipality. */
public interface Events {

    /** Keeps a new event, unless the same request made it before; a published one is announced. */
    Insertion<Event> add(Event event, Creation creation, JournalEntry entry);

    /** The event with this id. */
    Optional<Event> find(EventId id);

    /** The event that a request with this key made. */
    Optional<EventId> madeBy(String creationKey);

    /** The events with these ids, by id. */
    Map<EventId, Event> findAll(Collection<EventId> ids);

    /**
     * Public events: those that are not over first, the next to come at the top; then the past
     * ones, the latest first.
     *
     * @param after where the list goes on
     * @param limit the most to give
     */
    List<Event> list(ListPosition after, int limit);

    /**
     * All events in the same order, drafts and archived ones too.
     *
     * @param after where the list goes on
     * @param limit the most to give
     */
    List<Event> own(ListPosition after, int limit);

    /**
     * Has something decided about an event, in order of arrival with everything else about it.
     *
     * @param decide asked perhaps several times, each time on what is true then
     * @return empty when there is no such event
     */
    <R> Optional<R> decide(EventId id, Function<Event, Decision<R>> decide);

    /**
     * Forgets a draft for good, if it is still the one that was seen; anything announced stays.
     *
     * @param seen its revision
     * @return empty when there is no such event; {@link EventOutcome.Done} with what was forgotten
     */
    Optional<EventOutcome> forget(EventId id, long seen);

    /**
     * What was decided about an event and its registrations, oldest first.
     *
     * @param after the position to go on behind; empty or unknown for the beginning
     * @param limit the most to give
     * @return empty when there is no such event
     */
    Optional<List<KeptEntry>> journal(EventId id, String after, int limit);

    /**
     * What is to become of an event.
     *
     * @param <R> what the one who asked is answered
     */
    sealed interface Decision<R> {

        /**
         * It becomes this.
         *
         * @param happening what others are told, if anything
         */
        record Become<R>(
                Event next, @Nullable EventHappening happening, JournalEntry entry, R answer)
                implements Decision<R> {}

        /** It stays as it is. */
        record Stay<R>(R answer) implements Decision<R> {}
    }
}
