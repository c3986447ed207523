package fi.kumppani.portal.page;

import fi.kumppani.portal.reader.Language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes days, times and euros as people in Finland do, whichever language the words are in: {@code
 * ti 23.9.2025 klo 17.00–19.00}, {@code 30 000 €}, {@code 14,92 €}.
 */
public final class Formats {

    private static final ZoneId FINLAND = ZoneId.of("Europe/Helsinki");
    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", Locale.ROOT);

    private Formats() {}

    /** A day with its weekday. */
    public static String day(LocalDate day, Language language) {
        String weekday = DateTimeFormatter.ofPattern("EEE", language.locale()).format(day);
        return weekday.replace(".", "") + NO_BREAK_SPACE + DAY.format(day);
    }

    /** The moment at which clocks in Finland show this; where they skip it, one hour on. */
    public static Instant inFinland(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(FINLAND).toInstant();
    }

    /** The day in Finland at that moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, FINLAND);
    }

    /** The day in Finland at that moment, with its weekday. */
    public static String day(Instant moment, Language language) {
        return day(dayOf(moment), language);
    }

    /** A moment as day and time in Finland. */
    public static String moment(Instant moment, Language language) {
        ZonedDateTime local = moment.atZone(FINLAND);
        return day(local.toLocalDate(), language) + at(language) + TIME.format(local);
    }

    /** The time in Finland at that moment. */
    public static String time(Instant moment, Language language) {
        return at(language).strip() + TIME.format(moment.atZone(FINLAND));
    }

    /** The time in Finland at that moment as fields of forms have it, such as {@code 09:30}. */
    public static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(FINLAND));
    }

    /** From one moment to another; the day is said once when it is the same. */
    public static String period(Instant from, Instant to, Language language) {
        ZonedDateTime first = from.atZone(FINLAND);
        ZonedDateTime last = to.atZone(FINLAND);
        return first.toLocalDate().equals(last.toLocalDate())
                ? moment(from, language) + "–" + TIME.format(last)
                : moment(from, language) + " – " + moment(to, language);
    }

    /** The day of the month in Finland at that moment, for a calendar sheet. */
    public static String dayOfMonth(Instant moment) {
        return Integer.toString(moment.atZone(FINLAND).getDayOfMonth());
    }

    /** The month in Finland at that moment, shortened, for a calendar sheet. */
    public static String month(Instant moment, Language language) {
        return DateTimeFormatter.ofPattern("LLL", language.locale())
                .format(moment.atZone(FINLAND))
                .replace(".", "");
    }

    /** A number, its thousands apart. */
    public static String number(long number) {
        return format("#,##0").format(number);
    }

    /** A number with as many decimals as it has, its thousands apart. */
    public static String number(BigDecimal number) {
        return format(number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale()))
                .format(number);
    }

    /** Euros; cents are said when there are any. */
    public static String euros(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        DecimalFormat format = format(whole ? "#,##0" : "#,##0.00");
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount) + NO_BREAK_SPACE + "€";
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        symbols.setDecimalSeparator(',');
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols);
    }

    private static String at(Language language) {
        return switch (language) {
            case FI -> " klo" + NO_BREAK_SPACE;
            case SV -> " kl." + NO_BREAK_SPACE;
            case EN -> " at" + NO_BREAK_SPACE;
        };
    }
}
