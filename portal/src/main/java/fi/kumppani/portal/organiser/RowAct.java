package fi.kumppani.portal.organiser;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button does with the rows of a form: add one at the end, remove one, or move one.
 *
 * @param act {@code add}, {@code remove}, {@code up} or {@code down}; empty for a button that saves
 * @param list the rows it is about
 * @param row from 0; -1 where one is added
 */
record RowAct(String act, String list, int row) {

    private static final RowAct NONE = new RowAct("", "", -1);
    private static final Pattern KNOWN =
            Pattern.compile("(add|remove|up|down)\\.([a-z]{1,20})(?:\\.([0-9]{1,3}))?");

    /**
     * Reads which button was pressed.
     *
     * @param pressed for example {@code up.quotas.2}
     */
    static RowAct of(@Nullable String pressed) {
        Matcher known = KNOWN.matcher(pressed == null ? "" : pressed);
        if (!known.matches()) {
            return NONE;
        }
        String row = known.group(3);
        return new RowAct(known.group(1), known.group(2), row == null ? -1 : Integer.parseInt(row));
    }

    /** Whether rows are changed, and nothing is saved. */
    boolean isOnRows() {
        return !act.isEmpty();
    }

    /**
     * Does it.
     *
     * @param most rows that there can be
     * @param empty makes a new row
     * @return the row that was added or moved, or the one that is now where one was removed; null
     *     for none
     */
    <T> @Nullable T on(String name, List<T> rows, int most, Supplier<T> empty) {
        if (!name.equals(list)) {
            return null;
        }
        if (act.equals("add")) {
            if (rows.size() < most) {
                rows.add(empty.get());
            }
            return rows.getLast();
        }
        if (row < 0 || row >= rows.size()) {
            return null;
        }
        T meant = rows.remove(row);
        return switch (act) {
            case "up" -> put(rows, Math.max(0, row - 1), meant);
            case "down" -> put(rows, Math.min(rows.size(), row + 1), meant);
            default -> rows.isEmpty() ? null : rows.get(Math.min(row, rows.size() - 1));
        };
    }

    private static <T> T put(List<T> rows, int at, T row) {
        rows.add(at, row);
        return row;
    }
}
