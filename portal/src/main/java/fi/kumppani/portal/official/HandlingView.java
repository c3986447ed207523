package fi.kumppani.portal.official;

import fi.kumppani.portal.official.WorkCall.Criterion;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How an application is handled, in words.
 *
 * @param who {@code mine}, {@code another} or {@code nobody}
 * @param since since when it is theirs
 * @param total the weighted score of 100, once it is told
 */
record HandlingView(
        String who,
        @Nullable String since,
        boolean roundClosed,
        long reviewsGiven,
        boolean ownReviewGiven,
        List<ReviewRow> reviews,
        @Nullable String total,
        List<ShareRow> shares) {

    /**
     * A review.
     *
     * @param points of each criterion, in the order of the call
     */
    record ReviewRow(boolean mine, String points, @Nullable String comment, boolean disregarded) {}

    /** What a criterion brings to the score. */
    record ShareRow(Told text, int weight, String points, String share) {}

    static HandlingView of(HandlingFacts facts, WorkCall call, Language language) {
        HandlingFacts.Assignment assignment = facts.assignment();
        HandlingFacts.Score score = facts.score();
        return new HandlingView(
                assignment == null ? "nobody" : assignment.mine() ? "mine" : "another",
                assignment == null ? null : Formats.day(assignment.since(), language),
                facts.roundClosed(),
                facts.reviewsGiven(),
                facts.ownReviewGiven(),
                facts.reviews().stream().map(each -> row(each, call, language)).toList(),
                score == null ? null : Formats.number(score.total()),
                score == null
                        ? List.of()
                        : score.criteria().stream().map(each -> row(each, language)).toList());
    }

    private static ReviewRow row(HandlingFacts.Review review, WorkCall call, Language language) {
        return new ReviewRow(
                review.mine(),
                call.criteria().stream()
                        .map(criterion -> told(review, criterion, language))
                        .collect(Collectors.joining("; ")),
                review.comment(),
                review.disregarded());
    }

    private static String told(
            HandlingFacts.Review review, Criterion criterion, Language language) {
        Integer points = review.points().get(criterion.id());
        return criterion.text().told(language).text()
                + ": "
                + (points == null ? "–" : points + "/" + criterion.most());
    }

    private static ShareRow row(HandlingFacts.Share share, Language language) {
        return new ShareRow(
                share.text().told(language),
                share.weight(),
                share.points() + "/" + share.mostPoints(),
                Formats.number(share.share()));
    }
}
