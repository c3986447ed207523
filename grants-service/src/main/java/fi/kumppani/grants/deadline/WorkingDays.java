package fi.kumppani.grants.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/**
 * The days on which things can be done with authorities in Finland: neither Saturdays nor Sundays,
 * church holidays, Independence Day, May Day, nor the eves of Christmas and Midsummer (laki
 * säädettyjen määräaikain laskemisesta 150/1930, 5 §).
 */
public final class WorkingDays {

    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);
    private static final int FIRST_MIDSUMMER_EVE = 19;
    private static final int LAST_MIDSUMMER_EVE = 25;

    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));

    private WorkingDays() {}

    static boolean includes(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !MonthDay.from(day).equals(CHRISTMAS_EVE)
                && !isMidsummerEve(day)
                && !HOLIDAYS.isHoliday(day);
    }

    /** This day, or the first one after it on which things can be done. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * The last of so many working days after this day, which does not count.
     *
     * @param days at least 1
     */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate last = day;
        for (int counted = 0; counted < days; counted++) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }

    /** The Friday before Midsummer Day, which is the Saturday from 20 to 26 June. */
    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= FIRST_MIDSUMMER_EVE
                && day.getDayOfMonth() <= LAST_MIDSUMMER_EVE;
    }
}
