package fi.kumppani.grants.reconciliation;

import fi.kumppani.kit.time.FinnishTime;

import java.time.Instant;
import java.time.YearMonth;

/** A month of the books, which begins and ends at midnight in Finland. */
public record BookMonth(YearMonth month) {

    /** Whether a moment falls into it. */
    public boolean includes(Instant at) {
        return !isBefore(at) && at.isBefore(beginningOf(month.plusMonths(1)));
    }

    /** Whether a moment comes before it. */
    boolean isBefore(Instant at) {
        return at.isBefore(beginningOf(month));
    }

    private static Instant beginningOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(FinnishTime.ZONE).toInstant();
    }
}
