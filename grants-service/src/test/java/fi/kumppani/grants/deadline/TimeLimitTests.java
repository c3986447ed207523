package fi.kumppani.grants.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Against days found in an almanac, not by the library that computes them. */
class TimeLimitTests {

    private static final int FIRST_YEAR = 2024;

    /** Easter Sundays from 2024 to 2033. */
    private static final List<LocalDate> EASTERS =
            List.of(
                    LocalDate.of(2024, 3, 31),
                    LocalDate.of(2025, 4, 20),
                    LocalDate.of(2026, 4, 5),
                    LocalDate.of(2027, 3, 28),
                    LocalDate.of(2028, 4, 16),
                    LocalDate.of(2029, 4, 1),
                    LocalDate.of(2030, 4, 21),
                    LocalDate.of(2031, 4, 13),
                    LocalDate.of(2032, 3, 28),
                    LocalDate.of(2033, 4, 17));

    private static final List<MonthDay> FIXED =
            List.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(1, 6),
                    MonthDay.of(5, 1),
                    MonthDay.of(12, 6),
                    MonthDay.of(12, 24),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26));

    /** Midsummer Eves from 2024 to 2033. */
    private static final List<Integer> MIDSUMMER_EVES =
            List.of(21, 20, 19, 25, 23, 22, 21, 20, 25, 24);

    @Test
    void countsWorkingDaysWithoutTheFirst() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 3, 2), 1))
                .isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(WorkingDays.after(LocalDate.of(2026, 3, 6), 1))
                .isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 18), 20))
                .as("Christmas, the new year and Epiphany in between")
                .isEqualTo(LocalDate.of(2027, 1, 21));
    }

    @Test
    void knowsEveryWorkingDayOfTenYears() {
        Set<LocalDate> free = freeDays();
        LocalDate end = LocalDate.of(FIRST_YEAR + EASTERS.size(), 1, 1);

        for (LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1);
                day.isBefore(end);
                day = day.plusDays(1)) {
            boolean weekend =
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertThat(WorkingDays.includes(day))
                    .as("%s, %s", day, day.getDayOfWeek())
                    .isEqualTo(!weekend && !free.contains(day));
        }
    }

    @Test
    void endsOnAWorkingDayAndNotBeforeItsTime() {
        for (LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1);
                day.getYear() < FIRST_YEAR + EASTERS.size() - 1;
                day = day.plusDays(1)) {
            LocalDate last = TimeLimit.CLAIM_FOR_REVISED_DECISION.lastDay(day);

            assertThat(WorkingDays.includes(last)).as("after %s", day).isTrue();
            assertThat(last).isBetween(day.plusDays(14), day.plusDays(14 + 5));
            for (LocalDate between = day.plusDays(14);
                    between.isBefore(last);
                    between = between.plusDays(1)) {
                assertThat(WorkingDays.includes(between)).as("%s was free", between).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // An ordinary Monday: the day itself does not count.
        "2026-11-02, 2026-11-16",
        // The 14th day is Christmas Eve, a Thursday; Christmas and a weekend follow.
        "2026-12-10, 2026-12-28",
        // The 14th day is Midsummer Eve.
        "2026-06-05, 2026-06-22",
        // The 14th day is Good Friday; Easter Monday is free too.
        "2026-03-20, 2026-04-07",
        // May Day is a Friday.
        "2026-04-17, 2026-05-04",
        // Independence Day is a Sunday.
        "2026-11-22, 2026-12-07",
        // Ascension Day.
        "2026-04-30, 2026-05-15",
        // A Saturday.
        "2026-10-31, 2026-11-16",
    })
    void endsAfterFourteenDaysOrOnTheNextWorkingDay(LocalDate beginning, LocalDate last) {
        assertThat(TimeLimit.CLAIM_FOR_REVISED_DECISION.lastDay(beginning)).isEqualTo(last);
    }

    @Test
    void lastsAtLeastADay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(0));
    }

    private static Set<LocalDate> freeDays() {
        Set<LocalDate> free = new HashSet<>();
        for (int i = 0; i < EASTERS.size(); i++) {
            int year = FIRST_YEAR + i;
            LocalDate easter = EASTERS.get(i);
            free.addAll(List.of(easter.minusDays(2), easter.plusDays(1), easter.plusDays(39)));
            FIXED.forEach(day -> free.add(day.atYear(year)));
            free.add(LocalDate.of(year, 6, MIDSUMMER_EVES.get(i)));
        }
        return free;
    }
}
