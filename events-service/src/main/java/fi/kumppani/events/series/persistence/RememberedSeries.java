package fi.kumppani.events.series.persistence;

import fi.kumppani.events.event.WholeSeries;
import fi.kumppani.events.series.Series;
import fi.kumppani.events.series.SeriesShelf;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers for a second which series are registered for as a whole: it is asked about every single
 * registration for an event of a series.
 */
@Component
class RememberedSeries implements WholeSeries {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final int MOST = 1000;

    private final SeriesShelf shelf;
    private final Clock clock;
    private final Map<Located, Known> known = new ConcurrentHashMap<>();

    RememberedSeries(SeriesShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    private record Known(boolean whole, Instant since) {

        boolean isGoodAt(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(GOOD_FOR));
        }
    }

    @Override
    public boolean is(String series) {
        Instant now = clock.instant();
        var where = new Located(series, Tenancy.current());
        Known remembered = known.get(where);
        if (remembered != null && remembered.isGoodAt(now)) {
            return remembered.whole();
        }
        boolean whole = shelf.find(series).map(Stored::body).filter(Series::wholeOnly).isPresent();
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(where, new Known(whole, now));
        return whole;
    }
}
