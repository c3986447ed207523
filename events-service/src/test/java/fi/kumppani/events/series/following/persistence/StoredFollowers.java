package fi.kumppani.events.series.following.persistence;

import fi.kumppani.events.series.following.Followers;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.store.StoreIndexes;

import java.util.List;

/** Followers in a store, who are told nothing. */
public final class StoredFollowers {

    private StoredFollowers() {}

    /** Those kept there. */
    public static Followers in(Journals journals, StoreIndexes indexes) {
        return new JournalFollowers(journals, indexes, _ -> List.of());
    }
}
