package fi.kumppani.grants.call;

import fi.kumppani.kit.time.FinnishTime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The time in which applications are taken.
 *
 * @param opensAt the first instant that is in time
 * @param closesAt the first instant that is late
 */
public record ApplicationWindow(Instant opensAt, Instant closesAt) {

    /**
     * @throws IllegalArgumentException when it would close before it has been open
     */
    public ApplicationWindow {
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("A window opens before it closes");
        }
    }

    /** The window of these days in Europe/Helsinki, the last one included. */
    public static ApplicationWindow ofDays(LocalDate first, LocalDate last) {
        return new ApplicationWindow(
                first.atStartOfDay(FinnishTime.ZONE).toInstant(),
                last.plusDays(1).atStartOfDay(FinnishTime.ZONE).toInstant());
    }

    /** The window on the same days and at the same times of day in Europe/Helsinki, years later. */
    public ApplicationWindow later(int years) {
        return new ApplicationWindow(later(opensAt, years), later(closesAt, years));
    }

    private static Instant later(Instant instant, int years) {
        return instant.atZone(FinnishTime.ZONE).plusYears(years).toInstant();
    }

    /** Whether it has not opened yet. */
    public boolean isAhead(Instant now) {
        return now.isBefore(opensAt);
    }

    /** Whether it is too late: from the closing instant on. */
    public boolean isOver(Instant now) {
        return !now.isBefore(closesAt);
    }

    /** Whether an application at this instant is in time. */
    public boolean isOpen(Instant now) {
        return !isAhead(now) && !isOver(now);
    }
}
