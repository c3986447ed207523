package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How an application is handled, as grants-service tells whoever handles it.
 *
 * @param state how far its handling is; see {@link States}
 * @param blind whether who applies is not told until the review round is closed
 * @param reviewsGiven how many there are
 * @param ownReviewGiven whether the reader gave one; the others and the score are told after that
 */
record HandlingFacts(
        String state,
        boolean blind,
        @Nullable Assignment assignment,
        boolean roundClosed,
        long reviewsGiven,
        boolean ownReviewGiven,
        List<Review> reviews,
        @Nullable Score score) {

    private static final String HANDLING = ApplicationFacts.PATH + "/handling";
    private static final String MINE = ApplicationFacts.PATH + "/reviews/mine";
    private static final String IF_MATCH = "If-Match";

    HandlingFacts {
        reviews = List.copyOf(reviews);
    }

    /** Whose work it is. */
    record Assignment(boolean mine, Instant since) {}

    /**
     * What a reviewer found.
     *
     * @param points by criterion
     * @param disregarded whether it counts no more
     */
    record Review(
            boolean mine,
            Map<String, Integer> points,
            @Nullable String comment,
            boolean disregarded) {}

    /** A weighted score of 100. */
    record Score(BigDecimal total, int reviews, List<Share> criteria) {

        Score {
            criteria = List.copyOf(criteria);
        }
    }

    /** What a criterion brings to it. */
    record Share(LocalizedText text, int weight, int points, int mostPoints, BigDecimal share) {}

    static Question<HandlingFacts> of(String municipality, String id) {
        return Question.get(
                Backend.GRANTS,
                HandlingFacts.class,
                HANDLING,
                ApplicationFacts.at(municipality, id));
    }

    /** Takes it, by whoever has seen this version. */
    static Question<HandlingFacts> take(String municipality, String id, String seen) {
        return put(HandlingFacts.class, HANDLING + "/assignment", municipality, id, Map.of())
                .with(IF_MATCH, seen);
    }

    /** Makes it nobody's again. */
    static Question<Done> release(String municipality, String id, String seen) {
        return Question.delete(
                        Backend.GRANTS,
                        HANDLING + "/assignment",
                        ApplicationFacts.at(municipality, id))
                .with(IF_MATCH, seen);
    }

    /** Leaves it to others, for good. */
    static Question<Done> leave(String municipality, String id) {
        return put(Done.class, ApplicationFacts.PATH + "/recusals/mine", municipality, id, Map.of())
                .orNothing(new Done());
    }

    /** Asks for the reader's own review. */
    static Question<Review> mine(String municipality, String id) {
        return Question.get(
                Backend.GRANTS, Review.class, MINE, ApplicationFacts.at(municipality, id));
    }

    /** Gives the reader's own review, or gives it anew. */
    static Question<Review> review(
            String municipality, String id, Map<String, Object> review, String seen) {
        return put(Review.class, MINE, municipality, id, review).with(IF_MATCH, seen);
    }

    /** Asks the applicant to complete it. */
    static Question<ApplicationFacts> supplement(
            String municipality, String id, Map<String, Object> asked, String seen) {
        return put(
                        ApplicationFacts.class,
                        ApplicationFacts.PATH + "/supplement-request",
                        municipality,
                        id,
                        asked)
                .with(IF_MATCH, seen);
    }

    private static <T> Question<T> put(
            Class<T> type, String path, String municipality, String id, Map<String, Object> body) {
        return Question.put(
                Backend.GRANTS, type, path, ApplicationFacts.at(municipality, id), body);
    }
}
