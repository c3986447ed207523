package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A series with its archive, as events-service tells it.
 *
 * @param years the latest first
 */
record SeriesFacts(
        String id, LocalizedText title, @Nullable LocalizedText description, List<Year> years) {

    /** Takes what is not told for nothing. */
    SeriesFacts {
        years = years == null ? List.of() : List.copyOf(years);
    }

    /** The events of a year in the order of time. */
    record Year(int year, List<EventOfSeries> events) {

        Year {
            events = List.copyOf(events);
        }
    }

    /**
     * An event of the series.
     *
     * @param situation how it stands
     * @param partOf the umbrella it is a part of
     */
    record EventOfSeries(
            String id,
            LocalizedText title,
            @Nullable LocalizedText theme,
            Instant startsAt,
            Instant endsAt,
            @Nullable String situation,
            @Nullable String partOf) {}

    /** Asks for one. */
    static Question<SeriesFacts> one(String municipality, String id) {
        return Question.get(
                Backend.EVENTS,
                SeriesFacts.class,
                "/v1/municipalities/{municipality}/series/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
