package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import org.springframework.stereotype.Service;

import java.util.List;

/** Pages of what is told of the applications of an announced call, in the order of arrival. */
@Service
public class ArrivalPages {

    private final GrantCalls calls;

    ArrivalPages(GrantCalls calls) {
        this.calls = calls;
    }

    /**
     * Lists some of it.
     *
     * @param <T> what is told
     */
    @FunctionalInterface
    public interface Source<T> {

        /**
         * What is told of some that arrived.
         *
         * @param after only of those that arrived later; 0 for the beginning
         * @param most of how many
         */
        List<ListDecided.Placed<T>> list(CallId call, int after, int most);
    }

    /**
     * The call with this id.
     *
     * @throws fi.kumppani.kit.problem.Problem 404 when there is no such call, or none that
     *     everybody can read
     */
    public CallId announced(String id) {
        CallId call = new CallId(id);
        return calls.announced(call).map(_ -> call).orElseThrow(Problems::notFound);
    }

    /**
     * The page at which the reader is.
     *
     * @throws fi.kumppani.kit.problem.Problem as for {@link #announced}; 400 for a cursor of
     *     something else
     */
    public <T> Page<ListDecided.Placed<T>> page(String id, Cursor cursor, Source<T> source) {
        return cursor.page(
                source.list(announced(id), position(cursor), cursor.fetchSize()),
                placed -> Integer.toString(placed.position()));
    }

    private static int position(Cursor cursor) {
        String after = cursor.after();
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException _) {
            throw Problems.malformed("cursor", "unknown", "A cursor of an earlier page");
        }
    }
}
