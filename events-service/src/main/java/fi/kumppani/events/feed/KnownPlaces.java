package fi.kumppani.events.feed;

/** Takes note of what the registry tells about municipalities. */
public interface KnownPlaces {

    /** Keeps what is told of the current municipality, unless something newer is known. */
    void note(String id, long sequence, Regions.Place place);
}
