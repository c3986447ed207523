package fi.kumppani.events.feed.persistence;

import fi.kumppani.events.feed.KnownPlaces;
import fi.kumppani.events.feed.Regions;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A read model of some three hundred municipalities, in memory for some seconds at a time. */
@Component
class IndexedPlaces implements Regions, KnownPlaces {

    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final ReadModel<PlaceDocument> index;
    private volatile Taken taken = new Taken(Map.of(), System.nanoTime() - LONGEST);

    private record Taken(Map<MunicipalityCode, Place> places, long at) {}

    IndexedPlaces(ReadModel<PlaceDocument> placeIndex) {
        this.index = placeIndex;
    }

    @Override
    public void note(String id, long sequence, Place place) {
        index.put(id, sequence, new PlaceDocument(place.name(), place.region()));
    }

    @Override
    public Map<MunicipalityCode, Place> places() {
        Taken known = taken;
        if (System.nanoTime() - known.at() < LONGEST) {
            return known.places();
        }
        Map<MunicipalityCode, Place> places = new HashMap<>();
        index.forEachInAnyMunicipality(
                entry ->
                        places.put(
                                entry.municipality(),
                                new Place(entry.body().name(), entry.body().region())));
        Taken now = new Taken(Map.copyOf(places), System.nanoTime());
        taken = now;
        return now.places();
    }
}
