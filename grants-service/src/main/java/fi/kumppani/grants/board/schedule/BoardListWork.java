package fi.kumppani.grants.board.schedule;

import fi.kumppani.grants.board.BoardList;
import fi.kumppani.grants.board.BoardListId;
import fi.kumppani.grants.board.BoardLists;
import fi.kumppani.grants.board.CarryOutBoardList;
import fi.kumppani.grants.board.PendingBoardLists;
import fi.kumppani.grants.board.UnfinishedBoardLists;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.background.AgendaWork;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Carries out what boards resolved, to the end. */
@Component
class BoardListWork extends AgendaWork {

    private final UnfinishedBoardLists unfinished;
    private final BoardLists lists;
    private final CarryOutBoardList carryOutBoardList;

    BoardListWork(
            PendingBoardLists pending,
            UnfinishedBoardLists unfinished,
            BoardLists lists,
            CarryOutBoardList carryOutBoardList,
            Clock clock) {
        super("board-lists", pending.agenda(), clock);
        this.unfinished = unfinished;
        this.lists = lists;
        this.carryOutBoardList = carryOutBoardList;
    }

    @Override
    protected void lookAround(Agenda agenda, Instant now) {
        unfinished.noteAll(agenda);
    }

    @Override
    protected void carryOut(String id, Instant now) {
        for (BoardListId list : lists.unfinished(new CallId(id))) {
            while (!isStopping()
                    && carryOutBoardList.step(list).orElse(null) instanceof BoardList.Recorded) {
                // Each step carries out some rows more.
            }
        }
    }

    @Override
    protected Optional<Instant> nextDue(String id, Instant now) {
        return Optional.empty();
    }
}
