package fi.kumppani.events.series;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** A coordinator begins a series, or writes it anew. */
@Service
public class KeepSeries {

    private final SeriesShelf shelf;
    private final Ids ids;

    KeepSeries(SeriesShelf shelf, Ids ids) {
        this.shelf = shelf;
        this.ids = ids;
    }

    /** Begins a series; the same request again finds the first one. */
    public Insertion<Series> begin(Series series, Creation creation) {
        return shelf.add(ids.next(), series, creation);
    }

    /**
     * Writes a series anew.
     *
     * @param version the one that was read
     * @return empty when there is no such series
     * @throws fi.kumppani.kit.store.StaleVersionException when somebody else changed it first
     */
    public Optional<Stored<Series>> change(String id, Series next, long version) {
        return shelf.change(id, next, version);
    }
}
