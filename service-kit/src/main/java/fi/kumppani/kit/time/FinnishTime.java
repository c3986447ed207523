package fi.kumppani.kit.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one time zone in which municipalities count days, open calls and set deadlines. */
public final class FinnishTime {

    /** Europe/Helsinki. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private FinnishTime() {}

    /** Which day it is. */
    public static LocalDate today(Clock clock) {
        return dayOf(clock.instant());
    }

    /** On which day a moment falls. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
