package fi.kumppani.events.memo;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.store.Located;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The memos of the events of the current municipality. */
public interface Memos {

    /** The memo of an event. */
    Optional<Memo> of(EventId event);

    /**
     * Keeps the first words of a memo.
     *
     * @return empty when there is a memo already
     */
    Optional<Memo> begin(Memo.Draft draft);

    /**
     * Where memos are that are not published, in all municipalities, under the id of their event:
     * what a job looks through at its start and rarely after.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Located> drafts(String after, int limit);

    /** Erases a memo for good, which nobody was told about; said again, it changes nothing. */
    void erase(EventId event);

    /**
     * Has a memo decided about, whatever others do to it meanwhile.
     *
     * @param decide asked perhaps several times, each time on what is true then
     * @return empty when there is no memo
     */
    <R> Optional<R> decide(EventId event, Function<Memo, Decision<R>> decide);

    /**
     * What is to become of a memo.
     *
     * @param next null when it stays as it is
     * @param happening what others are told, if anything
     * @param answer what the one who asked is answered
     */
    record Decision<R>(@Nullable Memo next, @Nullable MemoHappening happening, R answer) {}
}
