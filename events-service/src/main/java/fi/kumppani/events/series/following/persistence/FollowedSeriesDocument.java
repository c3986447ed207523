package fi.kumppani.events.series.following.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.series.following.FollowedSeries;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A series as far as it is followed, as it is kept under the series' id.
 *
 * @param rounds by the event's id
 */
record FollowedSeriesDocument(
        long last, Map<String, RoundDocument> rounds, long gone, @Nullable Instant lookAt) {

    static final String LOOK_AT = "lookAt";

    /** How far followers have been registered for an event. */
    record RoundDocument(long upTo, long done, int registered, Instant endsAt) {}

    static FollowedSeriesDocument from(FollowedSeries series) {
        Map<String, RoundDocument> rounds = new TreeMap<>();
        series.rounds()
                .forEach(
                        (event, round) ->
                                rounds.put(
                                        event.value(),
                                        new RoundDocument(
                                                round.upTo(),
                                                round.done(),
                                                round.registered(),
                                                round.endsAt())));
        return new FollowedSeriesDocument(series.last(), rounds, series.gone(), series.lookAt());
    }

    FollowedSeries toDomain() {
        Map<EventId, FollowedSeries.Round> known = new HashMap<>();
        rounds.forEach(
                (event, round) ->
                        known.put(
                                new EventId(event),
                                new FollowedSeries.Round(
                                        round.upTo(),
                                        round.done(),
                                        round.registered(),
                                        round.endsAt())));
        return new FollowedSeries(last, known, gone, lookAt);
    }
}
