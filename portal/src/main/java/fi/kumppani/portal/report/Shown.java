package fi.kumppani.portal.report;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.report.ReportFacts.Cell;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A value as it is shown.
 *
 * @param number null when there is none to show
 * @param text the number, with its unit; null when there is none
 * @param suppressed whether that is to protect people
 * @param asOf the day it is of
 */
record Shown(
        @Nullable BigDecimal number,
        @Nullable String text,
        boolean suppressed,
        @Nullable String asOf) {

    private static final String NONE = "–";
    private static final Shown NOTHING = new Shown(null, null, false, null);

    static Shown of(@Nullable Cell cell, Language language) {
        if (cell == null) {
            return NOTHING;
        }
        BigDecimal number = cell.value() == null ? null : new BigDecimal(cell.value());
        LocalDate asOf = cell.asOf();
        return new Shown(
                number,
                number == null ? null : written(number, cell.unit()),
                Boolean.TRUE.equals(cell.suppressed()),
                asOf == null ? null : Formats.day(asOf, language));
    }

    /** The text where there is little room: a dash for nothing. */
    String brief() {
        return text == null ? NONE : text;
    }

    /** The number where there is less room still: no unit, no decimals. */
    String briefest() {
        return number == null
                ? NONE
                : Formats.number(number.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static String written(BigDecimal number, @Nullable String unit) {
        return "EUR".equals(unit) ? Formats.euros(number) : Formats.number(number);
    }
}
