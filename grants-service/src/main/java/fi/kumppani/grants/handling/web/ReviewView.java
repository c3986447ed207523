package fi.kumppani.grants.handling.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.handling.Review;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A review.
 *
 * @param reviewer as the identity provider knows them
 * @param mine whether it is the reader's
 * @param points by criterion
 * @param disregarded whether it counts no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String reviewer,
        boolean mine,
        Map<String, Integer> points,
        @Nullable String comment,
        Instant givenAt,
        boolean disregarded) {

    static ReviewView of(Review review, String reader) {
        return new ReviewView(
                review.reviewer(),
                review.reviewer().equals(reader),
                new TreeMap<>(review.points()),
                review.comment(),
                review.firstGivenAt(),
                review.disregarded());
    }
}
