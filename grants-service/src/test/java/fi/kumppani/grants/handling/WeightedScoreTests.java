package fi.kumppani.grants.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class WeightedScoreTests {

    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    @Test
    void explainsEachCriterion() {
        List<Criterion> criteria = List.of(criterion("need", 60, 5), criterion("plan", 40, 3));

        WeightedScore score =
                WeightedScore.of(
                                criteria,
                                List.of(
                                        review("a", Map.of("need", 4, "plan", 1), false),
                                        review("b", Map.of("need", 3, "plan", 1), false),
                                        review("c", Map.of("need", 0, "plan", 0), true)))
                        .orElseThrow();

        assertThat(score.reviews()).isEqualTo(2);
        assertThat(score.shares())
                .extracting(WeightedScore.Share::points, WeightedScore.Share::mostPoints)
                .containsExactly(tuple(7, 10), tuple(2, 6));
        assertThat(score.shares())
                .extracting(WeightedScore.Share::share)
                .containsExactly(new BigDecimal("42.00"), new BigDecimal("13.33"));
        assertThat(score.total()).isEqualTo(new BigDecimal("55.33"));
    }

    @Test
    void isNothingWhereNothingCounts() {
        List<Criterion> criteria = List.of(criterion("need", 100, 5));

        assertThat(WeightedScore.of(criteria, List.of())).isEmpty();
        assertThat(WeightedScore.of(criteria, List.of(review("a", Map.of("need", 5), true))))
                .isEmpty();
        assertThat(WeightedScore.of(List.of(), List.of(review("a", Map.of(), false)))).isEmpty();
    }

    @Test
    void roundsOnceAndHalfUp() {
        List<Criterion> criteria =
                List.of(criterion("a", 33, 8), criterion("b", 33, 8), criterion("c", 34, 8));

        WeightedScore score =
                WeightedScore.of(
                                criteria,
                                List.of(review("r", Map.of("a", 1, "b", 1, "c", 0), false)))
                        .orElseThrow();

        assertThat(score.shares().getFirst().share()).isEqualTo(new BigDecimal("4.13"));
        assertThat(score.total()).isEqualTo(new BigDecimal("8.25"));
    }

    @Test
    void isExactWhateverIsGiven() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Criterion> criteria = criteria(random);
            List<Review> reviews = new ArrayList<>();
            int reviewers = 1 + random.nextInt(9);
            for (int reviewer = 0; reviewer < reviewers; reviewer++) {
                Map<String, Integer> points = new HashMap<>();
                criteria.forEach(
                        each -> points.put(each.id(), random.nextInt(each.mostPoints() + 1)));
                reviews.add(review("r" + reviewer, points, false));
            }
            BigDecimal expected = BigDecimal.ZERO;
            for (Criterion each : criteria) {
                for (Review review : reviews) {
                    expected =
                            expected.add(
                                    new BigDecimal(
                                                    each.weight()
                                                            * review.points()
                                                                    .getOrDefault(each.id(), 0))
                                            .divide(
                                                    new BigDecimal(each.mostPoints() * reviewers),
                                                    new MathContext(60)));
                }
            }

            WeightedScore score = WeightedScore.of(criteria, reviews).orElseThrow();

            // Forty digits hide what the divisions left over.
            assertThat(score.total())
                    .as("seed %d", seed)
                    .isEqualTo(
                            expected.setScale(40, RoundingMode.HALF_UP)
                                    .setScale(2, RoundingMode.HALF_UP));
            assertThat(score.total()).isBetween(BigDecimal.ZERO, new BigDecimal("100.00"));
        }
    }

    private static List<Criterion> criteria(Random random) {
        List<Criterion> criteria = new ArrayList<>();
        int left = 100;
        while (left > 0) {
            int weight = 1 + random.nextInt(left);
            criteria.add(criterion("c" + criteria.size(), weight, 1 + random.nextInt(100)));
            left -= weight;
        }
        return criteria;
    }

    private static Criterion criterion(String id, int weight, int mostPoints) {
        return new Criterion(id, LocalizedText.finnish("Peruste"), weight, mostPoints);
    }

    private static Review review(
            String reviewer, Map<String, Integer> points, boolean disregarded) {
        return new Review(reviewer, points, null, 1, NOW, disregarded);
    }
}
