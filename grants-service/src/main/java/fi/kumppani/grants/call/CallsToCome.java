package fi.kumppani.grants.call;

import fi.kumppani.kit.background.Agenda;

/** The calls of all municipalities about which something is still to be done at its time. */
public interface CallsToCome {

    /** Notes all of them in the agenda; a scan on small stores, so not often. */
    void noteAll(Agenda agenda);
}
