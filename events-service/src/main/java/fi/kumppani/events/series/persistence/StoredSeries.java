package fi.kumppani.events.series.persistence;

import fi.kumppani.events.event.KnownSeries;
import fi.kumppani.events.series.Series;
import fi.kumppani.events.series.SeriesShelf;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One document for each series. */
@Component
class StoredSeries implements SeriesShelf, KnownSeries {

    private final AggregateCollection<SeriesDocument> collection;

    StoredSeries(AggregateCollections collections) {
        this.collection = collections.collection("series", SeriesDocument.class).open();
    }

    @Override
    public Insertion<Series> add(String id, Series series, Creation creation) {
        return switch (collection.insert(id, creation, SeriesDocument.from(series), List.of())) {
            case Insertion.Inserted<SeriesDocument>(var stored) ->
                    new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated<SeriesDocument>(var stored) ->
                    new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<SeriesDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken<SeriesDocument>(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public Optional<Stored<Series>> find(String id) {
        return collection.find(id).map(StoredSeries::open);
    }

    @Override
    public boolean has(String id) {
        return collection.find(id).isPresent();
    }

    @Override
    public List<Stored<Series>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(StoredSeries::open).toList();
    }

    @Override
    public Optional<Stored<Series>> change(String id, Series next, long version) {
        return collection
                .<Boolean>change(
                        id,
                        OptionalLong.of(version),
                        stored ->
                                stored.body().toDomain().equals(next)
                                        ? Change.none(true)
                                        : Change.to(SeriesDocument.from(next), List.of(), true))
                .flatMap(_ -> find(id));
    }

    private static Stored<Series> open(Stored<SeriesDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
