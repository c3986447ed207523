package fi.kumppani.grants.handling;

import fi.kumppani.grants.scheme.Criterion;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What reviews come to: for each criterion the part of its points that was given, times its weight.
 * It is computed in whole numbers and rounded once, half up.
 *
 * @param shares what each criterion brings
 * @param total from 0 to 100, with two decimals; rounded from the exact sum, so that it may differ
 *     in the last digit from the sum of the rounded shares
 * @param reviews how many reviews count
 */
public record WeightedScore(List<Share> shares, BigDecimal total, int reviews) {

    private static final int DECIMALS = 2;

    /**
     * What one criterion brings.
     *
     * @param points those that all reviewers gave together
     * @param mostPoints those that they could have given together
     * @param share {@code weight · points / mostPoints}, with two decimals
     */
    public record Share(Criterion criterion, int points, int mostPoints, BigDecimal share) {}

    /** The score by these criteria; empty when no review counts. */
    public static Optional<WeightedScore> of(List<Criterion> criteria, List<Review> given) {
        List<Review> counting = given.stream().filter(each -> !each.disregarded()).toList();
        if (counting.isEmpty() || criteria.isEmpty()) {
            return Optional.empty();
        }
        List<Share> shares = new ArrayList<>();
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Criterion criterion : criteria) {
            int points =
                    counting.stream()
                            .mapToInt(each -> each.points().getOrDefault(criterion.id(), 0))
                            .sum();
            int most = Math.multiplyExact(criterion.mostPoints(), counting.size());
            BigInteger weighted = BigInteger.valueOf((long) criterion.weight() * points);
            BigInteger whole = BigInteger.valueOf(most);
            shares.add(new Share(criterion, points, most, rounded(weighted, whole)));
            numerator = numerator.multiply(whole).add(weighted.multiply(denominator));
            denominator = denominator.multiply(whole);
        }
        return Optional.of(
                new WeightedScore(
                        List.copyOf(shares), rounded(numerator, denominator), counting.size()));
    }

    private static BigDecimal rounded(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP);
    }
}
