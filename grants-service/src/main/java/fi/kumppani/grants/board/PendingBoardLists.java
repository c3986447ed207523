package fi.kumppani.grants.board;

import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.time.Clock;

/** The calls whose board lists this instance knows to be recorded and not carried out. */
@Service
public class PendingBoardLists {

    private final Agenda agenda = new Agenda();
    private final Clock clock;

    PendingBoardLists(Clock clock) {
        this.clock = clock;
    }

    /** Has the lists of the same call carried out soon, in the background. */
    public void note(BoardListId id) {
        agenda.note(new Located(id.call().value(), Tenancy.current()), clock.instant());
    }

    /** What is to be done. */
    public Agenda agenda() {
        return agenda;
    }
}
