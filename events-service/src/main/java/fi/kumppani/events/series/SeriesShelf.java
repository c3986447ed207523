package fi.kumppani.events.series;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.util.List;
import java.util.Optional;

/** The series of the current municipality. */
public interface SeriesShelf {

    /** Keeps a new series, unless the same request made it before. */
    Insertion<Series> add(String id, Series series, Creation creation);

    /** The series with this id. */
    Optional<Stored<Series>> find(String id);

    /**
     * All series, the oldest first.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Series>> list(String after, int limit);

    /**
     * Writes a series anew.
     *
     * @param version the one that was read
     * @return empty when there is no such series
     * @throws fi.kumppani.kit.store.StaleVersionException when somebody else changed it first
     */
    Optional<Stored<Series>> change(String id, Series next, long version);
}
