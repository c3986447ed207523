package fi.kumppani.grants.handling;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * What one reviewer found (arviointi).
 *
 * @param reviewer the reviewer, as the identity provider's opaque {@code sub}
 * @param points by criterion; all criteria of the call
 * @param comment what others who have given theirs may read; null for none
 * @param revision counts how often it was given, from 1
 * @param firstGivenAt when it was first given
 * @param disregarded whether it counts no more, because the reviewer is disqualified
 */
public record Review(
        String reviewer,
        Map<String, Integer> points,
        @Nullable String comment,
        int revision,
        Instant firstGivenAt,
        boolean disregarded) {

    /** Copies the map. */
    public Review {
        points = Map.copyOf(points);
    }

    /** The same, counting no more. */
    Review disregard() {
        return new Review(reviewer, points, comment, revision, firstGivenAt, true);
    }
}
