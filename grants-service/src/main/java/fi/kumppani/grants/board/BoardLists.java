package fi.kumppani.grants.board;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Creation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The board lists of the current municipality. All lists of a call move one after the other, so
 * that an application is on one of them at most.
 */
public interface BoardLists {

    /** The most lists of one call. */
    int MOST = 200;

    /** The list, as it stands. */
    Optional<BoardList> find(BoardListId id);

    /** The lists of a call, in the order they were made. */
    List<BoardList> ofCall(CallId call);

    /** The lists of a call that are recorded and not carried out. */
    List<BoardListId> unfinished(CallId call);

    /** Rows by their positions, those off the list too; at most so many positions are looked at. */
    List<BoardRow> rows(BoardListId id, int after, int limit);

    /** The row of an application, also when it is off the list. */
    Optional<BoardRow> row(BoardListId id, ApplicationId application);

    /** Keeps a new list, unless the same request made it before. */
    Started start(BoardListId id, BoardList.Meeting meeting, Creation request);

    /**
     * Looks at a list and does what is said, in one write; asks again when somebody else wrote in
     * between, so the question must have no effects.
     *
     * @param applications whose rows are looked at
     * @return empty when there is no such list
     */
    <R> Optional<R> change(
            BoardListId id,
            Collection<ApplicationId> applications,
            Function<Sheet, SheetMove<R>> decide);

    /**
     * A list and some of its rows.
     *
     * @param list as it stands
     * @param rows those asked for that are or were on the list
     * @param elsewhere those asked for that stand on another list of the call
     */
    record Sheet(
            BoardList list,
            Map<ApplicationId, BoardRow> rows,
            Map<ApplicationId, BoardListId> elsewhere) {}

    /** What came of starting a list. */
    sealed interface Started {

        /** It is there. */
        record Kept(BoardList list) implements Started {}

        /** It is not. */
        record Refused(BoardRefusal reason) implements Started {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Started {}
    }
}
