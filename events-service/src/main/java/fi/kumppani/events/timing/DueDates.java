package fi.kumppani.events.timing;

import fi.kumppani.kit.store.Located;

import java.time.Instant;
import java.util.List;

/** When events are due, as it is kept with them. */
public interface DueDates {

    /**
     * Where events are that are due by a moment, in all municipalities.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Located> upTo(Instant moment, String after, int limit);
}
