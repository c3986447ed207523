package fi.kumppani.localstack.demonstration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sums of money that are shared out to the cent. */
final class Cents {

    /** Grants are round: tens of euros. */
    private static final long UNIT = 1_000;

    private Cents() {}

    static long of(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    /** As the services write euros, for example {@code 400.00}. */
    static String text(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    /**
     * Unequal shares, always the same for the same arguments.
     *
     * @param total a multiple of ten euros, enough for ten euros each
     * @param most what no share is more than; together they can hold the total
     */
    static List<Long> share(long total, int shares, long most, long seed) {
        long units = total / UNIT;
        long mostUnits = most / UNIT;
        if (total % UNIT != 0 || units < shares || mostUnits * shares < units) {
            throw new IllegalArgumentException(
                    "%d cents cannot be shared among %d, each with at most %d"
                            .formatted(total, shares, most));
        }
        var random = new Random(seed);
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < shares; i++) {
            weights.add(0.3 + random.nextDouble());
        }
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        List<Long> result = new ArrayList<>();
        for (double weight : weights) {
            long share = (long) Math.floor(units * weight / all);
            result.add(Math.clamp(share, 1L, mostUnits));
        }
        long left = units - result.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; left != 0; i = (i + 1) % shares) {
            long share = result.get(i);
            if (left > 0 && share < mostUnits) {
                result.set(i, share + 1);
                left--;
            } else if (left < 0 && share > 1) {
                result.set(i, share - 1);
                left++;
            }
        }
        Collections.shuffle(result, random);
        return result.stream().map(share -> share * UNIT).toList();
    }
}
