package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.time.FinnishTime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Optional;

/** Days, times and sums as readers of each language write them; times in Europe/Helsinki. */
public final class Moments {

    private static final Currency EURO = Currency.getInstance("EUR");

    private Moments() {}

    /** A day with its weekday. */
    public static String day(LocalDate day, Language reader) {
        return DateTimeFormatter.ofPattern(
                        reader == Language.EN ? "EEEE d MMMM yyyy" : "EEEE d.M.yyyy",
                        reader.locale())
                .format(day);
    }

    /** The time of the day. */
    public static String time(Instant moment, Language reader) {
        return timeFormat(reader).format(moment.atZone(FinnishTime.ZONE));
    }

    /** From when until when; the day once if it is the same. */
    public static String span(Instant start, Optional<Instant> end, Language reader) {
        ZonedDateTime from = start.atZone(FinnishTime.ZONE);
        String begin = day(from.toLocalDate(), reader) + " " + at(reader) + time(start, reader);
        if (end.isEmpty()) {
            return begin;
        }
        ZonedDateTime to = end.get().atZone(FinnishTime.ZONE);
        return from.toLocalDate().equals(to.toLocalDate())
                ? begin + "–" + time(end.get(), reader)
                : begin
                        + " – "
                        + day(to.toLocalDate(), reader)
                        + " "
                        + at(reader)
                        + time(end.get(), reader);
    }

    /** A sum in euros and cents. */
    public static String euros(BigDecimal sum, Language reader) {
        NumberFormat format = NumberFormat.getCurrencyInstance(reader.locale());
        format.setCurrency(EURO);
        return format.format(sum.setScale(2, RoundingMode.HALF_UP));
    }

    private static DateTimeFormatter timeFormat(Language reader) {
        return DateTimeFormatter.ofPattern(
                reader == Language.FI ? "H.mm" : reader == Language.SV ? "H.mm" : "H:mm",
                reader.locale());
    }

    private static String at(Language reader) {
        return switch (reader) {
            case FI -> "klo ";
            case SV -> "kl. ";
            case EN -> "at ";
        };
    }
}
