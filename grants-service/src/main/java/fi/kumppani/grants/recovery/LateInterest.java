package fi.kumppani.grants.recovery;

import fi.kumppani.kit.money.Euros;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Interest on what is paid late: seven percentage points above the reference rate of each half-year
 * (viivästyskorko; korkolaki 633/1982, 4 §), by the day, a year having 365.
 */
final class LateInterest {

    private static final BigDecimal MARGIN = BigDecimal.valueOf(7);
    private static final BigDecimal YEAR_OF_PERCENTS = BigDecimal.valueOf(365L * 100);

    private LateInterest() {}

    /**
     * What accrues, in cents with their fractions.
     *
     * @param after the last day that bears none
     * @param until the last day that bears some
     * @return empty when a rate is not stated
     */
    static Optional<BigDecimal> cents(
            Euros principal, LocalDate after, LocalDate until, ReferenceRates rates) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate from = after;
        while (from.isBefore(until) && principal.cents() > 0) {
            LocalDate end = earlier(lastOfHalfYear(from.plusDays(1)), until);
            Optional<BigDecimal> rate = rates.on(from.plusDays(1));
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            sum =
                    sum.add(
                            BigDecimal.valueOf(principal.cents())
                                    .multiply(
                                            BigDecimal.valueOf(ChronoUnit.DAYS.between(from, end)))
                                    .multiply(rate.get().add(MARGIN)));
            from = end;
        }
        return Optional.of(sum.divide(YEAR_OF_PERCENTS, 6, RoundingMode.HALF_UP));
    }

    private static LocalDate lastOfHalfYear(LocalDate day) {
        return day.getMonth().compareTo(Month.JUNE) <= 0
                ? LocalDate.of(day.getYear(), Month.JUNE, 30)
                : LocalDate.of(day.getYear(), Month.DECEMBER, 31);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
