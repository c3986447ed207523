package fi.kumppani.grants.board;

import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the rows of a list, however many there are, and asks who must keep out of them. */
@Service
class BoardRows {

    private static final int PAGE = 500;

    private final BoardLists lists;
    private final JudgeImpartiality impartiality;

    BoardRows(BoardLists lists, JudgeImpartiality impartiality) {
        this.lists = lists;
        this.impartiality = impartiality;
    }

    /** Shows those on the list, some hundreds at a time, in order. */
    void forEachPage(BoardList list, Consumer<List<BoardRow>> work) {
        for (int after = 0; after < list.head().positions(); after += PAGE) {
            work.accept(
                    lists.rows(list.head().id(), after, PAGE).stream()
                            .filter(row -> !row.isOff())
                            .toList());
        }
    }

    /** The first ground on which the person must keep out of one of these; it is written down. */
    Optional<Disqualification> stop(String subject, List<BoardRow> rows) {
        Map<String, Disqualification> closed =
                impartiality.ofAll(subject, rows.stream().map(BoardRow::matter).toList());
        return rows.stream()
                .map(BoardRow::matter)
                .filter(matter -> closed.containsKey(matter.application()))
                .findFirst()
                .flatMap(matter -> impartiality.stop(subject, matter));
    }
}
