package fi.kumppani.grants.board;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a list one has looked at.
 *
 * @param list its next state; empty to leave all as it is
 * @param rows that change with it
 * @param happenings what others are to be told, in the same write
 * @param answer what the one who asked is told
 * @param <R> the answer's type
 */
public record SheetMove<R>(
        Optional<BoardList> list, List<BoardRow> rows, List<BoardHappening> happenings, R answer) {

    /** Copies the lists. */
    public SheetMove {
        rows = List.copyOf(rows);
        happenings = List.copyOf(happenings);
    }

    static <R> SheetMove<R> stay(R answer) {
        return new SheetMove<>(Optional.empty(), List.of(), List.of(), answer);
    }

    static <R> SheetMove<R> keep(BoardList list, List<BoardRow> rows, R answer) {
        return new SheetMove<>(Optional.of(list), rows, List.of(), answer);
    }

    static <R> SheetMove<R> tell(
            BoardList list, List<BoardRow> rows, BoardHappening happening, R answer) {
        return new SheetMove<>(Optional.of(list), rows, List.of(happening), answer);
    }
}
