package fi.kumppani.grants.board;

import fi.kumppani.kit.background.Agenda;

/** The calls of all municipalities with board lists that are recorded and not carried out. */
public interface UnfinishedBoardLists {

    /** Notes all of them in the agenda; a scan on small stores, so not often. */
    void noteAll(Agenda agenda);
}
