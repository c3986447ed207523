package fi.kumppani.grants.handling.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.handling.Assignment;
import fi.kumppani.grants.handling.Handling;
import fi.kumppani.grants.handling.Review;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A row as it is kept, under the id of its application. */
record RowDocument(
        String call,
        int position,
        long requestedCents,
        @Nullable AssignmentPart assignment,
        List<ReviewPart> reviews,
        @Nullable Instant closedAt,
        long revision) {

    static RowDocument from(Handling row) {
        return new RowDocument(
                row.call().value(),
                row.position(),
                row.requested().cents(),
                row.assignment() == null ? null : AssignmentPart.from(row.assignment()),
                row.reviews().stream().map(ReviewPart::from).toList(),
                row.closedAt(),
                row.revision());
    }

    Handling toDomain(String id) {
        return new Handling(
                new ApplicationId(id),
                new CallId(call),
                position,
                new Euros(requestedCents),
                assignment == null ? null : assignment.toDomain(),
                reviews.stream().map(ReviewPart::toDomain).toList(),
                closedAt,
                revision);
    }

    record AssignmentPart(String officer, String by, Instant since) {

        static AssignmentPart from(Assignment assignment) {
            return new AssignmentPart(assignment.officer(), assignment.by(), assignment.since());
        }

        Assignment toDomain() {
            return new Assignment(officer, by, since);
        }
    }

    /** Points are pairs, because a criterion's id is no name of a field. */
    record ReviewPart(
            String reviewer,
            List<PointsPart> points,
            @Nullable String comment,
            int revision,
            Instant firstGivenAt,
            boolean disregarded) {

        static ReviewPart from(Review review) {
            return new ReviewPart(
                    review.reviewer(),
                    new TreeMap<>(review.points())
                            .entrySet().stream()
                                    .map(each -> new PointsPart(each.getKey(), each.getValue()))
                                    .toList(),
                    review.comment(),
                    review.revision(),
                    review.firstGivenAt(),
                    review.disregarded());
        }

        Review toDomain() {
            Map<String, Integer> given =
                    points.stream()
                            .collect(Collectors.toMap(PointsPart::criterion, PointsPart::points));
            return new Review(reviewer, given, comment, revision, firstGivenAt, disregarded);
        }
    }

    record PointsPart(String criterion, int points) {}
}
