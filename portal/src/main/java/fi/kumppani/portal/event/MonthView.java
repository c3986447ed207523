package fi.kumppani.portal.event;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A month with its events, in weeks from Monday to Sunday.
 *
 * @param name such as December 2026
 * @param weekdays the names of the days, Monday first
 * @param weeks those that have a day in the month
 */
record MonthView(String name, List<String> weekdays, List<Week> weeks) {

    /** Seven days, the first a Monday. */
    record Week(List<Day> days) {}

    /**
     * A day.
     *
     * @param date for machines
     * @param number of the month
     * @param full its weekday and date
     * @param inside whether it is in the month
     * @param events what is on it, in the order of time; none on days outside
     */
    record Day(
            String date,
            String number,
            String full,
            boolean inside,
            boolean today,
            List<Entry> events) {}

    /**
     * An event on a day.
     *
     * @param time when it starts; null on days it goes on from the day before
     * @param situation how it stands, where that is to be marked
     */
    record Entry(String href, Told title, @Nullable String time, @Nullable String situation) {}

    /**
     * Puts events into a month.
     *
     * @param code the municipality whose calendar it is
     */
    static MonthView of(
            YearMonth month, String code, List<EventFacts> events, Instant now, Language language) {
        List<EventFacts> ordered =
                events.stream().sorted(Comparator.comparing(EventFacts::startsAt)).toList();
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new MonthView(
                name(month, language),
                Arrays.stream(DayOfWeek.values())
                        .map(
                                day ->
                                        day.getDisplayName(
                                                TextStyle.FULL_STANDALONE, language.locale()))
                        .toList(),
                Stream.iterate(
                                first,
                                monday -> !monday.isAfter(month.atEndOfMonth()),
                                monday -> monday.plusWeeks(1))
                        .map(
                                monday ->
                                        new Week(
                                                monday.datesUntil(monday.plusWeeks(1))
                                                        .map(
                                                                date ->
                                                                        day(
                                                                                date, month, code,
                                                                                ordered, now,
                                                                                language))
                                                        .toList()))
                        .toList());
    }

    /** What a month is called. */
    static String name(YearMonth month, Language language) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
    }

    /** Whether nothing happens in the month. */
    public boolean isEmpty() {
        return weeks.stream()
                .flatMap(week -> week.days().stream())
                .allMatch(day -> day.events().isEmpty());
    }

    private static Day day(
            LocalDate date,
            YearMonth month,
            String code,
            List<EventFacts> events,
            Instant now,
            Language language) {
        boolean inside = YearMonth.from(date).equals(month);
        return new Day(
                date.toString(),
                Integer.toString(date.getDayOfMonth()),
                Formats.day(date, language),
                inside,
                date.equals(Formats.dayOf(now)),
                inside
                        ? events.stream()
                                .filter(event -> isOn(event, date))
                                .map(event -> entry(event, date, code, now, language))
                                .toList()
                        : List.of());
    }

    private static boolean isOn(EventFacts event, LocalDate date) {
        return !date.isBefore(Formats.dayOf(event.startsAt())) && !date.isAfter(lastDay(event));
    }

    /** What ends at midnight is not on the day that begins then. */
    private static LocalDate lastDay(EventFacts event) {
        return event.endsAt().isAfter(event.startsAt())
                ? Formats.dayOf(event.endsAt().minusNanos(1))
                : Formats.dayOf(event.startsAt());
    }

    private static Entry entry(
            EventFacts event, LocalDate date, String code, Instant now, Language language) {
        String situation = Situations.of(event, now);
        return new Entry(
                "/m/" + event.owner(code) + "/events/" + event.id(),
                event.title().told(language),
                date.equals(Formats.dayOf(event.startsAt()))
                        ? Formats.time(event.startsAt(), language)
                        : null,
                Situations.MARKED.contains(situation) ? situation : null);
    }
}
