package fi.kumppani.grants.handling.web;

import fi.kumppani.grants.handling.WeightedScore;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * A weighted score and how it comes about.
 *
 * @param total of 100, as a decimal string with two decimals
 * @param reviews how many count
 */
record ScoreView(String total, int reviews, List<ShareView> criteria) {

    static ScoreView of(WeightedScore score) {
        return new ScoreView(
                score.total().toPlainString(),
                score.reviews(),
                score.shares().stream().map(ShareView::of).toList());
    }

    /**
     * What a criterion brings: {@code weight · points / mostPoints}.
     *
     * @param points of all reviewers together
     * @param mostPoints that they could have given
     * @param share a decimal string with two decimals
     */
    record ShareView(
            String id, LocalizedText text, int weight, int points, int mostPoints, String share) {

        static ShareView of(WeightedScore.Share share) {
            return new ShareView(
                    share.criterion().id(),
                    share.criterion().text(),
                    share.criterion().weight(),
                    share.points(),
                    share.mostPoints(),
                    share.share().toPlainString());
        }
    }
}
