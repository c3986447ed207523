package fi.kumppani.grants.retention;

import fi.kumppani.kit.store.Stored;

import java.util.List;

/** What the current municipality chose of its retention times; nothing of it is taken back. */
public interface RetentionChoices {

    /** All that was recorded, in that order; version 0 before anything was. */
    Stored<List<RetentionChoice>> all();

    /**
     * Records one more.
     *
     * @param seen the version that was seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    void add(RetentionChoice choice, long seen);
}
