package fi.kumppani.kit.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Where a reader is in a list, from the query parameters {@code cursor} and {@code limit} (1 to
 * 200, 50 when not given).
 *
 * <p>Look up {@link #fetchSize} items behind {@link #after} in the order of their positions, and
 * answer with {@link #page}.
 *
 * @param after the position of the last item the reader has; null at the beginning. It comes from
 *     outside: compare with it, never build a query text of it
 * @param limit how many items the reader wants
 */
public record Cursor(@Nullable String after, int limit) {

    /** The beginning of a list, with as many items as the default gives. */
    public static Cursor start() {
        return new Cursor(null, CursorArgument.DEFAULT_LIMIT);
    }

    /** One more than the reader wants, which tells whether there is more. */
    public int fetchSize() {
        return limit + 1;
    }

    /**
     * The page for what was found.
     *
     * @param found at most {@link #fetchSize} items
     * @param position of an item in the list; unique and in the list's order
     */
    public <T> Page<T> page(List<T> found, Function<? super T, String> position) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, CursorArgument.encode(position.apply(items.getLast())));
    }
}
